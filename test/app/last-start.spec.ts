import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serialiseGraph } from '../../src-core/formats/entente/serialise'
import { Graph } from '../../src-core/graph/graph'
import { WORST } from '../bench/worst-graphs'
import { expect, type Launched, test } from './launch'

/** Ends the program as an impatient user does. */
async function kill({ app }: Launched) {
  const program = app.process()
  const ended = once(program, 'exit')
  program.kill('SIGKILL')
  await ended
}

const remembered = async ({ data }: Launched) =>
  JSON.parse(await readFile(`${data}/last-start.json`, 'utf8').catch(() => '{}')) as { readonly opening?: string }

test('a file that ended the last start while it was opened is asked about first', async ({ launch, folder }) => {
  // Large enough that it is not drawn at once.
  const file = join(folder, 'heavy.entente.json')
  await writeFile(file, serialiseGraph(WORST['complete graph of 300']?.() ?? Graph.of('', [])))
  const first = await launch({ file })
  // As if the picture froze the page: what it would tell when it has drawn never comes.
  await expect.poll(async () => (await remembered(first)).opening, { intervals: [5] }).toBeTruthy()
  await kill(first)
  expect((await remembered(first)).opening).toBe(file)

  const second = await launch({ data: first.data })
  const dialog = second.page.getByRole('dialog', { name: 'Open it again?' })
  await expect(dialog).toContainText('The last start ended while opening')
  await expect(dialog.getByRole('button', { name: 'Open another…' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Open a copy without its views' }).click()
  await expect(dialog).toBeHidden()
  await expect
    .poll(() => second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toMatch(/without views/)
  // Drawn, so that the next start opens it by itself.
  await expect.poll(async () => (await remembered(second)).opening).toBeUndefined()
  await kill(second)

  const third = await launch({ data: first.data })
  await expect
    .poll(() => third.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toMatch(/without views/)
  await expect(third.page.getByRole('dialog')).toHaveCount(0)
})
