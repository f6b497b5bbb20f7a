import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { JsonStore } from '@main/stores/json-store'
import { countChanges, numbered } from './ledger'

// Edits a graph as fast as it can until it is killed, and reports each saved change: in a write that does not wait,
// so that what was said is what the killer has read.

const say = (line: string) => void writeSync(1, `${line}\n`)

async function edit(path: string) {
  for (;;) {
    const store = await JsonStore.open(path, { idle: Infinity, poll: Infinity })
    let count = countChanges(store.graph)
    say(`found ${count}${store.readOnly ? ` read-only: ${store.readOnly}` : ''}`)
    const until = count + 1 + Math.floor(Math.random() * 20)
    while (count < until) {
      await store.commit(numbered(count + 1))
      count++
      say(`kept ${count}`)
      // Now and then changes go on while the file is written.
      if (Math.random() < 0.2) void store.compact()
      if (Math.random() < 0.1) await store.compact()
    }
    await store.close()
    say(`closed ${count}`)
  }
}

createInterface({ input: process.stdin }).once('line', (path) => void edit(path))
say('ready')
