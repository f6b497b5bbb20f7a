import { invert } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { claim, editClaim, removeClaim } from '@core/commands/claims'
import { addAlias, addEntity, editEntity, keepApart, removeEntity } from '@core/commands/entities'
import { addRelation, editRelation, removeRelation } from '@core/commands/relations'
import { addSource, editSource, removeSource } from '@core/commands/sources'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applied, sampleGraph } from '../sample'

const id = fc.constantFrom(
  'e-russia',
  'e-hmeimim',
  'e-sharaa',
  'e-hts',
  'r-operates',
  'r-leads',
  'c-1',
  'c-3',
  's-wire',
  's-paper',
  's-rt',
  'n-1',
  'n-2',
  'n-3',
  '',
  '__proto__'
)
const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: usual, weight: 6 }, { arbitrary: odd, weight: 1 })
const fresh = mostly(fc.constantFrom('n-1', 'n-2', 'n-3', 'n-4'), id)
const anEntity = mostly(fc.constantFrom('e-russia', 'e-hmeimim', 'e-sharaa', 'e-hts', 'n-1'), id)
const aRelation = mostly(fc.constantFrom('r-operates', 'r-leads', 'n-2'), id)
const aClaim = mostly(fc.constantFrom('c-1', 'c-2', 'c-3', 'n-3'), id)
const aSource = mostly(fc.constantFrom('s-wire', 's-paper', 's-rt', 'n-4'), id)
const odd = fc.constantFrom('comet', '')
const type = mostly(fc.constantFrom('state', 'person', 'facility'), odd)
const tie = mostly(fc.constantFrom('meets', 'meets', 'operates', 'leads'), odd)
const words = mostly(
  fc.constantFrom('Russia', 'Sea', 'الجولاني', 'x\u0301'),
  fc.oneof(
    fc.constantFrom('Russia', '', ' ', 'الجولاني', 'a\nb', 'x\u0301', '__proto__'),
    fc.string({ unit: 'binary', maxLength: 12 })
  )
)
const date = fc.constantFrom('2024-12', '2017/..', '', '2024-13', undefined)
const stance = fc.constantFrom('supports' as const, 'denies' as const, 'uncertain' as const)
const recorded = '2025-03-02T12:00:00Z'
const reliability = fc.constantFrom('A' as const, 'F' as const)

/** Any command with arguments that may be right or wrong. */
const step: fc.Arbitrary<(graph: Graph) => ReturnType<typeof addEntity>> = fc.oneof(
  fc
    .record({ id: fresh, type, name: words, summary: words, period: date })
    .map((args) => (graph: Graph) => addEntity(graph, args)),
  fc.record({ id: anEntity, type, name: words }).map((args) => (graph: Graph) => editEntity(graph, args)),
  fc.record({ id: anEntity }).map((args) => (graph: Graph) => removeEntity(graph, args)),
  fc
    .record({ entity: anEntity, alias: fc.record({ text: words, kind: fc.constant('alias' as const) }) })
    .map((args) => (graph: Graph) => addAlias(graph, args)),
  fc.tuple(anEntity, anEntity).map(
    ([a, b]) =>
      (graph: Graph) =>
        keepApart(graph, a, b)
  ),
  fc
    .record({
      id: fresh,
      type: tie,
      from: anEntity,
      to: anEntity,
      claim: fc.option(
        fc.record({
          id: fresh,
          stance,
          statement: words,
          source: aSource,
          credibility: mostly(fc.constant(3), fc.nat(7)),
          recorded: fc.constant(recorded)
        }),
        { nil: undefined }
      ),
      source: fc.option(
        fc.record({ id: fresh, title: words, reliability, basedOn: fc.option(aSource, { nil: undefined }) }),
        { nil: undefined }
      )
    })
    .map((args) => (graph: Graph) => addRelation(graph, args)),
  fc.record({ id: aRelation, type: tie, to: anEntity }).map((args) => (graph: Graph) => editRelation(graph, args)),
  fc.record({ id: aRelation }).map((args) => (graph: Graph) => removeRelation(graph, args)),
  fc
    .record({
      id: fresh,
      about: mostly(aRelation, anEntity),
      stance,
      statement: words,
      when: date,
      source: aSource,
      attributedTo: words,
      credibility: mostly(fc.constant(3), fc.nat(7))
    })
    .map((args) => (graph: Graph) => claim(graph, { ...args, recorded })),
  fc
    .record({ id: aClaim, about: mostly(aRelation, anEntity), source: aSource, statement: words })
    .map((args) => (graph: Graph) => editClaim(graph, args)),
  fc.record({ id: aClaim }).map((args) => (graph: Graph) => removeClaim(graph, args)),
  fc
    .record({ id: fresh, title: words, reliability, basedOn: fc.option(aSource, { nil: undefined }), published: date })
    .map((args) => (graph: Graph) => addSource(graph, args)),
  fc.record({ id: aSource, title: words, basedOn: aSource }).map((args) => (graph: Graph) => editSource(graph, args)),
  fc.record({ id: aSource }).map((args) => (graph: Graph) => removeSource(graph, args))
)

it('whatever commands are given in whatever order, what they leave is a file that opens, and all of it can be undone', () => {
  let done = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let graph = sampleGraph()
      const start = serialiseGraph(graph)
      const changes = []
      for (const run of steps) {
        const change = run(graph)
        if (isRefusal(change)) {
          expect(change.refused).toMatch(/[.]$/)
          expect(change.refused.length).toBeLessThan(700)
          continue
        }
        expect(change.label.length).toBeLessThan(500)
        graph = applied(graph, change)
        changes.push(change)
        done += 1
      }
      const file = parseGraph(serialiseGraph(graph))
      expect('problems' in file ? file.problems : []).toEqual([])
      for (const change of changes.reverse()) graph = applied(graph, invert(change))
      expect(serialiseGraph(graph)).toBe(start)
    }),
    { numRuns: 150 }
  )
  expect(done).toBeGreaterThan(50)
})
