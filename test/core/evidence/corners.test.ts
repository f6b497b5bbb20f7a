import type { AsOf } from '@core/evidence/asked'
import { evidence } from '@core/evidence/evidence'
import type { Flag, Status } from '@core/evidence/status'
import { Graph } from '@core/graph/graph'
import type { Aspect, Claim } from '@core/records/records'
import { expect, it } from 'vitest'
import { claim, entity, relation, source } from '../sample'

// Odd corners of the rules, each with what an analyst would sign. P and Q are the ends; m leads P from 2019 to 2021. Sources
// s1 and s2 are of 15 and 16 December 2024, B; d is D, a is A.

const yes = (when?: string, more: Partial<Claim> = {}): Partial<Claim> => ({ ...(when && { when }), ...more })
const no = (when?: string, more: Partial<Claim> = {}): Partial<Claim> => ({ ...yes(when, more), stance: 'denies' })
const maybe = (when?: string, more: Partial<Claim> = {}): Partial<Claim> => ({
  ...yes(when, more),
  stance: 'uncertain'
})
const s2 = { source: 's2' }
const by = (attributedTo: string) => ({ attributedTo })

type Case = readonly [string, readonly Partial<Claim>[], AsOf, Status, readonly Flag[], number, Aspect?]
const CASES: readonly Case[] = [
  [
    'about a month, asked of the month after',
    [yes('2024-11~')],
    { asOf: '2024-12-20' },
    'single-source',
    ['approximate'],
    1
  ],
  [
    'about a month, asked of two months after',
    [yes('2024-11~')],
    { asOf: '2025-01-20' },
    'last-known',
    ['approximate'],
    0
  ],
  ['uncertain changes nothing', [yes('2024-12-08?')], { asOf: '2024-12-09' }, 'last-known', [], 0],
  ['both approximate and uncertain', [yes('2024-12-08%')], { asOf: '2024-12-09' }, 'single-source', ['approximate'], 1],
  [
    'two days that meet only by their ~',
    [yes('2024-12-08~'), yes('2024-12-09', s2)],
    {},
    'corroborated',
    ['approximate'],
    2
  ],
  ['an end without a beginning, asked after it', [yes('/2024-12-08')], { asOf: '2024-12-09' }, 'not-at-date', [], 0],
  ['an end that is unknown, then a denial', [yes('2017/'), no('2020', s2)], {}, 'changed', [], 0],
  ['going on, then a denial', [yes('2017/..'), no('2020', s2)], { asOf: '2020' }, 'disputed', [], 1],
  [
    'three dates together',
    [yes('2024-12', { recorded: '2025-01-02T00:00:00Z' }), no('2024-12', { ...s2, recorded: '2025-02-02T00:00:00Z' })],
    { asOf: '2024-12-20', publishedBy: '2024-12-31', recordedBy: '2025-01-31' },
    'single-source',
    [],
    1
  ],
  [
    'three dates, of which one shuts all out',
    [yes('2024-12', { recorded: '2025-01-02T00:00:00Z' })],
    { asOf: '2024-12-20', publishedBy: '2024-12-31', recordedBy: '2024' },
    'not-at-date',
    [],
    0
  ],
  [
    'officials of two descriptions',
    [yes('2024-12', by('Turkish officials')), yes('2024-12', { ...s2, ...by('Russian officials') })],
    {},
    'corroborated',
    ['unnamed'],
    2
  ],
  [
    'unnamed in two papers, and one of these itself',
    [yes('2024-12', by('two officials')), yes('2024-12', { ...s2, ...by('officials') }), yes('2024-12')],
    {},
    'single-source',
    ['one-document', 'unnamed'],
    1
  ],
  [
    'both ends and a hedge of a third',
    [yes('2024-12', by('P')), yes('2024-12', { ...s2, ...by('Q') }), maybe('2024-12', { source: 'a' })],
    {},
    'single-source',
    ['self-interest', 'hedged'],
    2
  ],
  [
    'both ends and a third',
    [yes('2024-12', by('P')), yes('2024-12', { ...s2, ...by('Q') }), yes('2024-12', { source: 'a' })],
    {},
    'corroborated',
    ['self-interest'],
    3
  ],
  [
    'a party and what the analyst infers',
    [yes('2024-12', by('P')), yes('2024-12', { ...s2, inferred: true })],
    {},
    'single-source',
    ['self-interest'],
    1
  ],
  ['only an inference denies', [yes('2024-12'), no('2024-12', { ...s2, inferred: true })], {}, 'disputed', [], 1],
  [
    'who led it then, and a second voice',
    [yes('2020', by('m')), yes('2020', { ...s2, ...by('P') })],
    {},
    'single-source',
    ['self-interest'],
    2
  ],
  [
    'who led it before, and a second voice',
    [yes('2023', by('m')), yes('2023', { ...s2, ...by('P') })],
    {},
    'corroborated',
    ['self-interest'],
    2
  ],
  [
    'weak support against a good denial',
    [yes('2024-12', { source: 'd', credibility: 5 }), no('2024-12')],
    {},
    'disputed',
    ['weak'],
    1
  ],
  ['D3 is not weak', [yes('2024-12', { source: 'd', credibility: 3 }), no('2024-12')], {}, 'disputed', [], 1],
  [
    'weak denial of a hedge',
    [maybe('2024-12', { source: 'a' }), no('2024-12', { source: 'd', credibility: 4 })],
    {},
    'disputed',
    ['weak', 'hedged'],
    0
  ],
  [
    'denied only, by both ends',
    [no('2024-12', by('P')), no('2024-12', { ...s2, ...by('Q') })],
    { asOf: '2024-12-20' },
    'denied',
    ['self-interest'],
    0
  ],
  ['denied only, asked of later', [no('2024-12')], { asOf: '2025' }, 'not-at-date', [], 0],
  [
    'an event that is denied for a later day',
    [yes('2024-12-08'), no('2024-12-10', s2)],
    { asOf: '2024-12-20' },
    'disputed',
    ['holds'],
    1,
    'event'
  ]
]

it.each(CASES.map((each) => [each[0], each] as const))(
  '%s',
  (_title, [, claims, at, status, flags, independent, aspect]) => {
    const graph = Graph.of('', [
      { kind: 'relationType', id: 'meets', label: 'meets', inverse: 'met by', ...(aspect && { aspect }) },
      { kind: 'relationType', id: 'leads', label: 'leads', inverse: 'led by', membership: true },
      ...['P', 'Q', 'm'].map((id) => entity(id, 'state', id)),
      relation('r', 'meets', 'P', 'Q'),
      relation('r-leads', 'leads', 'm', 'P'),
      source('s1', { published: '2024-12-15' }),
      source('s2', { published: '2024-12-16' }),
      source('a', { published: '2024-12-15', reliability: 'A' }),
      source('d', { published: '2024-12-15', reliability: 'D' }),
      claim('c-leads', 'r-leads', { source: 's1', when: '2019/2021' }),
      ...claims.map((more, at) => claim(`c-${at}`, 'r', { source: 's1', ...more }))
    ])
    const found = evidence(graph, 'r', at)
    expect([found.status, found.flags, found.independent]).toEqual([status, flags, independent])
  }
)
