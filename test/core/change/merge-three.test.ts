import { apply, diff, same } from '@core/change/change'
import { mergeThree } from '@core/change/merge-three'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeTo, graph } from '../arbitraries'
import { claim, entity, native, RECORDS, relation, source } from '../sample'

const base = Graph.of('Base', RECORDS)
const edited = (...records: readonly AnyRecord[]) => base.with(records.map((after) => ({ after })))
const without = (...ids: readonly string[]) =>
  base.with(RECORDS.filter(({ id }) => ids.includes(id)).map((before) => ({ before })))

const russia = base.get('entity', 'e-russia')
if (!russia) throw new Error('no Russia')

describe('what only one side changed', () => {
  test('comes together: records added, edited and removed on both sides', () => {
    const ours = edited({ ...russia, summary: 'Ours' }, entity('e-ours', 'state', 'Iran'))
    const theirs = edited(entity('e-theirs', 'state', 'Türkiye')).with([{ before: base.get('claim', 'c-1') }])
    const { graph, conflicts } = mergeThree(base, ours, theirs)
    expect(conflicts).toEqual([])
    expect(graph.get('entity', 'e-russia')?.summary).toBe('Ours')
    expect(graph.get('entity', 'e-ours')).toBeDefined()
    expect(graph.get('entity', 'e-theirs')).toBeDefined()
    expect(graph.get('claim', 'c-1')).toBeUndefined()
  })

  test('comes together field by field within one record', () => {
    const ours = edited({ ...russia, summary: 'Ours' })
    const theirs = edited({ ...russia, name: 'Russian Federation' })
    const { graph, conflicts } = mergeThree(base, ours, theirs)
    expect(graph.get('entity', 'e-russia')).toEqual({ ...russia, summary: 'Ours', name: 'Russian Federation' })
    expect(conflicts).toEqual([])
  })

  test('comes together within a list of names and among properties', () => {
    const ours = edited({ ...russia, aliases: [...russia.aliases, native('Rusko')], properties: { a: 1 } })
    const theirs = edited({ ...russia, aliases: [native('روسيا')], properties: { b: 2 } })
    const { graph, conflicts } = mergeThree(base, ours, theirs)
    expect(graph.get('entity', 'e-russia')?.aliases.map(({ text }) => text)).toEqual(['روسيا', 'Rusko'])
    expect(graph.get('entity', 'e-russia')?.properties).toEqual({ a: 1, b: 2 })
    expect(conflicts).toEqual([])
  })
})

describe('what both sides changed', () => {
  test('in the same way is no conflict', () => {
    const both = edited({ ...russia, name: 'Rossiya' })
    expect(mergeThree(base, both, both)).toMatchObject({ conflicts: [], change: { edits: [] } })
  })

  test('each in its own way: ours stands, theirs is kept beside it', () => {
    const ours = edited({ ...russia, name: 'Rossiya' })
    const theirs = edited({ ...russia, name: 'Rusko' })
    const { graph, conflicts } = mergeThree(base, ours, theirs)
    expect(graph.get('entity', 'e-russia')?.name).toBe('Rossiya')
    expect(conflicts).toEqual([
      { kind: 'entity', id: 'e-russia', field: 'name', ours: 'Rossiya', theirs: 'Rusko', taken: 'ours' }
    ])
  })

  test('and one removed stays, with the conflict named', () => {
    const changed = edited(claim('c-1', 'r-operates', { statement: 'Another.' }))
    const removed = without('c-1')
    const [one, other] = [mergeThree(base, changed, removed), mergeThree(base, removed, changed)]
    expect(one.graph.get('claim', 'c-1')?.statement).toBe('Another.')
    expect(one.conflicts).toMatchObject([{ id: 'c-1', taken: 'ours', ours: { statement: 'Another.' } }])
    expect(one.conflicts[0]?.theirs).toBeUndefined()
    expect(other.graph.get('claim', 'c-1')?.statement).toBe('Another.')
    expect(other.conflicts).toMatchObject([{ id: 'c-1', taken: 'theirs', theirs: { statement: 'Another.' } }])
  })
})

describe('what one side removed and the other needs', () => {
  const cited = edited(claim('c-9', 'r-leads'))
  const gone = without('r-leads', 'c-3')

  test('comes back with all that it needs itself', () => {
    const { graph, conflicts } = mergeThree(base, cited, without('r-leads', 'c-3', 'e-sharaa'))
    expect(graph.get('claim', 'c-9')).toBeDefined()
    expect(graph.get('relation', 'r-leads')).toBeDefined()
    expect(graph.get('entity', 'e-sharaa')).toBeDefined()
    expect(conflicts.map(({ id, taken }) => [id, taken])).toEqual([
      ['r-leads', 'ours'],
      ['e-sharaa', 'ours']
    ])
  })

  test('stays where we removed it', () => {
    const { graph, conflicts } = mergeThree(base, gone, cited)
    expect(graph.get('relation', 'r-leads')).toBeDefined()
    expect(graph.get('claim', 'c-9')).toBeDefined()
    expect(graph.get('claim', 'c-3')).toBeUndefined()
    expect(conflicts).toMatchObject([{ id: 'r-leads', taken: 'theirs' }])
  })
})

describe('what neither side made alone', () => {
  test('is undone in favour of theirs: a circle of sources', () => {
    const ours = edited(source('s-wire', { basedOn: 's-rt' }))
    const theirs = edited(source('s-rt', { basedOn: 's-wire' }))
    const { graph, conflicts } = mergeThree(base, ours, theirs)
    expect(graph.get('source', 's-wire')?.basedOn).toBeUndefined()
    expect(graph.get('source', 's-rt')?.basedOn).toBe('s-wire')
    expect(conflicts).toMatchObject([{ id: 's-wire', taken: 'theirs', ours: { basedOn: 's-rt' } }])
  })

  test('is undone with what hangs on it: one id for two records', () => {
    const ours = edited(entity('x', 'state', 'Iran'), relation('r-x', 'meets', 'x', 'e-russia'))
    const theirs = edited(relation('x', 'meets', 'e-russia', 'e-hts'))
    const { graph, conflicts } = mergeThree(base, ours, theirs)
    expect(graph.get('relation', 'x')).toBeDefined()
    expect(graph.get('entity', 'x')).toBeUndefined()
    expect(graph.get('relation', 'r-x')).toBeUndefined()
    expect(conflicts.map(({ id }) => id).sort()).toEqual(['r-x', 'x'])
  })
})

describe('for any graphs', () => {
  /** A graph that a file can hold, made from another by some change. */
  const readable = (from: Graph) =>
    changeTo(from).map((change) => {
      const after = from.with(change.edits)
      const file = parseGraph(serialiseGraph(after))
      return 'graph' in file ? after : from
    })
  const three = graph.chain((base) => fc.tuple(fc.constant(base), readable(base), readable(base)))

  test('the result can be kept in a file, and its change leads there from theirs', () => {
    fc.assert(
      fc.property(three, ([base, ours, theirs]) => {
        const { graph, change } = mergeThree(base, ours, theirs)
        expect(parseGraph(serialiseGraph(graph))).toHaveProperty('graph')
        expect(apply(theirs, change)).toEqual(graph)
      })
    )
  })

  test('what theirs did not touch is ours, and every value of ours is in the graph or among the conflicts', () => {
    fc.assert(
      fc.property(three, ([base, ours, theirs]) => {
        const { graph, conflicts } = mergeThree(base, ours, theirs)
        for (const { before, after } of diff(base, ours).edits) {
          const record = after ?? before
          if (!record || same(graph.get(record.kind, record.id), after)) continue
          const named = conflicts.some(({ kind, id }) => kind === record.kind && id === record.id)
          const joined = !same(theirs.get(record.kind, record.id), before)
          expect(named || joined).toBe(true)
        }
      })
    )
  })

  test('nothing changed on one side gives the other', () => {
    fc.assert(
      fc.property(three, ([base, ours]) => {
        expect(diff(mergeThree(base, ours, base).graph, ours).edits).toEqual([])
        expect(diff(mergeThree(base, base, ours).graph, ours).edits).toEqual([])
      })
    )
  })
})
