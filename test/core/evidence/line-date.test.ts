import { evidence } from '@core/evidence/evidence'
import { lineDate } from '@core/evidence/line-date'
import { Graph } from '@core/graph/graph'
import type { Claim } from '@core/records/records'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as dates from '../arbitrary-dates'
import { claim, entity, relation, source } from '../sample'

const found = (claims: readonly Partial<Claim>[], asOf?: string) =>
  evidence(
    Graph.of('', [
      entity('a', 'state', 'A'),
      entity('b', 'state', 'B'),
      relation('r', 'meets', 'a', 'b'),
      source('s'),
      ...claims.map((more, at) => claim(`c-${at}`, 'r', { source: 's', ...more }))
    ]),
    'r',
    asOf === undefined ? {} : { asOf }
  )

it.each([
  [['2024-12-08'], '8 Dec 2024'],
  [['2024-12-08', '2024-12', '2024'], '8 Dec 2024'],
  [['2017/2024'], '2017–2024'],
  [['2017/..'], 'from 2017'],
  [['2017/'], 'from 2017'],
  [['/2024-12-08'], 'until 8 Dec 2024'],
  [['/..'], 'going on'],
  [['2024-12-08/2024-12-13'], '8 Dec – 13 Dec 2024'],
  [['2015', '2018/2020'], '2015–2020'],
  [['2024-12~'], 'about Dec 2024'],
  [[], undefined]
] as const)('the date on a line whose claims speak of %j is %s', (whens, words) => {
  expect(lineDate(found(whens.map((when) => ({ when }))))).toBe(words)
})

it('is that of the claims for it: of a denial none, of a hedge where nothing else speaks for it', () => {
  expect(lineDate(found([{ when: '2019' }, { when: '2019', stance: 'denies' }]))).toBe('2019')
  expect(lineDate(found([{ when: '2019', stance: 'denies' }]))).toBeUndefined()
  expect(lineDate(found([{ when: '2019', stance: 'uncertain' }]))).toBe('2019')
  expect(lineDate(found([{}]))).toBeUndefined()
})

it('says of what was last known when it was seen', () => {
  expect(lineDate(found([{ when: '2024-12-12' }], '2025'))).toBe('seen 12 Dec 2024')
})

it('has words for any dates, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(dates.edtf, { minLength: 1, maxLength: 4 }), (whens) => {
      const words = lineDate(found(whens.map((when) => ({ when }))))
      expect(words).toMatch(/\d|going on/)
      expect(words).not.toMatch(/undefined|\/\//)
    })
  )
})
