import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { ask, recordsOf } from './bridge'
import { expect, type Launched, test } from './launch'
import { graphOnDisk, ownGraph } from './own-graph'
import { addingState, openGraph } from './shell/setup'

/** Ends the program as a crash or an impatient user does. */
async function kill({ app }: Launched) {
  const program = app.process()
  const ended = once(program, 'exit')
  program.kill('SIGKILL')
  await ended
}

test('what was saved is there after kill -9, and the window says what was recovered', async ({ launch, folder }) => {
  const file = await ownGraph(folder)
  const first = await launch({ file })
  const { handle } = await openGraph(first.page)
  for (const id of ['atlantis', 'mu']) await ask(first.page, 'graph:commit', { handle, change: addingState(id) })
  await kill(first)
  expect((await graphOnDisk(file)).get('entity', 'mu')).toBeDefined()

  const second = await launch({ file, data: first.data })
  const words = /had not been closed: 2 changes not yet in the file were recovered, the last one “Add mu”/
  await expect(second.page.getByText(words)).toBeVisible()
  const graph = await openGraph(second.page)
  expect(await recordsOf(second.page, graph)).toContain('"atlantis"')
  expect(graph.readOnly).toBeUndefined()
  await second.quit()
  expect(await readFile(file, 'utf8')).toContain('"mu"')

  const third = await launch({ file, data: first.data })
  expect((await openGraph(third.page)).notice).toBeUndefined()
})

test('a second user reads, and sees who is editing', async ({ launch, folder }) => {
  const file = await ownGraph(folder)
  const [one, two] = [await launch({ file }), await launch({ file })]
  expect((await openGraph(one.page)).readOnly).toBeUndefined()
  const graph = await openGraph(two.page)
  expect(graph.readOnly).toMatch(/ has been editing it since \d{4}-\d\d-\d\d/)
  await expect(two.page.getByText(/Read only: .* has been editing it since/)).toBeVisible()
})
