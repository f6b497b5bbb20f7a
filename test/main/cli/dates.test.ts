import { readFile } from 'node:fs/promises'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import type { Claim } from '@core/records/records'
import { describe, expect, it } from 'vitest'
import { claim, entity, relation, source } from '../../core/sample'
import { entente, fileWith } from './run-main'

/** One tie for each claim, and what each claim says of when it was so; ids go by the letter, so that they keep the order. */
const fileOf = (claims: readonly Partial<Claim>[]) => {
  const at = (index: number) => String.fromCharCode(97 + index)
  return fileWith(
    serialiseGraph(
      Graph.of('Dates', [
        { kind: 'entityType', id: 'place', label: 'Place' },
        { kind: 'relationType', id: 'near', label: 'near', inverse: 'near' },
        source('s-wire', { published: '2025-01-31' }),
        entity('dock', 'place', 'Dock'),
        ...claims.flatMap((more, index) => [
          entity(`e-${at(index)}`, 'place', `Pier ${at(index)}`),
          relation(`r-${at(index)}`, 'near', 'dock', `e-${at(index)}`),
          claim(`c-${at(index)}`, `r-${at(index)}`, more)
        ])
      ])
    )
  )
}

const LEVEL_1 = [
  ...['2024-XX', '2024-12-XX', '2024-XX-XX', '2017/', '/2017', 'Y12000', '0000-02-29', '198X', '2024-21', '../1985'],
  ...['1984~/2004-06', '2024-12-08%', '-201X', '-0216', 'Y-12000', '20XX', '2024-12-08T10:00:00+02:00']
]

const countedAt = async (path: string, ...flags: readonly string[]) => {
  const { out } = await entente('status', path, '--json', ...flags)
  const rows: readonly { readonly status: string }[] = JSON.parse(out.join('\n'))
  return rows.map(({ status }) => (status === 'not-at-date' ? 0 : 1))
}

it('check has nothing to say of a file with every form of level 1', async () => {
  const path = await fileOf(LEVEL_1.map((when) => ({ when })))
  expect(await entente('check', path)).toEqual({ code: 0, out: [], err: [] })
})

it('status counts by what a date may mean', async () => {
  const path = await fileOf(
    ['2024-XX', '2024-12-XX', '2017/', '/2017', 'Y12000', '2024-12-16'].map((when) => ({ when }))
  )
  expect(await countedAt(path, '--as-of', '2024-12-15')).toEqual([1, 1, 1, 0, 0, 0])
  expect(await countedAt(path, '--as-of', '2018')).toEqual([0, 0, 1, 0, 0, 0])
  expect(await countedAt(path, '--as-of', '1066')).toEqual([0, 0, 0, 1, 0, 0])
  expect(await countedAt(path, '--as-of', 'Y12001')).toEqual([1, 1, 1, 0, 1, 1])
})

describe('--as-of', () => {
  const path = () => fileOf(['-0217', '-0216', '-0215', '-021X'].map((when) => ({ when })))

  it.each([
    [
      ['--as-of', '-0216'],
      [1, 1, 0, 1]
    ],
    [['--as-of=-0216'], [1, 1, 0, 1]],
    [
      ['--as-of', '217 BC'],
      [1, 1, 0, 1]
    ],
    [
      ['--as-of', '-0217~'],
      [1, 0, 0, 1]
    ],
    [
      ['--as-of', '-0220/-0217'],
      [1, 0, 0, 1]
    ],
    [
      ['--as-of', '-023X'],
      [0, 0, 0, 0]
    ]
  ])('%j', async (flags, counted) => {
    expect(await countedAt(await path(), ...flags)).toEqual(counted)
  })

  it('says what it cannot read, and which option was mistyped', async () => {
    const said = async (...flags: readonly string[]) => (await entente('status', await path(), ...flags)).err[0]
    expect(await said('--as-of', '-0216-13')).toContain('--as-of: There is no month 13. Write -0216-12')
    expect(await said('--as-of', 'Easter')).toContain('--as-of: “Easter” is not a date we can read. Write 2024')
    expect(await said('--as-of', '--json')).toContain('--as-of')
    expect(await said('--as-of', '--jsn')).toContain('--as-of')
    expect(await said('--as-of')).toContain('--as-of')
  })
})

describe('a date that cannot be read', () => {
  const path = () => fileOf([{ when: 'early 2024' }, { when: '2024-12-08' }, { recorded: 'yesterday' }])

  it('is told by check with file, line, record and field', async () => {
    const file = await path()
    const { code, out } = await entente('check', file)
    const line = (id: string, lines: readonly string[]) => 1 + lines.findIndex((text) => text.includes(`"id":"${id}"`))
    const lines = (await readFile(file, 'utf8')).split('\n')
    expect(code).toBe(1)
    expect(out).toEqual([
      expect.stringContaining(
        `${file}:${line('c-a', lines)}: Claim c-a, "when": “early 2024” is not a date we can read.`
      ),
      `${file}:${line('c-c', lines)}: Claim c-c: "recorded" must be an instant such as 2025-03-02T12:00:00Z.`
    ])
  })

  it('counts as undated for status, which says so', async () => {
    const file = await path()
    const { code, out, err } = await entente('status', file, '--json', '--as-of', '1900')
    expect(code).toBe(0)
    const rows = JSON.parse(out.join('\n'))
    expect(rows.map(({ status, undated }: { status: string; undated: number }) => [status, undated])).toEqual([
      ['not-at-date', 1],
      ['not-at-date', 0],
      ['not-at-date', 0]
    ])
    expect(rows[0].sentence).toContain('The date of one of the claims cannot be read, so that it counts as undated.')
    expect(err.join('\n')).toContain('Claim c-a, "when": “early 2024”')
    expect(err.at(-1)).toContain('dates that cannot be read are kept as they are and count as undated.')
    expect(await countedAt(file, '--recorded-by', '1900')).toEqual([0, 0, 1])
  })
})

it('the day of an instant is that in UTC, whatever its offset and wherever it is read', async () => {
  const path = await fileOf(
    ['2024-12-08T23:30:00Z', '2024-12-09T00:30:00Z', '2024-12-09T02:30:00+03:00', '2024-12-08T20:30:00-05:00'].map(
      (recorded) => ({ recorded })
    )
  )
  const zone = process.env.TZ
  try {
    for (const place of ['Asia/Damascus', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      process.env.TZ = place
      expect(await countedAt(path, '--recorded-by', '2024-12-08')).toEqual([1, 0, 1, 0])
    }
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})
