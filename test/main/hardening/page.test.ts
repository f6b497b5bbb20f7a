import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CONTENT_POLICY } from '@main/hardening/content-policy'
import { pageManifest } from '@main/hardening/manifest'
import { pageAnswer } from '@main/hardening/page-answer'
import { describe, expect, test } from 'vitest'
import { folder } from '../sample'

async function page() {
  const home = await folder()
  const path = join(home, 'renderer')
  await mkdir(join(path, 'assets'), { recursive: true })
  await writeFile(join(home, 'package.json'), '{}')
  await symlink(join(home, 'package.json'), join(path, 'link.json'))
  for (const [name, text] of [
    ['index.html', '<!doctype html>'],
    ['assets/index-a1.js', 'export {}'],
    ['assets/worker-a1.js', ''],
    ['assets/index-a1.css', ''],
    ['assets/inter.woff2', ''],
    ['assets/a b.svg', ''],
    ['assets/index-a1.js.map', ''],
    ['.env', 'SECRET=1']
  ] as const)
    await writeFile(join(path, name), text)
  return pageManifest(path)
}

const get = (manifest: Awaited<ReturnType<typeof page>>, url: string, method = 'GET') =>
  pageAnswer(manifest, { url, method })

describe('the manifest', () => {
  test('lists the files of the page by address, with their types, and nothing that is none', async () => {
    const manifest = await page()
    expect([...manifest].map(([address, { type }]) => `${address} ${type}`).sort()).toEqual([
      '/assets/a%20b.svg image/svg+xml',
      '/assets/index-a1.css text/css; charset=utf-8',
      '/assets/index-a1.js text/javascript; charset=utf-8',
      '/assets/inter.woff2 font/woff2',
      '/assets/worker-a1.js text/javascript; charset=utf-8',
      '/index.html text/html; charset=utf-8'
    ])
  })
})

describe('a request', () => {
  test('for a file of the page gets it, with the policy and its type', async () => {
    const answer = await get(await page(), 'app://entente/index.html')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('<!doctype html>')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toBe(CONTENT_POLICY)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    'app://entente/',
    'app://entente/package.json',
    'app://entente/../package.json',
    'app://entente/%2e%2e/package.json',
    'app://entente/..%2fpackage.json',
    'app://entente/assets/..%5c..%5cpackage.json',
    'app://entente//etc/passwd',
    'app://entente/link.json',
    'app://entente/.env',
    'app://entente/assets/index-a1.js.map',
    'app://entente/assets',
    'app://other/index.html',
    'app://entente:80/index.html'
  ])('for %s gets nothing, policy included', async (url) => {
    const answer = await get(await page(), url)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('Not found')
    expect(answer.headers.get('content-security-policy')).toBe(CONTENT_POLICY)
  })

  test('that would write is refused', async () => {
    expect((await get(await page(), 'app://entente/index.html', 'POST')).status).toBe(405)
  })

  test('for a header only gets no body', async () => {
    expect(await (await get(await page(), 'app://entente/index.html', 'HEAD')).text()).toBe('')
  })
})

test('the policy allows nothing by default, and neither inline nor evaluated code', () => {
  const rules = new Map(CONTENT_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]))
  expect(rules.get('default-src')).toEqual(["'none'"])
  expect(CONTENT_POLICY).not.toMatch(/unsafe|\*|https?:/)
  for (const name of ['script-src', 'style-src', 'font-src', 'worker-src', 'connect-src'])
    expect(rules.get(name)).toEqual(["'self'"])
  for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'object-src'])
    expect(rules.get(name)).toEqual(["'none'"])
})
