import { serialiseGraph } from '@core/formats/entente/serialise'
import { describe, expect, it } from 'vitest'
import { claim, sampleGraph } from '../../core/sample'
import { entente, fileWith } from './run-main'

const sample = () =>
  fileWith(
    serialiseGraph(
      sampleGraph().with([{ after: claim('c-4', 'r-leads', { stance: 'denies', source: 's-rt', when: '2024-12-20' }) }])
    )
  )

it('lists every relation, by id, with its status and its independent sources', async () => {
  expect(await entente('status', await sample())).toEqual({
    code: 0,
    out: [
      'STATUS        FOR  AGAINST  FLAGS    RELATION',
      'Disputed      1    1        undated  Ahmed al-Sharaa —leads→ Hay’at Tahrir al-Sham',
      'No source     0    0                 Hmeimim Air Base —near— Latakia',
      'Corroborated  2    0        undated  Russia —operates→ Hmeimim Air Base'
    ],
    err: []
  })
})

it('as of a date, on the clock that is asked for', async () => {
  const path = await sample()
  const statuses = async (...flags: readonly string[]) =>
    (await entente('status', path, ...flags)).out.slice(1).map((line) => line.split('  ')[0])
  expect(await statuses('--as-of', '2024-12-15')).toEqual(['Last known', 'No source', 'Single source'])
  expect(await statuses('--as-of', '2024-12-20')).toEqual(['Changed', 'No source', 'Single source'])
  expect(await statuses('--as-of', '2024-12-14', '--known-by', '2024-12-13')).toEqual([
    'Single source',
    'No source',
    'Single source'
  ])
  expect(await statuses('--as-of', '2024-12-13', '--clock', 'published')).toEqual([
    'Outside the date',
    'No source',
    'Single source'
  ])
  expect(await statuses('--as-of', '2020', '--clock', 'recorded')).toEqual([
    'Outside the date',
    'No source',
    'Outside the date'
  ])
})

it('as JSON gives the claims as well', async () => {
  const { out } = await entente('status', await sample(), '--json', '--as-of=2024-12-20')
  const rows = JSON.parse(out.join('\n'))
  expect(rows.map(({ id, status }: { id: string; status: string }) => [id, status])).toEqual([
    ['r-leads', 'changed'],
    ['r-near', 'unsourced'],
    ['r-operates', 'single-source']
  ])
  expect(rows[0]).toEqual({
    id: 'r-leads',
    type: 'leads',
    label: 'leads',
    from: 'e-sharaa',
    fromName: 'Ahmed al-Sharaa',
    to: 'e-hts',
    toName: 'Hay’at Tahrir al-Sham',
    status: 'changed',
    flags: ['undated'],
    independent: 0,
    denying: 1,
    hedging: 0,
    bestSupport: 'B2',
    bestDenial: 'B2',
    undated: 0,
    supports: ['c-3'],
    denies: ['c-4'],
    uncertain: [],
    sentence: 'Supported on 14 Dec 2024, when it was published (B2, undated); denied on 20 Dec 2024 (B2).'
  })
})

describe('is called right', () => {
  it.each([
    [['--as-of', '2024-13'], '--as-of: There is no month 13. Write 2024-12, or 2024 if the month is not known.'],
    [['--as-of', 'soon'], '--as-of: “soon” is not a date we can read.'],
    [['--clock', 'moon'], '--clock: there is no such clock. Write world, published, recorded.']
  ])('or not: %j', async (flags, said) => {
    const { code, out, err } = await entente('status', await sample(), ...flags)
    expect([code, out]).toEqual([2, []])
    expect(err[0]).toContain(said)
  })

  it('with one file', async () => {
    expect((await entente('status')).code).toBe(2)
    expect((await entente('status', 'a', 'b')).code).toBe(2)
  })
})
