import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Change } from '../../src-core/change/change'
import type { Payload } from '../../src-core/contract/contract'
import { canMount, makeDiskReadOnly, mountDisk, unmountDisk } from '../main/stores/disks'
import { ask, askRaw, heard, listen } from './bridge'
import { BINARY, cleanEnvironment, commandLine, expect, type Launched, ROOT, test } from './launch'

const SEED = join(ROOT, 'graph-seed/syria-2024.entente.json')

const addingState = (id: string, name = id): Change => ({
  label: `Add ${name}`,
  edits: [{ after: { kind: 'entity', id, type: 'state', name, aliases: [] } }]
})

async function openGraph(page: Page) {
  const result = await ask(page, 'graph:current', {})
  if (result.outcome !== 'opened') throw new Error(JSON.stringify(result))
  return result.graph
}

/** A graph file of the test's own. */
async function graphFile(folder: string, name: string, change: (text: string) => string | Buffer = (text) => text) {
  const path = join(folder, name)
  await writeFile(path, change(await readFile(SEED, 'utf8')))
  return path
}

/** Starts the program once more, as a double click on a file does, and waits until that second one has ended. */
const startAgain = (data: string, file?: string) =>
  new Promise<number | null>((resolve, reject) => {
    const again = spawn(BINARY, commandLine({ data, file }), { env: cleanEnvironment(), stdio: 'ignore' })
    again.on('error', reject)
    again.on('exit', resolve)
  })

/** A server on this machine that counts who calls. */
async function listeningServer() {
  const calls: string[] = []
  const server = createServer((request, response) => {
    calls.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*').end('<h1>hello</h1>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    calls,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve))
  }
}

const windowTitle = ({ app }: Launched) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())

test.describe('the page is locked in', () => {
  test('it comes from its own scheme and sees nothing of Node or Electron', async ({ launch }) => {
    const { page } = await launch()
    expect(page.url()).toBe('app://entente/index.html')
    const seen = await page.evaluate(() => ({
      found: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in window
      ),
      bridge: Object.keys(window.entente).sort()
    }))
    expect(seen).toEqual({ found: [], bridge: ['on', 'request'] })
  })

  test('its own code breaks none of its rules', async ({ launch }) => {
    const { page, console } = await launch()
    await openGraph(page)
    await expect.poll(() => page.evaluate(() => document.body.innerText.trim().length)).toBeGreaterThan(0)
    expect(console.filter((line) => /Content Security Policy|^error|^pageerror/.test(line))).toEqual([])
  })

  test('inline script, handlers in markup, eval and inline style do nothing', async ({ launch }) => {
    const { page } = await launch()
    const done = await page.evaluate(async () => {
      const broken: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.push(effectiveDirective))
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      const box = document.createElement('div')
      box.innerHTML = '<img src="x:y" onerror="window.handlerRan = true"><b style="color: rgb(1, 2, 3)">x</b>'
      document.body.append(script, box)
      const evaluated = await new Promise((resolve) =>
        setTimeout(() => {
          try {
            // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
            resolve(eval('1 + 1'))
          } catch {
            resolve('refused')
          }
        })
      )
      await new Promise((resolve) => setTimeout(resolve, 200))
      const colour = getComputedStyle(box.querySelector('b') as Element).color
      return { evaluated, colour, ran: ['inlineRan', 'handlerRan'].filter((name) => name in window), broken }
    })
    expect(done.evaluated).toBe('refused')
    expect(done.ran).toEqual([])
    expect(done.colour).not.toBe('rgb(1, 2, 3)')
    expect(done.broken).toEqual(
      expect.arrayContaining(['script-src-elem', 'script-src-attr', 'script-src', 'style-src-attr'])
    )
  })

  test('it can neither leave its address nor open a window, a frame or a download', async ({ launch }) => {
    const server = await listeningServer()
    const { app, page } = await launch()
    await page.evaluate((url) => {
      Object.assign(window, { opened: window.open(url) })
      for (const target of ['_self', '_blank'])
        for (const download of [false, true]) {
          const link = Object.assign(document.createElement('a'), { href: url, target })
          if (download) link.download = 'x.html'
          document.body.append(link)
          link.click()
        }
      const frame = document.createElement('iframe')
      frame.src = url
      document.body.append(frame)
      location.href = 'app://entente/index.html?elsewhere'
      location.href = url
    }, server.url)
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
    expect(page.url()).toBe('app://entente/index.html')
    expect(await page.evaluate(() => Reflect.get(window, 'opened'))).toBeNull()
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
    expect(server.calls).toEqual([])
    await server.close()
  })

  test('it reaches no network, and neither does a page without our policy', async ({ launch }) => {
    const server = await listeningServer()
    const { app, page } = await launch()
    const fetched = await page.evaluate(async (url) => {
      const image = new Image()
      image.src = `${url}/image`
      document.body.append(image)
      const socket = await new Promise((resolve) => {
        const socket = new WebSocket(url.replace('http', 'ws'))
        socket.onerror = () => resolve('refused')
        socket.onopen = () => resolve('open')
      })
      return [await fetch(`${url}/fetch`).then(String, () => 'refused'), socket, navigator.sendBeacon(`${url}/beacon`)]
    }, server.url)
    expect(fetched.slice(0, 2)).toEqual(['refused', 'refused'])
    const other = await app.evaluate(async ({ BrowserWindow }, url) => {
      const bare = new BrowserWindow({ show: false })
      const result = await bare.loadURL(url).then(String, (error) => error.code)
      bare.destroy()
      return result
    }, server.url)
    expect(other).toBe('ERR_BLOCKED_BY_CLIENT')
    expect(server.calls).toEqual([])
    await server.close()
  })

  test('it gets no permission and no device', async ({ launch }) => {
    const { page } = await launch()
    const granted = await page.evaluate(async () => {
      const refused = () => 'denied'
      const states = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'].map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state, refused)
      )
      return Promise.all([
        ...states,
        Notification.requestPermission(),
        navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', refused),
        navigator.clipboard.readText().then(() => 'granted', refused)
      ])
    })
    expect(new Set(granted)).toEqual(new Set(['denied']))
  })

  test('its scheme serves the page’s files and no other', async ({ launch }) => {
    const { page } = await launch()
    const statuses = await page.evaluate(() =>
      Promise.all(
        [
          '/index.html',
          '/package.json',
          '/../package.json',
          '/%2e%2e/%2e%2e/package.json',
          '/..%2f..%2fpackage.json',
          '/'
        ].map((path) => fetch(`app://entente${path}`).then(({ status }) => status))
      )
    )
    expect(statuses).toEqual([200, 404, 404, 404, 404, 404])
  })

  test('it has no zoom, reload or developer keys of Electron’s own menu', async ({ launch }) => {
    const { app, page } = await launch()
    await openGraph(page)
    const roles = await app.evaluate(({ Menu }) => {
      const all = (items: Electron.MenuItem[]): string[] =>
        items.flatMap(({ role, submenu }) => [role ?? '', ...all(submenu?.items ?? [])])
      return all(Menu.getApplicationMenu()?.items ?? [])
    })
    expect(roles.filter((role) => /reload|zoom|devtools/i.test(role))).toEqual([])
    expect(roles).toEqual(expect.arrayContaining(['copy', 'paste']))
  })
})

test.describe('the door', () => {
  test('answers the window and rejects what is not in the contract', async ({ launch }) => {
    const { page } = await launch()
    expect(await ask(page, 'settings:get', {})).toMatchObject({ railWidth: 244 })
    await expect(askRaw(page, 'graph:delete', '{}')).rejects.toThrow(/There is no channel/)
    await expect(askRaw(page, 'graph:current', '{')).rejects.toThrow(/is not JSON/)
    await expect(askRaw(page, 'graph:current', { a: 1 })).rejects.toThrow(/no text/)
    await expect(askRaw(page, 'graph:current', '{"__proto__":{}}')).rejects.toThrow(/must not have/)
    await expect(askRaw(page, 'graph:open', '{"handle":"/etc/passwd"}')).rejects.toThrow(/handle/)
    await expect(page.evaluate(() => window.entente.on('everything', () => {}))).rejects.toThrow(/There is no event/)
    expect(await ask(page, 'settings:get', {})).toMatchObject({ railWidth: 244 })
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

test.describe('files', () => {
  test('the first start opens a working copy of the seed graph and never writes the seed', async ({ launch }) => {
    const before = await readFile(SEED, 'utf8')
    const started = await launch()
    const graph = await openGraph(started.page)
    expect(graph.name).toBe('syria-2024.entente.json')
    expect(await windowTitle(started)).toBe('syria-2024.entente.json')
    const saved = await ask(started.page, 'graph:commit', { handle: graph.handle, change: addingState('atlantis') })
    expect(saved).toEqual({ outcome: 'saved' })
    expect(await readFile(join(started.data, 'graphs/syria-2024.entente.json'), 'utf8')).toContain('atlantis')
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
    await listen(page, 'graph:opened')
    expect(await startAgain(data)).toBe(0)
    expect(await startAgain(data, await graphFile(folder, 'second.entente.json'))).toBe(0)
    await expect.poll(() => heard(page, 'graph:opened')).toHaveLength(1)
    const [result] = await heard<Payload<'graph:opened'>>(page, 'graph:opened')
    expect(result).toMatchObject({ outcome: 'opened', graph: { name: 'second.entente.json' } })
    expect((await openGraph(page)).name).toBe('second.entente.json')
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
    expect(await ask(page, 'graph:commit', { handle, change: addingState('atlantis') })).toEqual({ outcome: 'saved' })
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
    expect(refused).toMatchObject({ outcome: 'refused', message: graph.readOnly })
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
        expect(await readdir(path)).toEqual(['syria.entente.json'])
        expect(await ask(page, 'graph:commit', { handle, change: addingState('mu') })).toEqual({ outcome: 'saved' })
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
        expect(refused).toMatchObject({ outcome: 'refused', message: readOnly })
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
    const { text } = await openGraph(page)
    expect(text).toContain('<img src=x onerror=alert(1)>')
    await expect.poll(() => page.evaluate(() => document.body.innerText.trim().length)).toBeGreaterThan(0)
    expect(console.filter((line) => /^pageerror|Content Security Policy/.test(line))).toEqual([])
  })
})

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
    const { handle } = await openGraph(page)
    await ask(page, 'graph:commit', { handle, change: addingState('atlantis') })
    const text = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const isBack = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(undefined)))
      contents?.forcefullyCrashRenderer()
      await isBack
      return contents?.executeJavaScript(
        `window.entente.request('graph:current', '{}').then((answer) => JSON.parse(answer).graph.text)`
      )
    })
    expect(text).toContain('atlantis')
  })

  test('a line of the menu runs its action once, and its key is left to the page', async ({ launch }) => {
    const { app, page } = await launch()
    await openGraph(page)
    await listen(page, 'action:run')
    await ask(page, 'menu:set', {
      menus: [{ label: 'File', items: [{ id: 'odd-action', label: 'Odd', accelerator: 'CmdOrCtrl+Shift+F9' }] }]
    })
    await page.keyboard.press('ControlOrMeta+Shift+F9')
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('odd-action')?.click())
    await expect.poll(() => heard(page, 'action:run')).toEqual([{ id: 'odd-action' }])
  })
})
