import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Analyst } from './analyst'
import { expect, test } from './launch'
import { graphOnDisk, ownGraph } from './own-graph'

const name = async (path: string, id: string) => (await graphOnDisk(path)).get('entity', id)?.name

/** Another program changes the file. */
const edit = async (path: string, from: string, to: string) => {
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replaceAll(from, to))
}

async function addThree(analyst: Analyst) {
  for (const state of ['Atlantis', 'Mu', 'Lemuria']) await analyst.addsEntity({ name: state, type: 'State' })
  await analyst.seesItSaved()
}

const found = async (path: string, ...names: readonly string[]) => {
  const graph = await graphOnDisk(path)
  const all = new Set([...graph.all('entity').values()].map(({ name }) => name))
  return names.filter((name) => all.has(name))
}

test('the history says what was done, goes back and forward by key alone, and each move is saved', async ({
  launch,
  folder
}) => {
  const file = await ownGraph(folder)
  const analyst = new Analyst(await launch({ file }))
  await analyst.seesTheGraph('Syria 2024')
  await addThree(analyst)

  await analyst.presses('Control+h')
  await expect(analyst.dialog).toContainText('3 changes of Syria 2024')
  const rows = analyst.dialog.getByRole('list', { name: 'Changes, newest first' }).getByRole('listitem')
  await expect(rows).toContainText(['Add Lemuria', 'Add Mu', 'Add Atlantis', 'As opened'])
  // The focus is where the graph stands; its change is unfolded at the right.
  await expect(analyst.dialog.getByRole('region', { name: 'What it did' })).toContainText(/Type\s*State/)

  await analyst.presses('ArrowDown', 'ArrowDown', 'Tab', 'Tab')
  await expect(analyst.dialog.getByRole('button', { name: 'Go back to here' })).toBeFocused()
  await analyst.presses('Enter')
  await expect(analyst.dialog.getByRole('button', { name: 'The graph is here', exact: true })).toBeVisible()
  await expect.poll(() => found(file, 'Atlantis', 'Mu', 'Lemuria')).toEqual(['Atlantis'])

  // And forward again, from the row that has the focus.
  await analyst.presses('Home')
  await analyst.dialog.getByRole('button', { name: 'Go forward to here' }).click()
  await expect.poll(() => found(file, 'Atlantis', 'Mu', 'Lemuria')).toEqual(['Atlantis', 'Mu', 'Lemuria'])

  // Any two points: from the beginning to the second change.
  await analyst.presses('End')
  await analyst.dialog.getByRole('button', { name: 'Compare from here' }).click()
  await rows.filter({ hasText: 'Add Mu' }).getByRole('button').click()
  const region = analyst.dialog.getByRole('region', { name: 'What it did' })
  await expect(region).toContainText('From “As opened” to “Add Mu”')
  await expect(region).toContainText('Added 2')
  await expect(region).toContainText('Atlantis')
  await expect(region).not.toContainText('Lemuria')

  // Undo goes on from there.
  await analyst.presses('Escape')
  await analyst.undoes()
  await expect.poll(() => found(file, 'Atlantis', 'Mu', 'Lemuria')).toEqual(['Atlantis', 'Mu'])
})

test('a backup shows what it would do, comes back as one change, and one undo takes it back', async ({
  launch,
  folder
}) => {
  const file = await ownGraph(folder)
  const first = await launch({ file })
  const before = new Analyst(first)
  await before.seesTheGraph('Syria 2024')
  await addThree(before)
  await before.quits()

  const analyst = new Analyst(await launch({ file, data: first.data }))
  await analyst.seesTheGraph('Syria 2024')
  await analyst.runs('Backups…')
  const table = analyst.dialog.getByRole('table')
  await expect(table.getByRole('row', { name: /^Entities/ })).toHaveText(/Entities\s*\d+\s*0\s*0\s*3/)
  const copy = join(folder, 'kept.entente.json')
  await analyst.willSaveAs(copy)
  await analyst.dialog.getByRole('button', { name: 'Save as…' }).click()
  await expect(analyst.dialog.getByRole('status')).toContainText('Saved as kept.entente.json')
  expect(await found(copy, 'Atlantis', 'Russia')).toEqual(['Russia'])

  await analyst.dialog.getByRole('button', { name: 'Bring it back' }).click()
  await expect(analyst.dialog).toBeHidden()
  await analyst.seesItSaved()
  await expect.poll(() => found(file, 'Atlantis', 'Mu', 'Lemuria')).toEqual([])
  await analyst.undoes()
  await expect.poll(() => found(file, 'Atlantis', 'Mu', 'Lemuria')).toEqual(['Atlantis', 'Mu', 'Lemuria'])

  // A backup that something has damaged says so, and nothing happens.
  const backups = join(dirname(file), '.syria.entente', 'backups')
  for (const one of await readdir(backups)) await writeFile(join(backups, one), 'no graph')
  await analyst.runs('Backups…')
  await expect(analyst.dialog.getByRole('alert')).toContainText('That backup cannot be read')
  await expect(analyst.dialog.getByRole('button', { name: 'Bring it back' })).toBeDisabled()
})

test('another program’s edits join the graph and its history; what both changed is decided in the window', async ({
  launch,
  folder
}) => {
  const file = await ownGraph(folder)
  const first = await launch({ file })
  const analyst = new Analyst(first)
  await analyst.seesTheGraph('Syria 2024')
  await analyst.goesTo('Turkey')
  await analyst.addsEntity({ name: 'Atlantis', type: 'State' })

  await edit(file, '"name":"Israel"', '"name":"State of Israel"')
  await expect(analyst.page.getByText(/Another program has changed 1 record of/)).toBeVisible()
  await analyst.goesTo('State of Israel')
  await analyst.presses('Control+h')
  await expect(analyst.dialog.getByRole('listitem').first()).toContainText('Changes of another program')
  await expect(analyst.dialog).toContainText('State of Israel')
  await analyst.presses('Escape')
  // What was done before it can still be undone, step by step.
  await analyst.undoes()
  await expect.poll(() => name(file, 'e-israel')).toBe('Israel')
  await analyst.undoes()
  await expect.poll(() => found(file, 'Atlantis')).toEqual([])

  const rename = async (to: string) => {
    await analyst.presses('F2')
    await analyst.dialog.getByLabel('Name', { exact: true }).fill(to)
    await analyst.presses('Control+Enter')
    await expect(analyst.dialog).toBeHidden()
    await analyst.seesItSaved()
  }
  await analyst.goesTo('Turkey')
  await rename('Türkiye')
  await edit(file, '"name":"Turkey"', '"name":"Republic of Turkey"')
  const banner = analyst.page.getByText(
    'Another program and you changed the same thing in 1 place. Both values are kept.'
  )
  await expect(banner).toBeVisible()
  await analyst.quits()

  const again = new Analyst(await launch({ file, data: first.data }))
  await again.page.getByRole('button', { name: 'Decide…' }).click()
  const card = again.dialog.getByRole('listitem')
  await expect(card).toContainText('Türkiye')
  await expect(card).toContainText('Republic of Turkey')
  await again.dialog.getByRole('button', { name: 'Take theirs' }).click()
  await expect(again.dialog).toContainText('Nothing is left to decide.')
  await again.presses('Escape')
  await expect(again.page.getByRole('button', { name: 'Decide…' })).toBeHidden()
  await expect.poll(() => name(file, 'e-turkey')).toBe('Republic of Turkey')
  await again.undoes()
  await expect.poll(() => name(file, 'e-turkey')).toBe('Türkiye')
  await again.quits()

  const third = new Analyst(await launch({ file, data: first.data }))
  await third.seesTheGraph('Syria 2024')
  await expect(third.page.getByRole('button', { name: 'Decide…' })).toBeHidden()
})

test('a damaged journal opens read only and both parts can be saved by name', async ({ launch, folder }) => {
  const file = await ownGraph(folder)
  const first = await launch({ file })
  const before = new Analyst(first)
  await before.seesTheGraph('Syria 2024')
  await addThree(before)
  const journal = join(dirname(file), '.syria.entente', 'journal')
  const program = first.app.process()
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGKILL')
  await ended
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('"name":"Mu"', '"name":"Xu"'))

  const analyst = new Analyst(await launch({ file, data: first.data }))
  await expect(analyst.page.getByRole('alert')).toContainText('Read only: its journal is damaged in the middle')
  await analyst.page.getByRole('button', { name: 'What can be saved…' }).click()
  const recoverableVersions = analyst.dialog.getByRole('listitem')
  await expect(recoverableVersions).toContainText(['up to the damage', 'with the changes behind the damage'])
  for (const [at, copy, names] of [
    [0, 'before.entente.json', ['Atlantis']],
    [1, 'both.entente.json', ['Atlantis', 'Lemuria']]
  ] as const) {
    await analyst.willSaveAs(join(folder, copy))
    await recoverableVersions.nth(at).getByRole('button', { name: 'Save as…' }).click()
    await expect(recoverableVersions.nth(at)).toContainText(`Saved as ${copy}`)
    expect(await found(join(folder, copy), 'Atlantis', 'Mu', 'Lemuria')).toEqual(names)
  }
  expect(await readFile(journal, 'utf8')).toContain('"name":"Xu"')
})

test('a second user sees who has it, and gets it by trying again once it is free', async ({ launch, folder }) => {
  const file = await ownGraph(folder)
  const one = await launch({ file })
  await new Analyst(one).seesTheGraph('Syria 2024')
  const two = new Analyst(await launch({ file }))
  await expect(two.page.getByRole('alert')).toContainText(/Read only: .* has been editing it since \d{4}-\d\d-\d\d/)
  await two.page.getByRole('button', { name: 'Try again' }).click()
  await expect(two.page.getByText('Tried again: it is still read only.')).toBeVisible()
  await one.quit()
  await two.page.getByRole('button', { name: 'Try again' }).click()
  await two.seesItSaved()
  await expect(two.page.getByRole('alert')).toBeHidden()
  await two.addsEntity({ name: 'Atlantis', type: 'State' })
  await expect.poll(() => found(file, 'Atlantis')).toEqual(['Atlantis'])
})

test('what can no longer be saved stays in the window, and a copy elsewhere holds it', async ({ launch, folder }) => {
  const file = await ownGraph(folder)
  const launched = await launch({ file })
  const analyst = new Analyst(launched)
  await analyst.seesTheGraph('Syria 2024')
  await analyst.addsEntity({ name: 'Atlantis', type: 'State' })
  await analyst.seesItSaved()
  // The folder in which changes are kept is removed.
  await rm(join(dirname(file), '.syria.entente'), { recursive: true })
  await analyst.addsEntity({ name: 'Mu', type: 'State' })
  const banner = analyst.page.getByRole('alert')
  await expect(banner).toContainText('Read only: the folder beside it in which changes are kept was taken away')
  await expect(banner).toContainText('1 change that could not be saved is in this window only')
  await analyst.goesTo('Mu')

  // Neither another file nor closing the window takes it away unasked.
  await analyst.runs('Open the seed graph')
  await expect(analyst.dialog).toContainText('Not everything is saved')
  await analyst.presses('Escape')
  const asked = await launched.app.evaluate(
    ({ BrowserWindow, dialog }) =>
      new Promise<string>((resolve) => {
        dialog.showMessageBox = (async (_window: unknown, { message }: { message: string }) => {
          resolve(message)
          return { response: 0, checkboxChecked: false }
        }) as never
        BrowserWindow.getAllWindows()[0]?.close()
      })
  )
  expect(asked).toBe('1 change could not be saved.')

  const copy = join(folder, 'copy.entente.json')
  await analyst.willSaveAs(copy)
  await banner.getByRole('button', { name: 'Save a copy elsewhere…' }).click()
  await analyst.seesItSaved()
  await expect(banner).toBeHidden()
  expect(await found(copy, 'Atlantis', 'Mu')).toEqual(['Atlantis', 'Mu'])
  await analyst.undoes()
  await analyst.quits()
})
