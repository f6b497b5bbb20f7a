import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import type { Graph } from '../../src-core/graph/graph'
import { type AnyRecord, KINDS } from '../../src-core/records/records'
import { Analyst } from './analyst'
import { expect, test } from './launch'
import { graphOnDisk, ownGraph } from './own-graph'

const facts = (graph: Graph) =>
  KINDS.filter((kind) => kind !== 'view').flatMap((kind): readonly AnyRecord[] =>
    [...graph.all(kind).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  )

const BASES = [
  'حميميم',
  'Hmeimeem',
  'Tartus Naval Base',
  'قاعدة طرطوس البحرية',
  'Qamishli Air Base',
  'Shayrat',
  'Abu al-Duhur',
  'T4'
]

/** Two hundred rows in a German spreadsheet's way: semicolons, days first with years of two digits, a few rows that are wrong. */
function sightings(): string {
  const rows = Array.from({ length: 200 }, (_, at) => {
    const day = `${String((at % 28) + 1).padStart(2, '0')}.12.24`
    const row = [
      'Russia',
      'operates',
      BASES[at % BASES.length],
      day,
      `Imagery ${at % 9}`,
      `Sighting ${at}; seen.`,
      'B2',
      `R-${at}`
    ]
    if (at === 40) return ['Russia', 'operates', 'Tartus']
    if (at === 80) row[3] = '31.13.24'
    if (at === 120) row[6] = 'G9'
    return row
  })
  const lines = [['Operator', 'What', 'Where', 'Day', 'Report', 'Text', 'Rel.', 'Row id'], ...rows]
  return lines.map((row) => row.map((cell) => (cell?.includes(';') ? `"${cell}"` : cell)).join(';')).join('\r\n')
}

test('a table of 200 rows and a workbook come in, each as one change that is undone and done again', async ({
  launch,
  folder
}) => {
  const path = await ownGraph(folder)
  const [csv, xlsx] = [join(folder, 'sightings.csv'), join(folder, 'groups.xlsx')]
  await writeFile(csv, sightings())
  await writeFile(
    xlsx,
    await writeXlsx({
      sheets: [
        {
          name: 'Groups',
          rows: [
            ['Name', 'Type', 'Also known as', 'Founded', 'Note'],
            ['لواء القدس', 'Armed group', 'Liwa al-Quds', new Date('2013-10-06T00:00:00Z'), 'From Aleppo.'],
            ['Desert Hawks', 'Armed group', null, new Date('2013-08-01T00:00:00Z'), null]
          ]
        }
      ]
    })
  )
  const analyst = new Analyst(await launch({ file: path }))
  await analyst.seesTheGraph('Syria 2024')
  const before = await graphOnDisk(path)

  await analyst.willOpen(csv)
  await analyst.searchesFor('From a table')
  await analyst.presses('Enter')
  const { dialog, page } = analyst
  await expect(dialog).toContainText('200 rows, 8 columns')
  // 12.12.24 and the like could be read in several ways; other days leave one only.
  await expect(dialog).toContainText('First say in which order dates such as')
  await expect(dialog.getByRole('button', { name: /^Import/ })).toBeDisabled()
  await dialog.getByLabel('Order of dates').click()
  await page.getByRole('option', { name: /day first/ }).click()
  await dialog.getByLabel('Type of new names').click()
  await page.getByRole('option', { name: 'New names: Facility' }).click()
  const errors = dialog.getByRole('region', { name: 'Errors' })
  await expect(errors).toContainText('3 rows, left out')
  await expect(errors).toContainText('There is no month 13')
  await expect(errors).toContainText('There are 3 cells in this row')
  const saved = join(folder, 'errors.csv')
  await analyst.willSaveAs(saved)
  await errors.getByRole('button', { name: 'Save as CSV…' }).click()
  await expect.poll(() => readFile(saved, 'utf8').catch(() => '')).toContain('There is no month 13')

  const alike = dialog.getByRole('region', { name: 'Looks like yours' })
  await expect(alike).toContainText('Hmeimeem')
  await alike.getByRole('button', { name: 'Use all' }).click()
  await expect(alike).toBeHidden()
  await expect(dialog.getByRole('button', { name: 'Import 197 rows' })).toBeEnabled()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await analyst.seesItSaved()
  const first = await graphOnDisk(path)
  expect(first.all('claim').size).toBe(before.all('claim').size + 197)
  expect(first.all('source').size).toBe(before.all('source').size + 9)

  await analyst.willOpen(xlsx)
  await analyst.searchesFor('From a table')
  await analyst.presses('Enter')
  await expect(dialog).toContainText('2 rows, 5 columns')
  await expect(dialog.getByRole('button', { name: 'Import 2 rows' })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(dialog).toBeHidden()
  await analyst.seesItSaved()
  await expect
    .poll(async () => [...(await graphOnDisk(path)).all('entity').values()].find(({ name }) => name === 'لواء القدس'))
    .toMatchObject({ properties: { Founded: '2013-10-06' }, summary: 'From Aleppo.' })
  const both = await graphOnDisk(path)

  await analyst.undoes()
  await expect.poll(async () => facts(await graphOnDisk(path))).toEqual(facts(first))
  await analyst.undoes()
  await expect.poll(async () => facts(await graphOnDisk(path))).toEqual(facts(before))
  await analyst.redoes()
  await analyst.redoes()
  await expect.poll(async () => facts(await graphOnDisk(path))).toEqual(facts(both))
})
