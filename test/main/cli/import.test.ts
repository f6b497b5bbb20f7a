import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { describe, expect, it } from 'vitest'
import { sampleGraph } from '../../core/sample'
import { entente, fileWith } from './run-main'

const CSV = `Operator;What;Where;Day;Report;Text;Rel.
Russia;operates;حميميم;13.12.2024;Wire report;Two transports.;A2
Россия;operates;Tartus;14.12.2024;Maxar;A ship.;C3
Russia;operates;Tartus;31.13.2024;Maxar;No such month.;C3
Russia;operates;Tartus
`

async function files(csv: string | Uint8Array = CSV, name = 'sightings.csv') {
  const path = await fileWith([...serialiseGraph(sampleGraph())].join(''))
  const table = join(dirname(path), name)
  await writeFile(table, csv)
  return { path, table, mapping: join(dirname(path), 'm.json') }
}

const graphIn = async (path: string) => {
  const read = parseGraph(await readFile(path, 'utf8'))
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.graph
}

describe('entente import', () => {
  it('adds the rows, counts on stdout, tells on stderr what was left out, and leaves a file in order', async () => {
    const { path, table } = await files()
    const { code, out, err } = await entente('import', path, table)
    expect(code).toBe(1)
    expect(out).toEqual([
      '4 rows, 2 of them left out',
      '2 new entities, 0 changed',
      '2 new relations, 0 there already',
      '2 new claims, 0 changed',
      '1 new sources',
      '0 rows say what is there already'
    ])
    expect(err).toContainEqual(expect.stringMatching(/sightings\.csv:4: There is no month 13/))
    expect(err).toContainEqual(expect.stringMatching(/sightings\.csv:5: There are 3 cells in this row, and 7 columns/))
    expect(err).toContainEqual(expect.stringMatching(/حميميم ≈ Hmeimim Air Base/))
    expect([...(await graphIn(path)).all('entity').values()].map(({ name }) => name)).toContain('حميميم')
    expect((await entente('check', path)).code).toBe(0)
  })

  it('changes nothing in a dry run, and nothing when the same table comes again', async () => {
    const { path, table } = await files(CSV.split('\n').slice(0, 3).join('\n'))
    const before = await readFile(path, 'utf8')
    expect((await entente('import', path, table, '--dry-run')).code).toBe(0)
    expect(await readFile(path, 'utf8')).toBe(before)
    await entente('import', path, table)
    const once = await readFile(path, 'utf8')
    const { code, out } = await entente('import', path, table)
    expect([code, out.at(-1)]).toEqual([0, '2 rows say what is there already'])
    expect(await readFile(path, 'utf8')).toBe(once)
  })

  it('keeps what the columns are in a mapping, which reads the next delivery', async () => {
    const { path, table, mapping } = await files('A,B,C\nRussia,operates,Tartus\n')
    await entente('import', path, table, '--dry-run', '--save-mapping', mapping, '--source', 'Delivery 7')
    const kept = JSON.parse(await readFile(mapping, 'utf8'))
    kept.columns = [
      { head: 'A', role: 'from' },
      { head: 'B', role: 'relation' },
      { head: 'C', role: 'to' }
    ]
    await writeFile(mapping, JSON.stringify(kept))
    expect((await entente('import', path, table, '--mapping', mapping)).code).toBe(0)
    expect([...(await graphIn(path)).all('source').values()].map(({ title }) => title)).toContain('Delivery 7')
    const wrong = await fileWith('X,Y\n1,2\n', 'other.csv')
    const { code, err } = await entente('import', path, wrong, '--mapping', mapping)
    expect([code, err.join()]).toEqual([1, expect.stringContaining('names a column “A”')])
  })

  it('asks for the order of dates', async () => {
    const { path, table } = await files('From,Relation,To,Date\nRussia,operates,Tartus,03.04.24\n')
    const asked = await entente('import', path, table)
    expect([asked.code, asked.err.join()]).toEqual([
      2,
      expect.stringMatching(/“03\.04\.24”.*--order dmy, or --order mdy, or --order ymd/)
    ])
    expect((await entente('import', path, table, '--order', 'dmy')).code).toBe(0)
    expect([...(await graphIn(path)).all('claim').values()].map(({ when }) => when)).toContain('2024-04-03')
  })

  it.each([
    [['import'], 2, /Name one graph file/],
    [['import', 'FILE', 'TABLE', '--order', 'now'], 2, /--order is one of dmy/],
    [['import', 'FILE', 'TABLE', '--encoding', 'klingon'], 2, /no encoding/],
    [['import', 'FILE', 'TABLE', '--sheet', 'x'], 2, /Only a workbook/],
    [['import', 'FILE', 'TABLE', '--delimiter', 'ab'], 2, /one sign/],
    [['import', 'FILE', 'TABLE', '--mapping', 'FILE'], 1, /no mapping for tables/],
    [['import', 'FILE', '/nowhere.csv'], 1, /could not be read/]
  ])('%j is refused and changes nothing', async (argv, code, said) => {
    const { path, table } = await files()
    const before = await readFile(path, 'utf8')
    const run = await entente(...argv.map((word) => (word === 'FILE' ? path : word === 'TABLE' ? table : word)))
    expect([run.code, run.err.join()]).toEqual([code, expect.stringMatching(said)])
    expect(await readFile(path, 'utf8')).toBe(before)
  })
})
