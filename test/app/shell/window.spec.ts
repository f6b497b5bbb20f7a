import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change } from '../../../src-core/change/change'
import { ask, heard, listen } from '../bridge'
import { expect, type Launched, test } from '../launch'
import { addingState, openGraph } from './setup'

test.describe('the window', () => {
  test('comes back where it was and as large', async ({ launch }) => {
    const first = await launch()
    await openGraph(first.page)
    const bounds = { x: 40, y: 60, width: 1010, height: 690 }
    await first.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds)
    await first.quit()
    const second = await launch({ data: first.data })
    const back = () => second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
    await expect.poll(back).toEqual(bounds)
  })

  test('comes back to the view that was looked at, and to where one was in it', async ({ launch }) => {
    const first = await launch()
    const { page } = first
    await page.getByRole('button', { name: /^Russia and Assad/ }).click()
    const zoom = page.getByLabel('Zoom', { exact: true })
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await expect(async () => {
      const before = await zoom.textContent()
      await page.waitForTimeout(500)
      expect(await zoom.textContent()).toBe(before)
    }).toPass()
    const left = await zoom.textContent()
    await first.quit()
    const second = await launch({ data: first.data })
    const current = second.page.getByRole('button', { name: /^Russia and Assad/ })
    await expect(current).toHaveAttribute('aria-current', 'true')
    await expect(second.page.getByLabel('Zoom', { exact: true })).toHaveText(left ?? '')
  })

  test('is never smaller than its contents', async ({ launch }) => {
    const { app, page } = await launch()
    await openGraph(page)
    const size = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize())
    expect(size).toEqual([900, 560])
  })

  test('takes its colours from the settings, before and after a restart', async ({ launch }) => {
    const first = await launch()
    await ask(first.page, 'settings:set', { theme: 'dark' })
    const colours = (started: Launched) =>
      started.app.evaluate(({ nativeTheme, BrowserWindow }) => [
        nativeTheme.themeSource,
        BrowserWindow.getAllWindows()[0]?.getBackgroundColor()
      ])
    await expect.poll(() => colours(first)).toEqual(['dark', '#1B1E21'])
    await first.quit()
    const second = await launch({ data: first.data })
    expect(await colours(second)).toEqual(['dark', '#1B1E21'])
    expect(await second.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  })

  test('can be closed while it is still loading', async ({ launch }) => {
    for (let time = 1; time <= 3; time++) await (await launch()).quit()
  })

  test('closes only when what is being saved is saved', async ({ launch }) => {
    const { app, page, data } = await launch()
    const { handle } = await openGraph(page)
    const large = 'x'.repeat(900_000)
    const change = (id: string): Change => ({
      label: id,
      edits: [{ after: { kind: 'entity', id, type: 'state', name: id, aliases: [], summary: large } }]
    })
    await page.evaluate(
      ([handle, changes]) => {
        // As the window does it: one at a time, the next as soon as the one before is kept.
        void (changes as string[]).reduce(
          (before, change) =>
            before.then(() => window.entente.request('graph:commit', `{"handle":"${handle}","change":${change}}`)),
          Promise.resolve('')
        )
      },
      [handle, ['one', 'two', 'three', 'four'].map((id) => JSON.stringify(change(id)))] as const
    )
    const ended = app.waitForEvent('close')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {})
    await ended
    const text = await readFile(join(data, 'graphs/syria-2024.entente.json'), 'utf8')
    for (const id of ['one', 'two', 'three', 'four']) expect(text).toContain(`{"id":"${id}"`)
  })

  test('after a crash of the page the graph is back as it was', async ({ launch }) => {
    const { app, page } = await launch()
    const { handle, counts } = await openGraph(page)
    await ask(page, 'graph:commit', { handle, change: addingState('atlantis') })
    const entities = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const isBack = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(undefined)))
      contents?.forcefullyCrashRenderer()
      await isBack
      return contents?.executeJavaScript(
        `window.entente.request('graph:current', '{}').then((answer) => JSON.parse(answer).graph.counts.entities)`
      )
    })
    expect(entities).toBe(counts.entities + 1)
  })

  test('a line of the menu runs its action once, and its key is left to the page', async ({ launch }) => {
    const { app, page } = await launch()
    await openGraph(page)
    await listen(page, 'action:run')
    // The window sets its own menu again whenever something else can be done.
    await expect(async () => {
      await ask(page, 'menu:set', {
        menus: [{ label: 'File', items: [{ id: 'odd-action', label: 'Odd', accelerator: 'CmdOrCtrl+Shift+F9' }] }]
      })
      await page.keyboard.press('ControlOrMeta+Shift+F9')
      const isThere = await app.evaluate(({ Menu }) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById('odd-action')
        item?.click()
        return Boolean(item)
      })
      expect(isThere).toBe(true)
    }).toPass()
    await expect.poll(() => heard(page, 'action:run')).toEqual([{ id: 'odd-action' }])
  })
})
