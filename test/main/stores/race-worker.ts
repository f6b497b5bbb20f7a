import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { JsonStore } from '@main/stores/json-store'
import { countChanges, numbered } from './ledger'

// Opens and closes a graph when told to, and reports whether it may write to it. If so, it adds a change.

const say = (line: string) => void writeSync(1, `${line}\n`)
const path = process.argv[2] ?? ''
let store: JsonStore | undefined

async function open() {
  store = await JsonStore.open(path, { idle: Infinity, poll: Infinity })
  if (store.readOnly) return say(`reads ${store.readOnly}`)
  const next = countChanges(store.graph) + 1
  await store.commit(numbered(next))
  say(`writes ${next}`)
}

async function close() {
  await store?.close()
  say('closed')
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const task = line === 'open' ? open() : close()
  task.catch((error) => say(`failed ${error}`))
})
say('ready')
