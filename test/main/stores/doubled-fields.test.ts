import { readFile, writeFile } from 'node:fs/promises'
import type { StoreEvent } from '@main/stores/json/events'
import { expect, test } from 'vitest'
import { entente } from '../cli/run-main'
import { adding, entity, sampleFile, sampleText } from '../sample'
import { openStore } from './open'

const DOUBLED = sampleText().replace('"name":"Syria"', '"name":"Sham","name":"Syria"')

test('a file with a field twice is opened read-only, and stays as it is', async () => {
  const path = await sampleFile(DOUBLED)
  const store = await openStore(path)
  expect(store.readOnly).toMatch(
    /^a field stands twice .* line 18, Entity syria: "name" is there twice.*Take one of the two out/
  )
  expect(store.graph.get('entity', 'syria')?.name).toBe('Syria')
  expect(store.newer).toBeDefined()
  await expect(store.commit(adding(entity('more')))).rejects.toThrow('Take one of the two out')
  await store.close()
  expect(await readFile(path, 'utf8')).toBe(DOUBLED)
})

test('one that another program writes ends the editing, and no change is lost', async () => {
  const path = await sampleFile()
  const events: StoreEvent[] = []
  const store = await openStore(path, { onEvent: (event) => void events.push(event) })
  await store.commit(adding(entity('more')))
  await writeFile(path, DOUBLED)
  await expect(store.look()).rejects.toThrow('A field stands twice')
  expect(store.readOnly).toContain('a field stands twice')
  await store.close().catch(() => {})
  expect(await readFile(path, 'utf8')).toBe(DOUBLED)
  // Mended by hand, it is merged with what was kept.
  await writeFile(path, sampleText().replace('"Syria"', '"Sham"'))
  const again = await openStore(path)
  expect(again.graph.get('entity', 'syria')?.name).toBe('Sham')
  expect(again.graph.get('entity', 'more')).toBeDefined()
})

test('check names line and field and ends with 1; what only reads goes on and says so; what copies does not', async () => {
  const path = await sampleFile(DOUBLED)
  const { code, out } = await entente('check', path)
  expect(code).toBe(1)
  expect(out).toEqual([`${path}:18: Entity syria: "name" is there twice, first on line 18. Only the last one counts.`])
  const found = await entente('find', path, 'Syria')
  expect(found.code).toBe(0)
  expect(found.err.join()).toContain('"name" is there twice')
  const copied = await entente('copy', path, 'neo4j://127.0.0.1:9')
  expect(copied.code).toBe(1)
  expect(copied.err.join()).toContain('"name" is there twice')
})
