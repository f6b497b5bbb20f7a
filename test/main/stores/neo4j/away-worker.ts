import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Change } from '@core/change/change'
import { Neo4jStore } from '@main/stores/neo4j-store'
import { entity } from '../../../core/sample'

// Edits a graph in a database as fast as it can until it is killed, and reports each saved change: in a write
// that does not wait, so that what was said is what the killer has read.

const say = (line: string) => void writeSync(1, `${line}\n`)

const numbered = (count: number): Change => ({
  label: `Add ${count}`,
  edits: [{ after: entity(`e-new-${count}`, 'state', `State ${count}`) }]
})

async function edit(request: string) {
  const { outbox, ...target } = JSON.parse(request)
  const store = await Neo4jStore.open(target, { outbox })
  let count = [...store.graph.all('entity').keys()].filter((id) => id.startsWith('e-new-')).length
  say(`found ${count}`)
  for (;;) {
    await store.commit(numbered(count + 1))
    count++
    say(`kept ${count}`)
  }
}

createInterface({ input: process.stdin }).once('line', (request) => void edit(request))
say('ready')
