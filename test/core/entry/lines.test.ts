import { apply, invert } from '@core/change/change'
import type { Kept } from '@core/entry/entry'
import { enterLines, linesOf, MOST_LINES } from '@core/entry/lines'
import { readLine } from '@core/entry/reading'
import { Graph } from '@core/graph/graph'
import { makeSearch } from '@core/queries/search'
import type { Claim, Relation } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entity, native, relation, source } from '../sample'

const type = (id: string, label: string) => ({ kind: 'entityType' as const, id, label })
const relationType = (id: string, label: string, inverse: string, more: object = {}) => ({
  ...{ kind: 'relationType' as const, id, label, inverse },
  ...more
})

const GRAPH = Graph.of('Test', [
  ...[type('state', 'State'), type('group', 'Armed group'), type('person', 'Person'), type('place', 'Place')],
  relationType('supports', 'supports', 'supported by', { from: ['state'], to: ['group'] }),
  relationType('leads', 'leads', 'led by', { from: ['person'], to: ['group', 'state'] }),
  relationType('allied', 'allied with', 'allied with', { symmetric: true }),
  source('s-rt', {
    title: 'New leader',
    publisher: 'RT',
    reliability: 'D',
    text: { file: 'a', sha256: '', paragraphs: 9 }
  }),
  source('s-wire-1', { title: 'First wire', publisher: 'Wire' }),
  source('s-wire-2', { title: 'Second wire', publisher: 'Wire' }),
  entity('e-ua', 'state', 'Ukraine'),
  entity('e-sr', 'group', 'Syrian rebels'),
  entity('e-jo', 'person', 'Ahmed al-Sharaa', native('أحمد الشرع'), native('الجولاني')),
  entity('e-h1', 'person', 'Ali Hassan'),
  entity('e-h2', 'place', 'Ali Hassan'),
  relation('r-1', 'supports', 'e-ua', 'e-sr')
])

const making = () => {
  let next = 0
  return { newId: (letter: string) => `${letter}-new-${next++}`, now: '2025-03-02T12:00:00Z' }
}
const search = makeSearch(GRAPH)
const read = (line: string, kept: Kept = {}) => readLine(GRAPH, search.find, line, kept)
function enter(lines: readonly string[], kept: Kept = {}) {
  const work = enterLines(GRAPH, search.find, lines, kept, making())
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
  }
}
function added(line: string, kept?: Kept) {
  const { change, lines } = enter([line], kept)
  expect(lines[0]?.problem).toBeUndefined()
  const after = apply(GRAPH, change)
  if (!(after instanceof Graph)) throw new Error(after.refused)
  const records = change.edits.flatMap(({ before, after }) => (before || !after ? [] : [after]))
  return {
    records,
    claim: records.find((one): one is Claim => one.kind === 'claim'),
    relation: records.find((one): one is Relation => one.kind === 'relation')
  }
}
const problem = (line: string, kept?: Kept) => enter([line], kept).lines[0]?.problem

describe('a line in a graph', () => {
  it('adds a claim to the relation that is there', () => {
    const { records, claim } = added('Ukraine > supports > Syrian rebels ? @RT #3 2024-11 D3 "own words" ~الجولاني')
    expect(records).toEqual([claim])
    expect(claim).toEqual({
      ...{ kind: 'claim', id: expect.any(String), about: 'r-1', stance: 'uncertain', statement: 'own words' },
      ...{ source: 's-rt', locator: { paragraph: 3 }, when: '2024-11', credibility: 3, attributedTo: 'e-jo' },
      recorded: '2025-03-02T12:00:00Z'
    })
  })

  it('adds the relation with its claim where it is not there, whichever name or script is used', () => {
    for (const one of ['Ahmed al-Sharaa', 'ahmed al sharaa', 'أحمد الشرع', 'الجولاني']) {
      const made = added(`${one} > leads > Syrian rebels @First wire`)
      expect(made.relation).toMatchObject({ type: 'leads', from: 'e-jo', to: 'e-sr' })
      expect(made.claim).toMatchObject({ about: made.relation?.id, source: 's-wire-1', credibility: 6 })
      expect(made.claim?.statement).toBe('Ahmed al-Sharaa leads Syrian rebels.')
    }
  })

  it('is turned round by the word back', () => {
    const line = 'Syrian rebels > led by > الجولاني @RT'
    expect(added(line).relation).toMatchObject({ type: 'leads', from: 'e-jo', to: 'e-sr' })
    expect(
      read(line)
        .parts.map(({ kind, words }) => `${kind}: ${words}`)
        .slice(0, 3)
    ).toEqual(['from: to', 'relation: back: leads', 'to: from'])
    expect(added('Syrian rebels > supported by > Ukraine ! @RT').claim).toMatchObject({
      about: 'r-1',
      stance: 'denies'
    })
  })

  it('makes new entities of the type that is said, and a new source of that title', () => {
    const { records } = added('+Armed group Southern Front > led by > +Person "Abu > Ali"')
    expect(records.map(({ kind }) => kind)).toEqual(['entity', 'entity', 'relation'])
    expect(records).toContainEqual(entity(records[1]?.id ?? '', 'group', 'Southern Front'))
    expect(records).toContainEqual(entity(records[0]?.id ?? '', 'person', 'Abu > Ali'))
    for (const written of ['@+Field notes', '@Field notes B6', '@+"Field notes" b2'])
      expect(added(`Ukraine > supports > Syrian rebels ${written}`).records[0]).toMatchObject({
        ...{ kind: 'source', title: 'Field notes', reliability: /b/i.test(written) ? 'B' : 'F' }
      })
  })

  it('takes what is there by that name and type for +', () => {
    expect(added('+State Ukraine > allied with > +Person Ukraine').records.map(({ kind }) => kind)).toEqual([
      'entity',
      'relation'
    ])
  })

  it('lets a relation join what it has not joined, and says so', () => {
    expect(read('Ahmed al-Sharaa > supports > Ukraine').advice).toMatch(/“supports” has not joined Person to State/)
    expect(added('Ahmed al-Sharaa > supports > Ukraine').relation).toBeDefined()
  })

  it('keeps source, paragraph and credibility for the next one', () => {
    const kept = { source: 's-rt', paragraph: 4, credibility: 2 }
    const line = 'Ahmed al-Sharaa > leads > Syrian rebels'
    expect(added(line, kept).claim).toMatchObject({ source: 's-rt', locator: { paragraph: 4 }, credibility: 2 })
    expect(added(`${line} @First wire`, kept).claim).toEqual(
      expect.not.objectContaining({ locator: expect.anything() })
    )
    expect(added(line).claim).toBeUndefined()
    expect(added(`${line} @Wire`, { source: 's-wire-2' }).claim).toMatchObject({ source: 's-wire-2' })
    const { lines, kept: after } = enter([
      `${line} @RT #3 D2`,
      'Ukraine > supports > Syrian rebels',
      'Ukraine > led by > الجولاني #5'
    ])
    expect(lines.map(({ problem }) => problem)).toEqual([undefined, undefined, undefined])
    expect(after).toEqual({ source: 's-rt', paragraph: 5, credibility: 2 })
  })

  it.each([
    ['Ukrain > supports > Syrian rebels', /Nothing is called “Ukrain”/],
    ['Ukraine > suports > Syrian rebels', /No relation is called “suports”/],
    ['Ukraine > supports > Syrian rebels @Rt news', /No source is called “Rt news”/],
    ['Ukraine > supports > Syrian rebels @Wire', /2 sources go by “Wire”/],
    ['Ali Hassan > leads > Syrian rebels', /2 are called “Ali Hassan”: Ali Hassan \(Person\), Ali Hassan \(Place\)/],
    ['Ukraine > supports > Syrian rebels @RT #10', /9 paragraphs/],
    ['Ukraine > supports > Syrian rebels', /is here already/],
    ['Ukraine > supports > Syrian rebels 2024', /which source/],
    ['Ukraine > allied with > Ukraine', /Both ends are the same/],
    ['+Person Ali > leads > +person Ali', /Both ends are the same/],
    ['+Planet Mars > leads > Syrian rebels', /After \+ stands what it is/],
    ['+Person > leads > Syrian rebels', /stands the name/],
    ['Ukraine > supports', /Go on with >/],
    ['Ukraine > supports > Syrian rebels @RT\u202e', /control of direction/]
  ])('%s: says why not', (line, words) => {
    expect(problem(line)).toMatch(words)
  })

  it('compares the letter of a grade with the source that is there, and takes the digit', () => {
    const line = 'Ukraine > supports > Syrian rebels @RT C3 "x"'
    expect(read(line).caution).toBe('“New leader” has the grade D, not C, and keeps it.')
    expect(read(line.replace('C3', 'D3')).caution).toBeUndefined()
    expect(added(line).records).toEqual([expect.objectContaining({ kind: 'claim', credibility: 3 })])
  })

  it('takes a namesake by what tells it apart', () => {
    expect(added('Ali Hassan (Person) > leads > Syrian rebels').relation).toMatchObject({ from: 'e-h1' })
  })
})

describe('many lines', () => {
  it('are one change, and a name that is new in one is known in the next', () => {
    const { lines, change } = enter([
      '+Person Omar > leads > Syrian rebels @RT #1',
      'nonsense',
      'Omar > allied with > Ukraine',
      '+Person Omar > leads > Ukraine'
    ])
    expect(lines.map(({ problem }) => problem !== undefined)).toEqual([false, true, false, false])
    expect(change.edits.filter(({ after }) => after?.kind === 'entity')).toHaveLength(1)
    expect(change.label).toBe('Add 3 lines')
    const after = apply(GRAPH, change)
    if (!(after instanceof Graph)) throw new Error(after.refused)
    expect(after.relationsOf('e-ua')).toHaveLength(3)
    expect(apply(after, invert(change))).toEqual(GRAPH)
  })

  it('are counted where there are too many', () => {
    const { lines, left } = enter(Array.from({ length: MOST_LINES + 7 }, () => 'x'))
    expect([lines.length, left]).toEqual([MOST_LINES, 7])
  })

  it('whatever they say can be taken back', () => {
    const pieces = fc.constantFrom(
      'Ukraine',
      'Syrian rebels',
      '+Person Zed',
      '>',
      '> leads >',
      '> supported by >',
      '@RT',
      '#2',
      '?',
      '2024',
      '"x"',
      '@+N'
    )
    const some = fc.array(
      fc.array(pieces, { maxLength: 9 }).map((all) => all.join(' ')),
      { maxLength: 6 }
    )
    fc.assert(
      fc.property(some, (lines) => {
        const { change, lines: entered } = enter(lines)
        for (const { change, problem } of entered) expect(change === undefined).toBe(problem !== undefined)
        const after = apply(GRAPH, change)
        if (!(after instanceof Graph)) throw new Error(after.refused)
        const back = apply(after, invert(change))
        if (!(back instanceof Graph)) throw new Error(back.refused)
        for (const kind of ['entity', 'relation', 'claim', 'source', 'relationType'] as const)
          expect([...back.all(kind).values()]).toEqual([...GRAPH.all(kind).values()])
      })
    )
  })

  it('are parted by any line end', () => {
    expect(linesOf('a\r\nb\n\n \nc\u2028d')).toEqual(['a', 'b', 'c', 'd'])
  })
})
