import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change } from '../../../src-core/change/change'
import { canMount, makeDiskReadOnly, mountDisk, unmountDisk } from '../../main/stores/disks'
import { ask, recordsOf } from '../bridge'
import { expect, test } from '../launch'
import { addingState, graphFile, openGraph, SEED, startAgain } from './setup'

test.describe('what is wrong is named, the window lives and nothing is written', () => {
  const BAD: readonly [string, (text: string) => string | Buffer, RegExp][] = [
    ['empty', () => '', /empty/],
    ['cut-off', (text) => text.slice(0, text.length / 2), /ends in the middle/],
    ['no-json', () => 'Dear colleagues,', /not JSON/],
    ['other-format', (text) => text.replace('entente-graph', 'gexf'), /not an Entente graph/],
    ['proto-key', (text) => text.replace('{"id"', '{"__proto__":{"x":1},"id"'), /__proto__/],
    ['long-label', (text) => text.replace('"name":"', `"name":"${'x'.repeat(5_000_000)}`), /longer than/],
    ['nul', (text) => text.replace('"name":"', '"name":"\\u0000'), /NUL/],
    ['half-a-character', (text) => text.replace('"name":"', '"name":"\\ud800'), /surrogate/],
    ['marks', (text) => text.replace('"name":"', `"name":"${'\u0301'.repeat(10_000)}`), /longer than/],
    ['picture', () => Buffer.from('89504e470d0a1a0a', 'hex'), /not UTF-8/]
  ]

  test('in a file that is chosen while another is open', async ({ launch, folder }) => {
    const { app, page } = await launch()
    const { handle } = await openGraph(page)
    const choose = async (path: string) => {
      await app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
      }, path)
      return ask(page, 'graph:choose', {})
    }
    for (const [name, change, why] of BAD) {
      const path = await graphFile(folder, `${name}.json`, change)
      const content = await readFile(path)
      const result = await choose(path)
      expect(result).toMatchObject({ outcome: 'failed', name: `${name}.json` })
      expect(JSON.stringify(result)).toMatch(why)
      expect(Buffer.compare(await readFile(path), content)).toBe(0)
    }
    expect(await choose(folder)).toMatchObject({
      message: expect.stringMatching(/is a folder\. Choose a file in it\./)
    })
    expect(await choose(join(folder, 'gone.json'))).toMatchObject({ message: expect.stringMatching(/it is not there/) })
    const names = BAD.map(([name]) => `${name}.json`)
    expect((await readdir(folder)).sort()).toEqual(['data-1', ...names].sort())
    expect(await ask(page, 'graph:commit', { handle, change: addingState('atlantis') })).toMatchObject({
      outcome: 'saved'
    })
  })

  test('in a file that comes from outside; the graph that was open stays', async ({ launch, folder }) => {
    const { page, data } = await launch()
    const { handle } = await openGraph(page)
    await startAgain(data, await graphFile(folder, 'cut-off.json', (text) => text.slice(0, 400)))
    await expect.poll(() => page.evaluate(() => document.body.innerText)).toContain('cut-off.json')
    expect((await openGraph(page)).handle).toBe(handle)
  })

  test('in the file of the command line', async ({ launch, folder }) => {
    const { page } = await launch({ file: await graphFile(folder, 'bad.json', () => '{"format":') })
    await expect.poll(() => page.evaluate(() => document.body.innerText)).toContain('bad.json')
    expect((await openGraph(page)).name).toBe('syria-2024.entente.json')
  })

  test('a newer version opens read-only, with the reason', async ({ launch, folder }) => {
    const file = await graphFile(folder, 'newer.json', (text) => text.replace('"version": 1', '"version": 99'))
    const before = await readFile(file, 'utf8')
    const { page } = await launch({ file })
    const graph = await openGraph(page)
    expect(graph.readOnly).toMatch(/newer Entente/)
    const refused = await ask(page, 'graph:commit', { handle: graph.handle, change: addingState('atlantis') })
    expect(refused).toMatchObject({ outcome: 'refused', message: expect.stringMatching(/newer Entente/) })
    expect(await readFile(file, 'utf8')).toBe(before)
  })

  test.describe('on a disk', () => {
    test.skip(!canMount(), 'needs root and the right to mount a small disk')

    const disk = async (folder: string, bytes: number) => {
      const path = join(folder, 'disk')
      await mkdir(path)
      mountDisk(path, bytes)
      return path
    }

    test('that is full: nothing of the change is kept, and the next one fits', async ({ launch, folder }) => {
      const size = (await readFile(SEED)).length
      const path = await disk(folder, 2 * size + 100_000)
      try {
        const file = await graphFile(path, 'syria.entente.json')
        const { page } = await launch({ file })
        const { handle } = await openGraph(page)
        const before = await readFile(file)
        const [edit] = addingState('atlantis').edits
        const change = {
          label: 'Add Atlantis',
          edits: [{ after: { ...edit?.after, summary: 'x'.repeat(400_000) } }]
        } as Change
        const refused = await ask(page, 'graph:commit', { handle, change })
        expect(refused).toMatchObject({
          outcome: 'refused',
          message: expect.stringMatching(/not saved: the disk is full/)
        })
        expect(Buffer.compare(await readFile(file), before)).toBe(0)
        expect(await readdir(path)).toEqual(['.syria.entente', 'syria.entente.json'])
        expect(await ask(page, 'graph:commit', { handle, change: addingState('mu') })).toMatchObject({
          outcome: 'saved'
        })
      } finally {
        unmountDisk(path)
      }
    })

    test('that is read only: it opens, with the reason', async ({ launch, folder }) => {
      const path = await disk(folder, 4_000_000)
      try {
        const file = await graphFile(path, 'syria.entente.json')
        makeDiskReadOnly(path)
        const { page } = await launch({ file })
        const { handle, readOnly } = await openGraph(page)
        expect(readOnly).toMatch(/is on a disk that is read only/)
        const refused = await ask(page, 'graph:commit', { handle, change: addingState('atlantis') })
        expect(refused).toMatchObject({
          outcome: 'refused',
          message: expect.stringMatching(/is on a disk that is read only/)
        })
        expect(await readdir(path)).toEqual(['syria.entente.json'])
      } finally {
        unmountDisk(path)
      }
    })
  })

  test('names that look like code are text', async ({ launch }) => {
    const { page, console } = await launch()
    const { handle } = await openGraph(page)
    for (const name of ['<img src=x onerror=alert(1)>', 'photo\u202Egnp.exe', '__proto__', '{{constructor}}'])
      await ask(page, 'graph:commit', { handle, change: addingState(`odd-${name.length}`, name) })
    await page.reload()
    expect(await recordsOf(page, await openGraph(page))).toContain('<img src=x onerror=alert(1)>')
    await expect.poll(() => page.evaluate(() => document.body.innerText.trim().length)).toBeGreaterThan(0)
    expect(console.filter((line) => /^pageerror|Content Security Policy/.test(line))).toEqual([])
  })
})
