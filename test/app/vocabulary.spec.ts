import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './launch'
import { graphOnDisk } from './own-graph'

// A vocabulary of one's own in an empty graph, by keyboard alone.

const TYPES = ['Vessel', 'Port', 'Company', 'ميناء جاف', 'Cargo']
const EMPTY = `${JSON.stringify({ format: 'entente-graph', version: 1, title: 'Port calls' })}\n`

test('five types by keyboard, one renamed, two merged; all undone the file is as before', async ({
  launch,
  folder
}) => {
  const { writeFile } = await import('node:fs/promises')
  const path = join(folder, 'calls.entente.json')
  await writeFile(path, EMPTY)
  const { page, quit } = await launch({ file: path })
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible()

  const open = async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await page.keyboard.type('Vocabulary')
    await page.getByRole('option', { name: /Vocabulary…/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Vocabulary' }).waitFor()
  }
  await open()
  const dialog = page.getByRole('dialog', { name: 'Vocabulary' })
  const list = dialog.getByRole('list', { name: 'Entity types' })
  for (const [at, word] of TYPES.entries()) {
    await dialog.getByRole('button', { name: 'Add an entity type' }).press('Enter')
    await dialog.getByLabel('Name of the type').waitFor()
    await page.keyboard.type(word)
    await page.keyboard.press('Enter')
    await expect(list.getByRole('button')).toHaveCount(at + 1)
  }
  await list.getByRole('button', { name: /Vessel/ }).focus()
  await page.keyboard.press('F2')
  await dialog.getByLabel('Name of the type').waitFor()
  await page.keyboard.type('Ship')
  await page.keyboard.press('Enter')
  await expect(list.getByRole('button', { name: /Ship/ })).toBeFocused()

  await list.getByRole('button', { name: /ميناء جاف/ }).focus()
  await dialog.getByRole('button', { name: 'Merge into…' }).press('Enter')
  const question = page.getByRole('alertdialog')
  await question.getByLabel('Into').press('Enter')
  await page.getByRole('option', { name: 'Port' }).waitFor()
  await page.keyboard.type('Port')
  await page.keyboard.press('Enter')
  await expect(question).toContainText('Nothing has the type “ميناء جاف”.')
  await question.getByRole('button', { name: 'Merge' }).press('Enter')
  await expect(list.getByRole('button')).toHaveCount(4)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('every change is on disk')).toBeVisible()
  const labels = [...(await graphOnDisk(path)).all('entityType').values()].map(({ label }) => label)
  expect(labels.sort()).toEqual(['Cargo', 'Company', 'Port', 'Ship'])

  const undo = page.getByRole('button', { name: /^Undo/ }).first()
  for (let steps = 0; steps < 30 && (await undo.isEnabled()); steps++) {
    await page.keyboard.press('Control+z')
    await page.waitForTimeout(50)
  }
  await expect(undo).toBeDisabled()
  await expect(page.getByText('every change is on disk')).toBeVisible()
  await quit()
  expect(await readFile(path, 'utf8')).toBe(EMPTY)
})
