import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Edit } from '@core/graph/graph'
import { readJson } from '@core/text/json'
import { KeptMappings } from '@main/session/kept-mappings'
import { disk } from '@main/stores/file-system'
import { expect, onTestFinished, test } from 'vitest'
import { folder } from '../sample'
import { handling } from './handling'

const CSV =
  'From;Relation;To;Date;Report\nHmeimim;operates;Tartus;31.12.24;Wire\nTartus;operates\nHmeimim;operates;Aleppo;01.02.24;Wire\n'

/** A window whose user chooses that table. */
async function withTable(content = CSV) {
  const path = join(await folder(), 'sightings.csv')
  await writeFile(path, content)
  const window = await handling(path)
  const { handle } = await window.opened()
  const read = await window.ask('table:choose', { handle })
  if (read.outcome !== 'read') throw new Error(JSON.stringify(read))
  return { ...window, handle, read, path, id: read.id, table: { handle, id: read.id } }
}

test('a table is read, planned, shown, and its change is kept', async () => {
  const { ask, read, table, handle } = await withTable()
  expect(read).toMatchObject({
    name: 'sightings.csv',
    rows: 3,
    heads: ['From', 'Relation', 'To', 'Date', 'Report'],
    reading: { encoding: 'utf-8', delimiter: ';', quote: '"', hasHeads: true },
    isKept: false
  })
  expect(read.mapping.columns.map(({ role }) => role)).toEqual(['from', 'relation', 'to', 'date', 'source'])
  const asked = await ask('table:plan', { ...table, mapping: read.mapping, answers: [] })
  expect(asked).toMatchObject({
    outcome: 'planned',
    preview: { asks: { orders: ['dmy', 'ymd'], example: '31.12.24' } }
  })
  const mapping = { ...read.mapping, order: 'dmy' as const, type: 'Facility' }
  const planned = await ask('table:plan', { ...table, mapping, answers: [] })
  expect(planned).toMatchObject({
    outcome: 'planned',
    preview: { counts: { rows: 3, leftOut: 1, newClaims: 2 }, problems: [{ at: 1, line: 3 }], problemCount: 1 }
  })
  const { rows } = await ask('table:rows', { ...table, from: 1 })
  expect(rows).toMatchObject([{ line: 3, problem: expect.stringContaining('There are 2 cells') }, { line: 4 }])
  const edits: Edit[] = []
  for (let part = 0, more = true; more; part++) {
    const piece = await ask('table:change', { ...table, part })
    edits.push(...(readJson(piece.edits) as readonly Edit[]))
    more = piece.more
  }
  const label = 'Import sightings.csv'
  expect(await ask('graph:commit', { handle, change: { label, edits } })).toMatchObject({ outcome: 'saved' })
  const again = await ask('table:plan', { ...table, mapping, answers: [] })
  expect(again).toMatchObject({ outcome: 'planned', preview: { counts: { same: 2, newClaims: 0 }, edits: 0 } })
})

test('it is read in another way, and an older reading is put away', async () => {
  const { ask, table, handle, read } = await withTable()
  const other = await ask('table:read', { ...table, reading: { delimiter: ',', hasHeads: false } })
  expect(other).toMatchObject({ outcome: 'read', rows: 4, reading: { delimiter: ',', hasHeads: false } })
  await expect(ask('table:rows', { handle, id: read.id, from: 0 })).rejects.toThrow('put away')
  await expect(ask('table:rows', { handle: 'file-99', id: read.id, from: 0 })).rejects.toThrow('Another file is open')
})

test('what is wrong with a mapping or a file is a sentence', async () => {
  const { ask, table, read } = await withTable()
  const columns = read.mapping.columns.map(({ head }) => ({ head, role: 'ignore' as const }))
  expect(await ask('table:plan', { ...table, mapping: { ...read.mapping, columns }, answers: [] })).toMatchObject({
    outcome: 'refused',
    message: expect.stringContaining('Say which column')
  })
  const bad = await handling('/nowhere/t.csv')
  const { handle } = await bad.opened()
  expect(await bad.ask('table:choose', { handle })).toMatchObject({
    outcome: 'failed',
    message: expect.stringContaining('could not be read')
  })
})

test('the rows with errors and the mapping are saved as files', async () => {
  const { ask, table, read, path } = await withTable()
  await ask('table:plan', { ...table, mapping: { ...read.mapping, order: 'dmy', type: 'Facility' }, answers: [] })
  expect(await ask('table:errors', table)).toEqual({ outcome: 'saved', name: 'sightings.csv' })
  expect(await readFile(path, 'utf8')).toBe(
    '\ufeffRow,Reason,From,Relation,To,Date,Report\r\n3,"There are 2 cells in this row, and 5 columns.",Tartus,operates,,,\r\n'
  )
  await ask('table:save-mapping', { ...table, mapping: read.mapping })
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ format: 'entente-table-mapping', version: 1 })
})

test('what the columns are is kept for tables with the same heads, in whatever order, over a start', async () => {
  const place = {
    fs: disk,
    path: join(await folder(), 'tables.json'),
    onTrouble: (error: unknown) => expect.fail(`${error}`)
  }
  const { read } = await withTable()
  const kept = await KeptMappings.open(place)
  onTestFinished(() => kept.settled())
  kept.keep(read.heads, { ...read.mapping, order: 'dmy' })
  await kept.settled()
  const later = await KeptMappings.open(place)
  expect(later.forHeads(['Report', 'date', 'To', 'Relation', 'From'])?.order).toBe('dmy')
  expect(later.forHeads(['Report', 'date', 'To', 'Relation'])).toBeUndefined()
})
