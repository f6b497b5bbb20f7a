import { expect, test } from '../launch'
import { listeningServer, openGraph } from './setup'

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
    expect(seen).toEqual({ found: [], bridge: ['dropped', 'on', 'request'] })
    // A file that the page has made itself names none on the disk.
    const made = () => window.entente.dropped(new File(['{}'], '/etc/passwd'))
    expect(await page.evaluate(made)).toBe('null')
    expect(await page.evaluate(() => window.entente.dropped('/etc/passwd').catch(() => 'refused'))).toBe('refused')
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
      const box = document.createElement('div')
      const [image, bold] = [document.createElement('img'), document.createElement('b')]
      const refused: string[] = []
      const attempt = (what: string, set: () => void) => {
        try {
          set()
        } catch {
          refused.push(what)
        }
      }
      attempt('script', () => {
        script.textContent = 'window.inlineRan = true'
      })
      attempt('markup', () => {
        box.innerHTML = '<img src="x:y" onerror="window.markupRan = true">'
      })
      attempt('worker', () => void new Worker('https://example.org/x.js'))
      attempt('policy', () => void window.trustedTypes?.createPolicy('another', { createHTML: (text) => text }))
      attempt('handler', () => image.setAttribute('onerror', 'window.handlerRan = true'))
      bold.setAttribute('style', 'color: rgb(1, 2, 3)')
      box.append(image, bold)
      image.src = 'x:y'
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
      return {
        evaluated,
        colour,
        refused,
        ran: ['inlineRan', 'handlerRan', 'markupRan'].filter((name) => name in window),
        broken
      }
    })
    expect(done.evaluated).toBe('refused')
    expect(done.ran).toEqual([])
    expect(done.colour).not.toBe('rgb(1, 2, 3)')
    expect(done.broken).toEqual(
      expect.arrayContaining(['require-trusted-types-for', 'trusted-types', 'style-src-attr', 'img-src'])
    )
    expect(done.refused).toEqual(expect.arrayContaining(['script', 'markup', 'worker', 'policy']))
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

  for (const [what, target] of [
    ['about:blank', 'about:blank'],
    ['about:srcdoc', 'about:srcdoc'],
    ['a blob', 'blob:'],
    ['data', 'data:text/html,<p>elsewhere']
  ] as const)
    test(`it does not leave for ${what}`, async ({ launch }) => {
      const { page } = await launch()
      await openGraph(page)
      const ways = ['location', 'assign', 'replace', 'link', 'frame', 'open'] as const
      for (const way of ways) {
        await page
          .evaluate(
            ([way, target]) => {
              const url = target === 'blob:' ? URL.createObjectURL(new Blob(['<p>x'], { type: 'text/html' })) : target
              if (way === 'location') location.href = url
              if (way === 'assign') location.assign(url)
              if (way === 'replace') location.replace(url)
              if (way === 'open') window.open(url, '_self')
              if (way === 'link') Object.assign(document.createElement('a'), { href: url }).click()
              if (way === 'frame') document.body.append(Object.assign(document.createElement('iframe'), { src: url }))
            },
            [way, target] as const
          )
          .catch(() => {})
        await page.waitForTimeout(150)
        expect([way, page.url()]).toEqual([way, 'app://entente/index.html'])
        expect([way, await page.evaluate(() => document.getElementById('app')?.childElementCount)]).not.toEqual([
          way,
          0
        ])
      }
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
