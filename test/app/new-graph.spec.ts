import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseGraph } from '@core/formats/entente/parse'
import { expect, test } from './launch'

// From nothing to a graph of one's own, by keyboard alone.

test('a graph of one’s own: no file, a title, two entities of types of their own, and still there at the next start', async ({
  launch,
  folder
}) => {
  const { app, page, data, quit } = await launch()
  const place = join(folder, 'port-calls.entente.json')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, place)
  await page.getByText('An example, to try things on.').waitFor()

  await page.keyboard.press('Control+w')
  await expect(page.getByRole('button', { name: /^New graph…/ })).toBeVisible()
  await page.keyboard.press('Control+n')
  const dialog = page.getByRole('dialog', { name: 'New graph' })
  await dialog.getByLabel('Title').waitFor()
  await page.keyboard.type('Port calls, ميناء طرطوس')
  await dialog.getByRole('button', { name: 'Choose…' }).press('Enter')
  await expect(dialog.getByText(place)).toBeVisible()
  await dialog.getByRole('radio', { name: /^Empty/ }).press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible()

  for (const [name, type] of [
    ['MV Amal', 'Vessel'],
    ['ميناء طرطوس', 'Port']
  ] as const) {
    await page.keyboard.press('n')
    await page.getByRole('dialog', { name: 'Add an entity' }).getByLabel('Name').waitFor()
    await page.keyboard.type(name)
    await page.keyboard.press('Tab')
    await page.keyboard.type(type)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await expect(page.getByText('every change is on disk')).toBeVisible()
  await quit()

  const read = parseGraph(await readFile(place, 'utf8'))
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const { graph } = read
  expect(graph.title).toBe('Port calls, ميناء طرطوس')
  expect([...graph.all('entity').values()].map(({ name, type }) => [name, type]).sort()).toEqual([
    ['MV Amal', 'vessel'],
    ['ميناء طرطوس', 'port']
  ])
  const again = await launch({ data })
  await expect(again.page.locator('h1')).toContainText('Port calls')
})

test('a last graph that is gone leads to the start page, where it is marked', async ({ launch, folder }) => {
  const first = await launch()
  await first.page.getByText('An example, to try things on.').waitFor()
  await first.quit()
  await rename(join(first.data, 'graphs'), join(folder, 'elsewhere'))
  const { page } = await launch({ data: first.data })
  const dialog = page.getByRole('dialog', { name: 'Not opened' })
  await expect(dialog).toContainText('it is not there')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('list', { name: 'Recent' })).toContainText('Not reachable: it is not there')
})
