import { Graph } from '@core/graph/graph'
import { NameIndex } from '@core/queries/name-index'
import { NameScan } from '@core/queries/name-scan'
import { byId } from '@core/records/ids'
import type { AnyRecord, Entity } from '@core/records/records'
import { generateGraph } from '@seed/generate'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as any from '../arbitraries'

const scan = (graph: Graph, text: string, mostKept?: number) => {
  const found = new NameScan(text, mostKept)
  for (const entity of graph.all('entity').values()) found.entity(entity)
  for (const relation of graph.all('relation').values()) found.relation(relation)
  return found
}

/** What an index over all of them finds. */
const indexed = (graph: Graph) => {
  const index = new NameIndex(graph)
  for (const entity of [...graph.all('entity').values()].sort(byId)) index.add(entity)
  return (text: string, most: number) => index.find(text, { most })
}

const answers = (graph: Graph, text: string, most: number) =>
  scan(graph, text)
    .hits(most)
    .map(({ entity, ...hit }) => ({ entity: entity.id, ...hit }))

/** Texts that users ask for a name by: whole, begun, misspelt, joined, parted, turned, by its first letters. */
const askedBy = (name: string): readonly string[] => [
  name,
  name.slice(0, 3),
  name.slice(0, 1),
  name.slice(2),
  `${name.slice(0, 2)}${name.slice(3)}`,
  `${name.slice(0, 3)}x${name.slice(3)}`,
  name.replace(/\s/g, ''),
  name.split(/\s/).reverse().join(' '),
  name.replace(/[aeiou]/, 'o'),
  Array.from(name.matchAll(/\b\p{L}/gu)).join(''),
  `Mr ${name}`
]

it('finds exactly what an index over all finds, in the same order, by the same names', () => {
  const graph = generateGraph({ entities: 3_000, seed: 3 })
  const find = indexed(graph)
  const names = [...graph.all('entity').values()]
    .sort(byId)
    .filter((_, at) => at % 750 === 0)
    .flatMap(({ name, aliases }) => [name, name.replace(/ \d+$/, ''), ...aliases.map(({ text }) => text)])
  let count = 0
  for (const text of names.flatMap(askedBy)) {
    const [ours, theirs] = [answers(graph, text, 1000), find(text, 1000)]
    count += theirs.length
    expect(ours, text).toEqual(theirs)
  }
  expect(count).toBeGreaterThan(1000)
}, 300_000)

const NAMES = fc.oneof(
  any.name,
  fc.constantFrom(
    ...['Abd al-Rahman', 'عبدالرحمن', 'Wagner Group', 'ЧВК Вагнер', 'НАТО', 'NATO', '$payroll', '★', '🦅 eagle'],
    ...['Bundesverfassungsgericht', 'l.varga@example.org', 'Varga, Lena', 'L. Varga', '東京電力', 'Győr', 'o']
  ),
  fc.string({ maxLength: 12 })
)

it('the same for names and texts of any kind', () => {
  fc.assert(
    fc.property(fc.array(fc.array(NAMES, { minLength: 1, maxLength: 3 }), { maxLength: 30 }), NAMES, (all, text) => {
      const records = all.map(
        ([name = '', ...aliases], at): Entity => ({
          ...{ kind: 'entity', id: `e${at}`, type: 't', name },
          aliases: aliases.map((text) => ({ text, kind: 'alias' }))
        })
      )
      const graph = Graph.of('', records)
      const find = indexed(graph)
      for (const asked of [text, ...askedBy(all[0]?.[0] ?? '')])
        expect(answers(graph, asked, 5)).toEqual(find(asked, 5))
    }),
    { numRuns: 200 }
  )
}, 120_000)

it('keeps no more than it has room for, and says how many it left out', () => {
  const records: AnyRecord[] = Array.from({ length: 9_000 }, (_, at) => ({
    ...{
      kind: 'entity',
      id: `e${at}`,
      type: 't',
      name: at % 3 === 0 ? `Meridian ${at}` : `Bosporus ${at}`,
      aliases: []
    }
  }))
  const found = scan(Graph.of('', records), 'meridian', 1_000)
  expect(found.leftOut).toBe(2_000)
  expect(found.hits(5)).toHaveLength(5)
  expect(scan(Graph.of('', records), 'meridian', 3_000).leftOut).toBe(0)
})
