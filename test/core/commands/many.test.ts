import { apply, type Change, invert } from '@core/change/change'
import { isRefusal, type Refusal } from '@core/change/refusal'
import { claimsOf, regrade, setCredibility, setProperty, setSource, setTag, setType } from '@core/commands/many'
import { mergeRelations } from '@core/commands/merge-relations'
import { ALL_TEXTS, fieldChoices, mergeSeveral } from '@core/commands/merge-several'
import { replacedNames, replaceInNames } from '@core/commands/replace-in-names'
import { splitEntity } from '@core/commands/split-entity'
import type { Graph } from '@core/graph/graph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, claim, entity, recordsOf, relation, sampleGraph } from '../sample'

const refused = (result: Change | Refusal) => (isRefusal(result) ? result : undefined)
const graph = sampleGraph()

describe('many at once', () => {
  it('get a type, unless a relation would not join it', () => {
    const after = applied(graph, setType(graph, ['e-hts', 'e-hts', 'gone'], 'state'))
    expect(after.get('entity', 'e-hts')?.type).toBe('state')
    expect(refused(setType(graph, ['e-russia', 'e-latakia'], 'facility'))?.field).toBe('type')
    expect(refused(setType(graph, ['e-russia'], 'nothing'))?.field).toBe('type')
  })

  it('get a tag once, and lose it', () => {
    const one = applied(graph, setTag(graph, ['e-russia', 'e-hts'], ' watch ', true))
    const two = applied(one, setTag(one, ['e-russia', 'e-hts', 'e-sharaa'], 'watch', true))
    expect(['e-russia', 'e-hts', 'e-sharaa'].map((id) => two.get('entity', id)?.tags)).toEqual(Array(3).fill(['watch']))
    const none = applied(two, setTag(two, ['e-russia', 'e-hts', 'e-sharaa'], 'watch', false))
    expect(recordsOf(none)).toEqual(recordsOf(graph))
    expect(refused(setTag(graph, ['e-russia'], ' ', true))?.field).toBe('tag')
  })

  it('get a property, beside those that they have', () => {
    const one = applied(graph, setProperty(graph, ['e-russia', 'e-hts'], 'seat', 'Moscow'))
    const two = applied(one, setProperty(one, ['e-russia'], 'men', 10))
    expect(two.get('entity', 'e-russia')?.properties).toEqual({ seat: 'Moscow', men: 10 })
    const none = applied(two, setProperty(two, ['e-russia', 'e-hts'], 'seat', undefined))
    expect(none.get('entity', 'e-hts')?.properties).toBeUndefined()
    expect(none.get('entity', 'e-russia')?.properties).toEqual({ men: 10 })
  })

  it('get a grade or a source, with the claims about them and their relations', () => {
    const claims = claimsOf(graph, ['e-russia'])
    expect([...claims].sort()).toEqual(['c-1', 'c-2'])
    const graded = applied(graph, setCredibility(graph, claims, 5))
    expect(['c-1', 'c-2', 'c-3'].map((id) => graded.get('claim', id)?.credibility)).toEqual([5, 5, 2])
    expect(isRefusal(setCredibility(graph, claims, 9))).toBe(true)
    const cited = applied(graph, setSource(graph, claims, 's-paper'))
    expect(cited.get('claim', 'c-2')).toMatchObject({ source: 's-paper' })
    expect(cited.get('claim', 'c-2')?.locator).toBeUndefined()
  })

  it('are graded with their source', () => {
    const after = applied(graph, regrade(graph, 's-wire', { reliability: 'E', credibility: 6 }))
    expect(after.get('source', 's-wire')?.reliability).toBe('E')
    expect(['c-1', 'c-2'].map((id) => after.get('claim', id)?.credibility)).toEqual([6, 3])
  })
})

describe('find and replace in names', () => {
  const before = graph.with([
    { after: entity('e-a', 'state', 'Antonov (airline) $1', { text: 'ANTONOV', kind: 'alias' }) }
  ])
  it('takes the text for what it is, shows what would change, and does just that', () => {
    const replacement = { find: 'antonov', replace: '$& Co' }
    const shown = replacedNames(before, replacement)
    expect(shown.map(({ before, after }) => [before, after])).toEqual([
      ['Antonov (airline) $1', '$& Co (airline) $1'],
      ['ANTONOV', '$& Co']
    ])
    const after = applied(before, replaceInNames(before, replacement))
    expect(after.get('entity', 'e-a')).toMatchObject({ name: '$& Co (airline) $1', aliases: [{ text: '$& Co' }] })
    expect(replacedNames(before, { ...replacement, matchCase: true })).toEqual([])
    expect(replacedNames(before, { find: '(air', replace: '', wholeWord: true })).toEqual([])
    expect(replacedNames(before, { find: 'الجولاني', replace: 'x', wholeWord: true })).toHaveLength(1)
    expect(refused(replaceInNames(before, { find: 'Russia', replace: ' ' }))?.field).toBe('replace')
    expect(refused(replaceInNames(before, { find: ' ', replace: 'x' }))?.field).toBe('find')
  })

  it('finds nothing more of a text that does not hold what was found', () => {
    fc.assert(
      fc.property(any.graph, fc.constantFrom('Russia', 'الجولاني', '__', 'a', '(', '\\', '.*'), (made, find) => {
        const change = replaceInNames(made, { find, replace: 'Ω' })
        const after = applied(made, change)
        const left = replacedNames(after, { find, replace: 'Ω' })
        expect(left).toEqual([])
      })
    )
  })
})

describe('merging several', () => {
  it('asks for each field in which they differ, and takes what was chosen', () => {
    const several = graph.with([
      { after: { ...entity('e-1', 'place', 'One'), summary: 'First.', tags: ['a'] } },
      { after: { ...entity('e-2', 'place', 'Two'), summary: 'Second.', properties: { x: 1 }, tags: ['b', 'a'] } },
      { after: { ...entity('e-3', 'facility', 'Three'), properties: { x: 2 } } }
    ])
    const entities = ['e-1', 'e-2', 'e-3'].flatMap((id) => several.get('entity', id) ?? [])
    expect(fieldChoices(entities).map(({ field, values }) => [field, values.map(({ id }) => id)])).toEqual([
      ['name', ['e-1', 'e-2', 'e-3']],
      ['type', ['e-1', 'e-3']],
      ['summary', ['e-1', 'e-2']],
      ['properties.x', ['e-2', 'e-3']]
    ])
    const choices = new Map([
      ['name', 'e-2'],
      ['type', 'e-3'],
      ['summary', ALL_TEXTS],
      ['properties.x', 'e-3']
    ])
    const change = mergeSeveral(several, { keep: 'e-1', drop: ['e-2', 'e-3'], choices })
    const after = applied(several, change)
    expect(after.get('entity', 'e-1')).toMatchObject({
      ...{ name: 'Two', type: 'facility', summary: 'First. Second.', properties: { x: 2 }, tags: ['a', 'b'] }
    })
    expect(
      after
        .get('entity', 'e-1')
        ?.aliases.map(({ text }) => text)
        .sort()
    ).toEqual(['One', 'Three'])
    expect(after.get('entity', 'e-2') ?? after.get('entity', 'e-3')).toBeUndefined()
    expect(!isRefusal(change) && change.label).toBe('Merge 2 entities into One')
  })
})

describe('merging two relations', () => {
  const two = graph.with([{ after: relation('r-2', 'meets', 'e-hmeimim', 'e-russia') }, { after: claim('c-9', 'r-2') }])
  it('gives one the claims of both, with the values that were chosen', () => {
    const after = applied(two, mergeRelations(two, { keep: 'r-2', drop: 'r-operates' }))
    expect(after.get('relation', 'r-2')).toEqual(relation('r-2', 'meets', 'e-hmeimim', 'e-russia'))
    expect(['c-1', 'c-2', 'c-9'].map((id) => after.get('claim', id)?.about)).toEqual(['r-2', 'r-2', 'r-2'])
    const choices = new Map([
      ['type', 'drop'],
      ['from', 'drop'],
      ['to', 'drop']
    ] as const)
    const chosen = applied(two, mergeRelations(two, { keep: 'r-2', drop: 'r-operates', choices }))
    expect(chosen.get('relation', 'r-2')).toEqual(relation('r-2', 'operates', 'e-russia', 'e-hmeimim'))
  })

  it('is refused where the type does not join the ends', () => {
    const choices = new Map([['type', 'drop']] as const)
    expect(refused(mergeRelations(two, { keep: 'r-2', drop: 'r-operates', choices }))?.field).toBe('type')
  })
})

/** One of the edits, whichever can be done. */
const edits: fc.Arbitrary<(graph: Graph, at: number) => Change | Refusal> = fc
  .tuple(fc.nat(8), fc.uniqueArray(fc.nat(4), { minLength: 2, maxLength: 3 }), fc.constantFrom('a', 'Russia', 'é'))
  .map(([which, numbers, text]) => (graph, at) => {
    const ids = numbers.map((number) => `e-${number}`)
    const [keep = '', ...drop] = ids
    const [first = '', second = ''] = graph.all('relation').keys()
    const all = [
      () => mergeSeveral(graph, { keep, drop }),
      () => mergeRelations(graph, { keep: first, drop: second }),
      () => splitEntity(graph, { id: keep, newId: `new-${at}`, name: text }),
      () => setType(graph, ids, 't-1'),
      () => setTag(graph, ids, text, true),
      () => setProperty(graph, ids, text, at),
      () => setCredibility(graph, claimsOf(graph, ids), 4),
      () => regrade(graph, 's-0', { reliability: 'F', credibility: 6 }),
      () => replaceInNames(graph, { find: text, replace: 'b' }, ids)
    ]
    return all[which % all.length]?.() ?? { label: '', edits: [] }
  })

it('any sequence of them, then all undone, is the start', () => {
  let done = 0
  fc.assert(
    fc.property(any.graph, fc.array(edits, { minLength: 1, maxLength: 8 }), (start, sequence) => {
      let now = start
      const changes: Change[] = []
      for (const [at, edit] of sequence.entries()) {
        const change = edit(now, at)
        if (isRefusal(change)) continue
        now = applied(now, change)
        changes.push(change)
      }
      expect([...now.all('claim').keys()].sort()).toEqual([...start.all('claim').keys()].sort())
      done += changes.length
      for (const change of changes.reverse()) {
        const back = apply(now, invert(change))
        if (isRefusal(back)) throw new Error(back.refused)
        now = back
      }
      expect(recordsOf(now)).toEqual(recordsOf(start))
    })
  )
  expect(done).toBeGreaterThan(100)
})
