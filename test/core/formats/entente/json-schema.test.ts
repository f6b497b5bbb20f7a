import { readdirSync, readFileSync } from 'node:fs'
import { fileSchema } from '@core/formats/entente/json-schema'
import { serialiseGraph } from '@core/formats/entente/serialise'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import * as any from '../../arbitraries'
import { sampleGraph } from '../../sample'

const PUBLISHED = '../../../../src-core/formats/entente/entente-graph.schema.json'
const ROOT = new URL('../../../../', import.meta.url)

const published = () => z.fromJSONSchema(JSON.parse(readFileSync(new URL(PUBLISHED, import.meta.url), 'utf8')))

it('the published schema is the one that the records make (after a change: vitest run -u)', async () => {
  await expect(`${JSON.stringify(fileSchema(), null, 2)}\n`).toMatchFileSnapshot(PUBLISHED)
})

it('takes every file in the repository', () => {
  const folders = ['graph-seed/']
  const files = folders.flatMap((folder) =>
    readdirSync(new URL(folder, ROOT))
      .filter((name) => name.endsWith('.entente.json'))
      .map((name) => folder + name)
  )
  expect(files.length).toBeGreaterThan(0)
  for (const file of files)
    expect(published().safeParse(JSON.parse(readFileSync(new URL(file, ROOT), 'utf8'))).error).toBeUndefined()
})

/** The validator counts in doubles, and has none for 1e400. */
const bounded = (_key: string, value: unknown) => (value === Infinity || value === -Infinity ? 0 : value)

it('takes whatever we write', () => {
  const schema = published()
  fc.assert(
    fc.property(any.graph, (graph) => schema.safeParse(JSON.parse(serialiseGraph(graph), bounded)).success),
    { numRuns: 30 }
  )
})

it.each([
  ['version', 2],
  ['entities', [{ id: 'e', type: 'state' }]],
  ['entities', [{ id: 'a b', type: 'state', name: 'E' }]],
  ['claims', [{ id: 'c' }]],
  ['notSame', [['a']]],
  ['sources', {}]
])('refuses %s %j', (key, value) => {
  expect(published().safeParse({ ...JSON.parse(serialiseGraph(sampleGraph())), [key]: value }).success).toBe(false)
})
