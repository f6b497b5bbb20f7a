import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Analyst } from './analyst'
import { expect, test } from './launch'
import { graphOnDisk, ownGraph, SEED } from './own-graph'

test.describe('a file that cannot be opened', () => {
  const bad = [
    { name: 'cut.entente.json', change: (text: string) => text.slice(0, text.length / 2), said: 'Line' },
    { name: 'letter.entente.json', change: () => 'Dear all, find attached', said: 'JSON' },
    {
      name: 'broken.entente.json',
      change: (text: string) => text.replaceAll('"credibility":2', '"credibility":9'),
      said: 'credibility'
    }
  ]
  for (const { name, change, said } of bad)
    test(`${name}: says what is wrong and leaves what was open`, async ({ launch, folder }) => {
      const path = await ownGraph(folder)
      const file = join(folder, name)
      await writeFile(file, change(await readFile(SEED, 'utf8')))
      const analyst = new Analyst(await launch({ file: path }))
      await analyst.seesTheGraph('Syria 2024')
      const ways = [
        async () => {
          await analyst.willOpen(file)
          await analyst.presses('Control+o')
        },
        () => analyst.opensFromTheDesktop(file)
      ]
      for (const open of ways) {
        await open()
        await expect(analyst.dialog).toContainText('Not opened')
        await expect(analyst.dialog).toContainText(name)
        await expect(analyst.dialog).toContainText(said)
        await expect(analyst.dialog).toContainText('Syria 2024 stays open as it was.')
        await analyst.presses('Escape')
        await expect(analyst.dialog).toBeHidden()
      }
      await analyst.goesTo('Ahmed al-Sharaa')
      await analyst.addsEntity({ name: 'Jableh Radar Station', type: 'Facility' })
      await analyst.seesItSaved()
      expect((await graphOnDisk(path)).all('entity').size).toBe((await graphOnDisk(SEED)).all('entity').size + 1)
    })
})

test('names out of a bad file are text and nothing else', async ({ launch, folder }) => {
  const path = join(folder, 'tricks.entente.json')
  const tricks = [
    '<img src=x onerror="document.title=1">',
    '\u202Edesrever',
    `Zal${'\u0301'.repeat(400)}go`,
    '__proto__'
  ]
  const types = '{"id":"person","label":"Person"},{"id":"__proto__","label":"constructor"}'
  const entities = tricks.map(
    (name, at) =>
      `{"id":"e-${at}","type":"${at % 2 ? '__proto__' : 'person'}","name":${JSON.stringify(name)},"aliases":[]}`
  )
  await writeFile(
    path,
    `{"format":"entente-graph","version":1,"title":"Tricks","vocabulary":{"entityTypes":[${types}],"relationTypes":[]},"entities":[${entities.join(',')}]}`
  )
  const launched = await launch({ file: path })
  const analyst = new Analyst(launched)
  await analyst.seesTheGraph('Tricks')
  await analyst.goesTo('<img src=x onerror="document.title=1">')
  await analyst.goesTo('__proto__')
  await analyst.presses('n')
  await analyst.dialog.getByLabel('Name', { exact: true }).fill('constructor')
  await analyst.presses('Escape', 'Escape')
  await analyst.opensTheExport()
  await analyst.presses('Escape')
  expect(await analyst.page.title()).not.toBe('1')
  expect(launched.console.filter((line) => /^(error|pageerror)/.test(line))).toEqual([])
})

test('a file opened from the desktop waits for a dialog, and what was typed there stays', async ({
  launch,
  folder
}) => {
  const path = await ownGraph(folder)
  const other = join(folder, 'other.entente.json')
  await writeFile(other, (await readFile(SEED, 'utf8')).replace('"title": "Syria 2024"', '"title": "Another session"'))
  const analyst = new Analyst(await launch({ file: path }))
  await analyst.seesTheGraph('Syria 2024')
  await analyst.presses('n')
  await expect(analyst.dialog).toBeVisible()
  await analyst.types('Jableh Radar Station')
  await analyst.opensFromTheDesktop(other)
  await expect(analyst.page.getByText('“other.entente.json” opens when this dialog is closed.')).toBeVisible()
  await expect(analyst.dialog.getByLabel('Name').first()).toHaveValue('Jableh Radar Station')
  await analyst.presses('Escape', 'Escape')
  await analyst.seesTheGraph('Another session')
})
