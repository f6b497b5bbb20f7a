import { externalAddress } from '@main/hardening/external-links'
import { pageAddress } from '@main/hardening/page-address'
import { isLocal } from '@main/hardening/remote-content'
import { describe, expect, test } from 'vitest'

describe('what the user’s browser may be given', () => {
  test.each(['https://example.org/report', 'https://example.org/?q=a#b', 'https://пример.рф/'])('%s', (url) => {
    expect(externalAddress(url)).toBe(new URL(url).href)
  })

  test.each([
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://host/share',
    'ms-msdt:/id',
    'https://bank.example@evil.example/',
    'https://user:secret@example.org/',
    'https://',
    'example.org',
    ' ',
    ''
  ])('not %j', (url) => {
    expect(externalAddress(url)).toBeUndefined()
  })
})

describe('where the page comes from', () => {
  const OWN = { url: 'app://entente/index.html', origin: 'app://entente', devOrigins: [] }

  test('from the application itself', () => {
    expect(pageAddress(undefined, false)).toEqual(OWN)
    expect(pageAddress(undefined, true)).toEqual(OWN)
  })

  test('in development from the server on this machine, and a socket to it', () => {
    expect(pageAddress('http://localhost:5173', false)).toEqual({
      url: 'http://localhost:5173/',
      origin: 'http://localhost:5173',
      devOrigins: ['http://localhost:5173', 'ws://localhost:5173']
    })
  })

  test('packaged, the variable means nothing', () => {
    expect(pageAddress('http://localhost:5173', true)).toEqual(OWN)
  })

  test('a server elsewhere means nothing', () => {
    expect(pageAddress('https://evil.example', false)).toEqual(OWN)
  })
})

describe('what may be loaded', () => {
  const dev = ['http://localhost:5173', 'ws://localhost:5173']

  test.each(['app://entente/x.js', 'data:image/png,x', 'blob:app://entente/1', 'devtools://devtools/x'])(
    '%s',
    (url) => {
      expect(isLocal(url, [])).toBe(true)
    }
  )

  test.each([
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://localhost:5173/',
    'http://localhost:5173/',
    'file:///etc/passwd',
    'ftp://x/',
    'chrome://settings/'
  ])('not %s', (url) => {
    expect(isLocal(url, [])).toBe(false)
  })

  test('in development the server too, and only on its port', () => {
    expect(isLocal('http://localhost:5173/@vite/client', dev)).toBe(true)
    expect(isLocal('ws://localhost:5173/', dev)).toBe(true)
    expect(isLocal('http://localhost:5174/', dev)).toBe(false)
  })
})
