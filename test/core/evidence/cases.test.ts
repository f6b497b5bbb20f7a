import type { AsOf } from '@core/evidence/asked'
import { evidence } from '@core/evidence/evidence'
import type { Evidence, Flag, Status } from '@core/evidence/status'
import { Graph } from '@core/graph/graph'
import type { Aspect, Claim, Source } from '@core/records/records'
import { describe, expect, it } from 'vitest'
import { claim, entity, relation, source } from '../sample'

// Small cases of one relation between P and Q, each with the conclusion that an analyst would sign.

const DECEMBER = '2024-12-10/2024-12-31'

interface Case {
  readonly title: string
  readonly aspect?: Aspect
  readonly sources: readonly (readonly [
    id: string,
    published: string,
    basedOn?: string,
    reliability?: 'A' | 'B' | 'D' | 'F'
  ])[]
  readonly claims: readonly Partial<Claim>[]
  readonly at: AsOf
  readonly status: Status
  readonly flags: readonly Flag[]
  readonly independent: number
}

const world = (asOf: string): AsOf => ({ asOf })
const one = [['s1', '2024-12-15']] as const
const two = [...one, ['s2', '2024-12-16']] as const
const s2 = { source: 's2' }
const no = { stance: 'denies' } as const

const CASES: readonly Case[] = [
  {
    title: 'two papers that owe each other nothing',
    sources: two,
    claims: [{ when: DECEMBER }, { when: DECEMBER, ...s2 }],
    at: world('2024-12-20'),
    status: 'corroborated',
    flags: [],
    independent: 2
  },
  {
    title: 'one interview in two papers',
    sources: [...one, ['s2', '2024-12-30'], ['interview', '2024-12-11']],
    claims: [
      { when: DECEMBER, basedOn: 'interview' },
      { when: DECEMBER, ...s2, basedOn: 'interview' }
    ],
    at: world('2024-12-20'),
    status: 'single-source',
    flags: [],
    independent: 1
  },
  {
    title: 'the accused denies',
    sources: [...one, ['s2', '2024-12-15']],
    claims: [{ when: DECEMBER }, { when: DECEMBER, ...s2, ...no, attributedTo: 'P', credibility: 3 }],
    at: world('2024-12-20'),
    status: 'disputed',
    flags: ['self-interest'],
    independent: 1
  },
  {
    title: 'a denial that cannot be judged against the best support',
    sources: [
      ['s1', '2024-12-15', undefined, 'A'],
      ['s2', '2024-12-15', undefined, 'F']
    ],
    claims: [
      { when: DECEMBER, credibility: 1 },
      { when: DECEMBER, ...s2, ...no, credibility: 6 }
    ],
    at: world('2024-12-20'),
    status: 'disputed',
    flags: ['weak'],
    independent: 1
  },
  {
    title: 'support for November, denial for December',
    sources: [
      ['s1', '2024-11-20'],
      ['s2', '2024-12-12']
    ],
    claims: [{ when: '2024-11-01/2024-11-30' }, { when: DECEMBER, ...s2, ...no }],
    at: { asOf: '2024-12-20', clock: 'published' },
    status: 'changed',
    flags: [],
    independent: 0
  },
  {
    title: 'a state seen on one day, asked twenty days later',
    sources: one,
    claims: [{ when: '2024-12-13' }],
    at: world('2025-01-02'),
    status: 'last-known',
    flags: [],
    independent: 0
  },
  {
    title: 'an interval that goes on',
    sources: one,
    claims: [{ when: '2024-12-08/..' }],
    at: world('2025-06-01'),
    status: 'single-source',
    flags: [],
    independent: 1
  },
  {
    title: 'a closed interval, asked after its end',
    sources: two,
    claims: [{ when: '2015/2024-12-08' }, { when: '2015/2024-12-08', ...s2 }],
    at: world('2025-03-15'),
    status: 'not-at-date',
    flags: [],
    independent: 0
  },
  {
    title: 'two voices for times that do not meet',
    sources: [
      ['s1', '2024-11-21'],
      ['s2', '2025-01-21']
    ],
    claims: [{ when: '2024-11-05/2024-11-20' }, { when: '2025-01-10/2025-01-20', ...s2 }],
    at: world('2025-01-15'),
    status: 'single-source',
    flags: [],
    independent: 1
  },
  {
    title: 'true and public, not yet in the file',
    sources: [['s1', '2024-12-10']],
    claims: [{ when: '2024-12-08/..', recorded: '2025-01-10T09:00:00Z' }],
    at: { asOf: '2024-12-20', clock: 'recorded' },
    status: 'not-at-date',
    flags: [],
    independent: 0
  },
  {
    title: 'a claim without a date, asked of long before',
    sources: one,
    claims: [{}],
    at: world('1990-01-01'),
    status: 'not-at-date',
    flags: ['undated'],
    independent: 0
  },
  {
    title: 'a paper and the letter that it quotes',
    sources: [...one, ['letter', '2024-12-14']],
    claims: [{ when: DECEMBER }, { when: DECEMBER, basedOn: 'letter', attributedTo: 'Q', credibility: 3 }],
    at: world('2024-12-20'),
    status: 'single-source',
    flags: ['one-document', 'self-interest'],
    independent: 1
  },
  // Other members of the same kinds.
  {
    title: 'an event, asked after its day',
    aspect: 'event',
    sources: two,
    claims: [{ when: '2024-12-13' }, { when: '2024-12-13', ...s2 }],
    at: world('2025-06-01'),
    status: 'corroborated',
    flags: ['holds'],
    independent: 2
  },
  {
    title: 'one speaker in two papers',
    sources: two,
    claims: [
      { when: DECEMBER, attributedTo: 'Lena Varga' },
      { when: DECEMBER, ...s2, attributedTo: 'Lena  varga' }
    ],
    at: world('2024-12-20'),
    status: 'single-source',
    flags: ['one-voice'],
    independent: 1
  },
  {
    title: 'unnamed officials in two papers',
    sources: two,
    claims: [
      { when: DECEMBER, attributedTo: 'unnamed officials' },
      { when: DECEMBER, ...s2, attributedTo: 'Two officials' }
    ],
    at: world('2024-12-20'),
    status: 'single-source',
    flags: ['unnamed'],
    independent: 1
  },
  {
    title: 'both ends say so, in two papers',
    sources: two,
    claims: [
      { when: DECEMBER, attributedTo: 'P' },
      { when: DECEMBER, ...s2, attributedTo: 'Q' }
    ],
    at: world('2024-12-20'),
    status: 'single-source',
    flags: ['self-interest'],
    independent: 2
  },
  {
    title: 'a hedge and a denial',
    sources: two,
    claims: [
      { when: DECEMBER, stance: 'uncertain' },
      { when: DECEMBER, ...s2, ...no }
    ],
    at: world('2024-12-20'),
    status: 'disputed',
    flags: ['hedged'],
    independent: 0
  },
  {
    title: 'an end that is unknown, asked a year later',
    sources: one,
    claims: [{ when: '2017/' }],
    at: world('2019'),
    status: 'last-known',
    flags: [],
    independent: 0
  },
  {
    title: 'a beginning that is unknown, asked before its end',
    sources: one,
    claims: [{ when: '/2024-12-08' }],
    at: world('2020'),
    status: 'single-source',
    flags: [],
    independent: 1
  },
  {
    title: 'about a day, asked of the next one',
    sources: one,
    claims: [{ when: '2024-12-08~' }],
    at: world('2024-12-09'),
    status: 'single-source',
    flags: ['approximate'],
    independent: 1
  },
  {
    title: 'passed on before it was printed',
    sources: [
      ['s1', '2024-12-30', 'agency'],
      ['agency', '2024-12-12']
    ],
    claims: [{ when: DECEMBER }],
    at: { asOf: '2024-12-15', clock: 'published' },
    status: 'single-source',
    flags: [],
    independent: 1
  },
  {
    title: 'what was known by one date about another',
    sources: [
      ['s1', '2024-12-12'],
      ['s2', '2025-01-20']
    ],
    claims: [{ when: DECEMBER }, { when: DECEMBER, ...s2, ...no }],
    at: { asOf: '2024-12-15', publishedBy: '2024-12-31' },
    status: 'single-source',
    flags: [],
    independent: 1
  }
]

function conclusionOf({ aspect, sources, claims, at }: Case): Evidence {
  const records = [
    { kind: 'relationType', id: 'meets', label: 'meets', inverse: 'met by', ...(aspect && { aspect }) } as const,
    entity('P', 'state', 'P'),
    entity('Q', 'state', 'Q'),
    relation('r', 'meets', 'P', 'Q'),
    ...sources.map(
      ([id, published, basedOn, reliability = 'B']): Source =>
        source(id, { published, reliability, ...(basedOn && { basedOn }) })
    ),
    ...claims.map((more, at) => claim(`c-${at}`, 'r', { source: 's1', ...more }))
  ]
  return evidence(Graph.of('', records), 'r', at)
}

describe('the conclusion that an analyst would sign', () => {
  it.each(CASES.map((each) => [each.title, each] as const))('%s', (_title, each) => {
    const { status, flags, independent } = conclusionOf(each)
    expect({ status, flags, independent }).toEqual({
      status: each.status,
      flags: each.flags,
      independent: each.independent
    })
  })
})
