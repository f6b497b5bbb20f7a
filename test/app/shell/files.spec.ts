import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ask } from '../bridge'
import { expect, test } from '../launch'
import { graphOnDisk } from '../own-graph'
import { addingState, graphFile, openGraph, SEED, startAgain, windowTitle } from './setup'

test.describe('files', () => {
  test('the first start opens a working copy of the seed graph and never writes the seed', async ({ launch }) => {
    const before = await readFile(SEED, 'utf8')
    const started = await launch()
    const graph = await openGraph(started.page)
    expect(graph.name).toBe('syria-2024.entente.json')
    expect(await windowTitle(started)).toBe('syria-2024.entente.json')
    const saved = await ask(started.page, 'graph:commit', { handle: graph.handle, change: addingState('atlantis') })
    expect(saved).toMatchObject({ outcome: 'saved' })
    const kept = await graphOnDisk(join(started.data, 'graphs/syria-2024.entente.json'))
    expect(kept.get('entity', 'atlantis')).toBeDefined()
    expect(await readFile(SEED, 'utf8')).toBe(before)
  })

  test('a file argument opens that file; the next start opens it again', async ({ launch, folder }) => {
    const file = await graphFile(folder, 'نص – Syria & co.entente.json')
    const first = await launch({ file })
    expect((await openGraph(first.page)).name).toBe('نص – Syria & co.entente.json')
    expect(await windowTitle(first)).toBe('نص – Syria & co.entente.json')
    await first.quit()
    const second = await launch({ data: first.data })
    expect((await openGraph(second.page)).name).toBe('نص – Syria & co.entente.json')
  })

  test('starting it again shows the same window and opens the file there', async ({ launch, folder }) => {
    const { app, page, data } = await launch()
    await openGraph(page)
    expect(await startAgain(data)).toBe(0)
    expect(await startAgain(data, await graphFile(folder, 'second.entente.json'))).toBe(0)
    await expect.poll(async () => (await openGraph(page)).name).toBe('second.entente.json')
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    const recent = await ask(page, 'graph:recent', {})
    expect(recent.map(({ name }) => name)).toEqual(['second.entente.json', 'syria-2024.entente.json'])
  })

  test('another user’s data folder is another program', async ({ launch }) => {
    const [one, two] = [await launch(), await launch()]
    expect(one.data).not.toBe(two.data)
    expect((await openGraph(two.page)).name).toBe('syria-2024.entente.json')
  })

  test('dialogs: open, save a copy, save and copy a figure', async ({ launch, folder }) => {
    const { app, page } = await launch()
    const { handle } = await openGraph(page)
    const copy = join(folder, 'copy.entente.json')
    const save = (filePath: string) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath })
      }, filePath)

    await save(join(folder, 'copy'))
    expect(await ask(page, 'graph:save-as', { handle })).toMatchObject({
      outcome: 'opened',
      graph: { name: 'copy.entente.json' }
    })
    expect(await readFile(copy, 'utf8')).toBe(await readFile(SEED, 'utf8'))

    await app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
    }, copy)
    const opened = await ask(page, 'graph:choose', {})
    expect(opened).toMatchObject({ outcome: 'opened', graph: { name: 'copy.entente.json' } })

    await save(join(folder, 'figure'))
    const graph = await openGraph(page)
    const view = { kind: 'view' as const, id: 'v-1', name: 'All', positions: [] }
    const request = { handle: graph.handle, view, options: { theme: 'light' as const, width: 800 } }
    const saved = await ask(page, 'figure:save', { ...request, format: 'png' })
    expect(saved).toMatchObject({ outcome: 'saved', name: 'figure.png' })
    expect((await readFile(join(folder, 'figure.png'))).subarray(1, 4).toString()).toBe('PNG')

    expect(await ask(page, 'figure:copy', request)).toEqual({})
    const size = await app.evaluate(({ clipboard }) =>
      'readImage' in clipboard ? (clipboard.readImage as () => Electron.NativeImage)().getSize() : undefined
    )
    if (size) expect(size.width).toBe(800)
  })
})
