import { isInferred, isWeakDispute } from '@core/evidence/drawn-evidence'
import { evidence } from '@core/evidence/evidence'
import { Graph } from '@core/graph/graph'
import type { Claim } from '@core/records/records'
import { expect, it } from 'vitest'
import { claim, entity, relation, source } from '../sample'

const found = (claims: readonly Partial<Claim>[]) =>
  evidence(
    Graph.of('', [
      entity('p', 'state', 'P'),
      entity('q', 'state', 'Q'),
      relation('r', 'meets', 'p', 'q'),
      source('good', { reliability: 'B' }),
      source('poor', { reliability: 'E' }),
      ...claims.map((fields, at) => claim(`c-${at}`, 'r', { source: 'good', when: '2024', ...fields }))
    ]),
    'r'
  )

it.each<[boolean, readonly Partial<Claim>[]]>([
  [true, [{ inferred: true }]],
  [true, [{ inferred: true }, { stance: 'denies' }]],
  [true, [{ inferred: true, stance: 'uncertain' }]],
  [true, [{ inferred: true }, { stance: 'uncertain' }]],
  [false, [{ inferred: true }, {}]],
  [false, [{ inferred: true, stance: 'uncertain' }, {}]],
  [false, [{ inferred: true, stance: 'denies' }]],
  [false, []]
])('inferred is %s where all that supports it is: %o', (expected, claims) =>
  expect(isInferred(found(claims))).toBe(expected)
)

it.each<[boolean, readonly Partial<Claim>[]]>([
  [true, [{}, { stance: 'denies', source: 'poor', credibility: 5 }]],
  [true, [{ source: 'poor', credibility: 5 }, { stance: 'denies' }]],
  [false, [{}, { stance: 'denies' }]],
  // A change is no dispute, however poor one side is.
  [false, [{ when: '2023' }, { stance: 'denies', source: 'poor', credibility: 5 }]]
])('a dispute with a weak side is %s: %o', (expected, claims) => expect(isWeakDispute(found(claims))).toBe(expected))
