import { ask, askRaw } from '../bridge'
import { expect, test } from '../launch'

test.describe('the router', () => {
  test('answers the window and rejects what is not in the contract', async ({ launch }) => {
    const { page } = await launch()
    expect(await ask(page, 'settings:get', {})).toMatchObject({ sidebarWidth: 244 })
    await expect(askRaw(page, 'graph:delete', '{}')).rejects.toThrow(/There is no channel/)
    await expect(askRaw(page, 'graph:current', '{')).rejects.toThrow(/is not JSON/)
    await expect(askRaw(page, 'graph:current', { a: 1 })).rejects.toThrow(/no text/)
    await expect(askRaw(page, 'graph:current', '{"__proto__":{}}')).rejects.toThrow(/must not have/)
    await expect(askRaw(page, 'graph:open', '{"handle":"/etc/passwd"}')).rejects.toThrow(/handle/)
    await expect(page.evaluate(() => window.entente.on('everything', () => {}))).rejects.toThrow(/There is no event/)
    expect(await ask(page, 'settings:get', {})).toMatchObject({ sidebarWidth: 244 })
  })

  test('stays shut for another window, though it has the same page and preload', async ({ launch }) => {
    const { app } = await launch()
    const answer = await app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await other.loadURL('app://entente/index.html')
      const answer = await other.webContents.executeJavaScript(
        `window.entente.request('settings:get', '{}').catch((error) => error.message)`
      )
      other.destroy()
      return answer
    })
    expect(answer).toBe('Only the window of Entente may ask that.')
  })

  test('opens a web page only on a click, and https only', async ({ launch }) => {
    const { app, page } = await launch()
    await app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = async (url) => void opened.push(url)
    })
    // Playwright's own evaluate counts as something that the user does; this one does not.
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`{
        window.results = []
        const open = (url) =>
          window.entente.request('shell:open-external', JSON.stringify({ url })).then(
            (answer) => results.push(JSON.parse(answer).opened),
            (error) => results.push(error.message)
          )
        addEventListener('keydown', () => ['https://example.org/', 'file:///etc/passwd', 'http://example.org/'].forEach(open))
        open('https://example.org/')
      }`)
    )
    await page.keyboard.press('F9')
    await expect
      .poll(() => page.evaluate(() => Reflect.get(window, 'results')))
      .toEqual(['A web page opens only on a click.', true, false, false])
    expect(await app.evaluate(() => Reflect.get(globalThis, 'opened'))).toEqual(['https://example.org/'])
  })
})
