import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Analyst } from './analyst'
import { expect, test } from './launch'
import { graphOnDisk, ownGraph } from './own-graph'

test('a part of a graph goes from one window to another, as a table to a spreadsheet, and back out by undo', async ({
  launch,
  folder
}) => {
  const first = await launch({ file: await ownGraph(folder, 'from.entente.json') })
  const analyst = new Analyst(first)
  await analyst.seesTheGraph('Syria 2024')
  await analyst.presses('Control+a', 'Control+c')
  await expect(first.page.getByText(/^Copied \d+ entities and \d+ relations\.$/)).toBeVisible()
  const table = await first.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(table.split('\n')[0]).toBe('Name\tType\tOther names\tPeriod\tSummary')
  expect(table).toContain('From\tRelation\tTo\tStance')

  const place = join(folder, 'to.entente.json')
  await writeFile(place, '{"format":"entente-graph","version":1,"title":"Mine"}\n')
  const before = await readFile(place, 'utf8')
  const second = await launch({ file: place })
  await expect(second.page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible()
  await second.page.keyboard.press('Control+v')
  await expect(second.page.getByText(/^Pasted \d+ entities\.$/)).toBeVisible()
  await expect(second.page.getByText('every change is on disk')).toBeVisible()
  const pasted = await graphOnDisk(place)
  expect(pasted.all('entity').size).toBeGreaterThan(5)
  expect(pasted.all('claim').size).toBeGreaterThan(5)
  await second.page.keyboard.press('Control+v')
  await expect(second.page.getByText('All of it is in this graph already; it is selected.')).toBeVisible()
  for (let step = 0; step < 3; step++) await second.page.keyboard.press('Control+z')
  await second.quit()
  expect(JSON.parse(await readFile(place, 'utf8'))).toMatchObject(JSON.parse(before))
  expect((await graphOnDisk(place)).all('entity').size).toBe(0)
})

test('a file that is dropped on the window opens; one while a dialog is open does not', async ({ launch, folder }) => {
  const place = join(folder, 'ميناء.entente.json')
  await writeFile(place, '{"format":"entente-graph","version":1,"title":"Dropped"}\n')
  const { page } = await launch()
  await page.getByText('An example, to try things on.').waitFor()
  const session = await page.context().newCDPSession(page)
  const drop = async () => {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', {
        type,
        x: 500,
        y: 300,
        data: { items: [], files: [place], dragOperationsMask: 1 }
      })
  }
  await page.keyboard.press('n')
  await page.getByRole('dialog').waitFor()
  await drop()
  await page.keyboard.press('Escape')
  await expect(page.locator('h1')).toContainText('Syria 2024')
  await drop()
  await expect(page.locator('h1')).toContainText('Dropped')
})
