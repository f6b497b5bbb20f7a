import type { AsOf } from '@core/evidence/asked'
import { evidence } from '@core/evidence/evidence'
import { statusSentence } from '@core/evidence/status-sentence'
import { Graph } from '@core/graph/graph'
import type { AnyRecord, Claim, Clock, Source } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { claim, entity, relation, source } from '../sample'

const SOURCES: readonly Source[] = [
  source('s-wire', { published: '2024-12-10' }),
  source('s-paper', { published: '2024-12-12', basedOn: 's-wire' }),
  source('s-blog', { published: '2024-12-20', basedOn: 's-paper' }),
  source('s-other', { published: '2024-12' }),
  source('s-undated')
]

/** Graph with one relation `r` and these claims about it. */
function graph(claims: readonly Partial<Claim>[], sources: readonly AnyRecord[] = SOURCES): Graph {
  const ends = [entity('a', 'state', 'A'), entity('b', 'state', 'B'), relation('r', 'meets', 'a', 'b')]
  return Graph.of('', [...ends, ...sources, ...claims.map((more, at) => claim(`c-${at}`, 'r', more))])
}

const of = (claims: readonly Partial<Claim>[], at?: AsOf) => evidence(graph(claims), 'r', at)
const statusOf = (claims: readonly Partial<Claim>[], at?: AsOf) => of(claims, at).status

const yes: Partial<Claim> = { stance: 'supports' }
const no: Partial<Claim> = { stance: 'denies' }
const maybe: Partial<Claim> = { stance: 'uncertain' }
const other = { source: 's-other' }

describe('the status of a relation', () => {
  it.each([
    ['unsourced', []],
    ['single-source', [yes]],
    ['single-source', [yes, yes]],
    ['single-source', [yes, maybe]],
    ['corroborated', [yes, { ...yes, ...other }]],
    ['corroborated', [yes, { ...yes, ...other }, maybe]],
    ['disputed', [yes, no]],
    ['disputed', [yes, { ...yes, ...other }, { ...no, source: 's-undated' }, maybe]],
    ['denied', [no]],
    ['disputed', [no, maybe]],
    ['uncertain', [maybe, { ...maybe, ...other }]]
  ] as const)('%s', (status, claims) => {
    expect(statusOf(claims)).toBe(status)
  })
})

describe('a relation that a database states', () => {
  const stated = (claims: readonly Partial<Claim>[], neo4j: object = {}, at?: AsOf) => {
    const own = graph(claims)
    const before = own.get('relation', 'r')
    return evidence(before ? own.with([{ before, after: { ...before, neo4j } }]) : own, 'r', at)
  }

  it.each([
    ['database', []],
    ['single-source', [yes]],
    ['disputed', [no]],
    ['disputed', [yes, no]],
    ['uncertain', [maybe]]
  ] as const)('%s', (status, claims) => {
    expect(stated(claims)).toMatchObject({ status, stated: true })
  })

  it('is no source: with one claim it is single-source', () => {
    expect(stated([yes]).independent).toBe(1)
  })

  it('holds at any date, as what has none does', () => {
    expect(stated([{ ...yes, when: '2024' }], {}, { asOf: '2010' }).status).toBe('database')
  })

  it.each([{ written: true }, { gone: true }])('is one of our own where we wrote it, or it has gone: %j', (neo4j) => {
    expect(stated([], neo4j)).toMatchObject({ status: 'unsourced', stated: false })
    expect(stated([no], neo4j).status).toBe('denied')
  })

  it('is said to be so, as what it is', () => {
    expect(statusSentence(stated([]))).toBe('The database states it. No claim says from which source.')
    expect(statusSentence(stated([no]))).toBe('The database states it, one denies it (B2).')
    expect(statusSentence(stated([yes]))).toBe('One source supports it (B2), the database states it too.')
  })
})

describe('independence', () => {
  it('three papers that quote one wire are one source', () => {
    const found = of([yes, { source: 's-paper' }, { source: 's-blog' }])
    expect(found).toMatchObject({ status: 'single-source', independent: 1 })
  })

  it('of one statement may rest on another report than its source does', () => {
    expect(of([yes, { source: 's-other', basedOn: 's-blog' }]).independent).toBe(1)
    expect(of([{ source: 's-paper', basedOn: 's-undated' }, yes]).independent).toBe(2)
  })

  it('is counted for denials too, and not for what is uncertain', () => {
    expect(
      of([no, { ...no, source: 's-paper' }, { ...no, ...other }, { ...maybe, source: 's-undated' }])
    ).toMatchObject({
      denyingVoices: 2,
      independent: 0
    })
  })

  it('in a circle of sources counts the circle as one, wherever one enters it', () => {
    const circle = ['x', 'y', 'z'].map((id, at, all) => source(id, { basedOn: all[(at + 1) % 3] ?? '' }))
    const claims = [{ source: 'x' }, { source: 'y' }, { source: 'z' }, { source: 'w' }]
    expect(evidence(graph(claims, [...circle, source('w', { basedOn: 'y' })]), 'r').independent).toBe(1)
  })
})

describe('on the clock of the world', () => {
  const at = (asOf: string): AsOf => ({ asOf })

  it('a claim without a date speaks of the day of its publication, and of all time where that is not known either', () => {
    expect(statusOf([yes], at('1900'))).toBe('not-at-date')
    expect(statusOf([yes], at('2024-12-10'))).toBe('single-source')
    expect(statusOf([yes], at('2024-12-11'))).toBe('last-known')
    expect(statusOf([{ source: 's-undated' }], at('1900'))).toBe('single-source')
  })

  it.each([
    ['2024-12-08', '2024-12-07', 'not-at-date'],
    ['2024-12-08', '2024-12-08', 'single-source'],
    ['2024-12-08', '2024-12', 'single-source'],
    ['2024-12-08', '2030', 'last-known'],
    ['2024-12', '2024-12-01', 'single-source'],
    ['2024-12', '2024-11-30', 'not-at-date'],
    ['2024-12-08~', '2024-12-07', 'single-source'],
    ['2024-12-08~', '2024-12-06', 'not-at-date'],
    ['2024-12~', '2025-01-31', 'single-source'],
    ['2024-12~', '2025-02-01', 'last-known'],
    ['2024~', '2023', 'single-source'],
    ['2024-12-08?', '2024-12-09', 'last-known'],
    ['2017/..', '2016', 'not-at-date'],
    ['2017/..', '2017', 'single-source'],
    ['2017/..', '2030-01-01', 'single-source'],
    ['../2024-12-08', '1950', 'single-source'],
    ['../2024-12-08', '2024-12-09', 'not-at-date'],
    ['2015-09-30/2024-12-08', '2015-09-29', 'not-at-date'],
    ['2015-09-30/2024-12-08', '2020', 'single-source'],
    ['2015-09-30/2024-12-08', '2024-12-08', 'single-source'],
    ['2015-09-30/2024-12-08', '2024-12-09', 'not-at-date'],
    ['2015-09-30/2024-12-08', '2010/2016', 'single-source']
  ])('what is said of %s, at %s: %s', (when, asOf, status) => {
    expect(statusOf([{ when }], at(asOf))).toBe(status)
  })

  it('the status is that of the claims that count', () => {
    const claims = [
      { ...yes, when: '2024-12-01' },
      { ...no, when: '2024-12-10', ...other }
    ]
    expect(statusOf(claims, at('2024-12-01'))).toBe('single-source')
    expect(statusOf(claims, at('2024-12-05'))).toBe('last-known')
    expect(statusOf(claims, at('2024-12-10'))).toBe('changed')
    // The denial, of one day, does not reach the next; and it says that what was known before is so no more.
    expect(statusOf(claims, at('2024-12-11'))).toBe('not-at-date')
    expect(statusOf(claims)).toBe('changed')
    const open = [{ ...yes, when: '2024-12-01/..' }, claims[1] ?? {}]
    expect(statusOf(open, at('2024-12-10'))).toBe('disputed')
    expect(statusOf(open)).toBe('disputed')
  })
})

describe('on the clock of publication', () => {
  const at = (asOf: string): AsOf => ({ asOf, clock: 'published' })

  it('a claim counts once its source was out', () => {
    expect(statusOf([yes], at('2024-12-09'))).toBe('not-at-date')
    expect(statusOf([yes], at('2024-12-10'))).toBe('single-source')
    expect(statusOf([{ when: '1999', source: 's-blog' }], at('2024-12-09'))).toBe('not-at-date')
    // The wire that the blog passes on was out ten days before it.
    expect(statusOf([{ when: '1999/..', source: 's-blog' }], at('2024-12-10'))).toBe('single-source')
  })

  it('one without date of publication counts, and is counted', () => {
    expect(of([{ source: 's-undated' }, yes], at('2024-12-01'))).toMatchObject({ status: 'single-source', undated: 1 })
    expect(of([{ source: 's-undated' }]).undated).toBe(0)
  })
})

it('on the clock of recording a claim counts from the moment at which it was entered', () => {
  const claims = [{ when: '2024/..', recorded: '2025-03-02T12:00:00Z' }]
  expect(statusOf(claims, { asOf: '2025-03-01', clock: 'recorded' })).toBe('not-at-date')
  expect(statusOf(claims, { asOf: '2025-03-02', clock: 'recorded' })).toBe('single-source')
})

it('a relation without claims is unsourced at any date, not outside', () => {
  for (const clock of ['world', 'published', 'recorded'] as const)
    expect(statusOf([], { asOf: '1900', clock })).toBe('unsourced')
})

it('a date that is none is refused loudly', () => {
  expect(() => of([{ when: '2024' }], { asOf: 'soon' })).toThrow(RangeError)
})

it('a later date never admits fewer claims on the clocks of publication and recording', () => {
  const clocks: readonly Clock[] = ['published', 'recorded']
  fc.assert(
    fc.property(any.graph, fc.constantFrom(...clocks), fc.integer({ min: 1995, max: 2030 }), (graph, clock, year) => {
      for (const id of ['r-0', 'r-1', 'e-0']) {
        const count = (asOf: string) =>
          evidence(graph, id, { asOf, clock }).weighed.filter(({ notYet }) => notYet === undefined).length
        expect(count(`${year}`)).toBeLessThanOrEqual(count(`${year + 1}`))
      }
    }),
    { numRuns: 50 }
  )
})

describe('the sentence', () => {
  const sentence = (claims: readonly Partial<Claim>[], at?: AsOf) => statusSentence(of(claims, at), at)

  it.each([
    [
      [yes, { ...yes, ...other }, { ...no, source: 's-undated' }, maybe],
      'Two independent sources support it (best B2), one denies it (B2); one hedges.'
    ],
    [[yes], 'One source supports it (B2).'],
    [[yes, { source: 's-paper' }], 'One source supports it (B2).'],
    [
      [yes, { ...yes, attributedTo: 'b' }],
      'Two voices support it, known through the same documents (best B2, one of them a party to it).'
    ],
    [[no, { ...no, ...other }], 'Denied by Report s-wire and Report s-other (best B2); nobody supports it.'],
    [[{ ...no, attributedTo: 'a' }], 'Denied by A (B2, a party to it); nobody supports it.'],
    [[maybe], 'Nobody supports it without a hedge: one hedges (B2).'],
    [[maybe, maybe], 'Nobody supports it without a hedge: one hedges (B2).'],
    [[maybe, { ...no, ...other }], 'Nobody supports it without a hedge: one hedges (B2), one denies it (B2).'],
    [
      [
        { ...yes, when: '2024-11' },
        { ...yes, ...other, when: '2025-01' }
      ],
      'Two sources support it, each for another time (best B2).'
    ],
    [
      [
        { ...yes, when: '../2024-12-08' },
        { ...no, ...other, when: '2024-12-12/..' }
      ],
      'Supported until 8 Dec 2024, no beginning known (B2); denied from 12 Dec 2024, no end known (B2).'
    ],
    [[], 'No claims yet. Without a source this relation counts as unsourced.']
  ] as const)('%#: %s', (claims, said) => {
    expect(sentence(claims)).toBe(said)
  })

  it('says why nothing counts', () => {
    expect(sentence([{ when: '2024-12-08' }], { asOf: '2024-12-01' })).toBe(
      'None of its claims speaks of 1 Dec 2024. It is claimed on 8 Dec 2024.'
    )
    expect(sentence([yes], { asOf: '2024-11', clock: 'published' })).toBe(
      'None of its claims had been published by Nov 2024.'
    )
    expect(sentence([yes], { asOf: '2024', clock: 'recorded' })).toBe('None of its claims had been recorded by 2024.')
  })
})

describe('an interval without a date', () => {
  const at = (asOf: string): AsOf => ({ asOf })
  it('goes on where its end is open, and is last known after its publication where its end is unknown', () => {
    expect(statusOf([{ ...yes, when: '/..' }], at('2030'))).toBe('single-source')
    expect(statusOf([{ ...yes, when: '../' }], at('2020'))).toBe('single-source')
    expect(statusOf([{ ...yes, when: '../' }], at('2030'))).toBe('last-known')
    expect(
      statusSentence(
        of([
          { ...yes, when: '/..' },
          { ...no, when: '2020' }
        ])
      )
    ).toContain('one denies it')
    expect(statusSentence(of([{ ...yes, when: '../' }], at('2030')), at('2030'))).toBe(
      'Supported (no beginning known, end unknown) by one source (B2); nothing says that it is over or still so.'
    )
  })
})
