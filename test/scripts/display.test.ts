import { createServer, type ListenOptions, type Server } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findDisplay, x11Addresses } from '../../scripts/display.mjs'
import { temporaryFolder } from './folders.js'

async function listen(options: ListenOptions): Promise<Server> {
  const server = createServer((socket) => socket.end())
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(options, resolve))
  onTestFinished(() => void server.close())
  return server
}

test('a system that always has a display needs no looking', async () => {
  expect(await findDisplay({}, 'darwin')).toBe('own')
  expect(await findDisplay({}, 'win32')).toBe('own')
})

test('no variable, no display', async () => {
  expect(await findDisplay({}, 'linux')).toBe('none')
})

test('a DISPLAY whose server is gone is no display', async () => {
  expect(await findDisplay({ DISPLAY: ':58731' }, 'linux')).toBe('none')
  expect(await findDisplay({ DISPLAY: 'nonsense' }, 'linux')).toBe('none')
})

test('a DISPLAY with a server behind it', async () => {
  await listen({ host: '127.0.0.1', port: 6000 + 1357 })
  expect(await findDisplay({ DISPLAY: '127.0.0.1:1357.0' }, 'linux')).toBe('x11')
})

test('Wayland alone', async () => {
  const folder = temporaryFolder()
  const env = { XDG_RUNTIME_DIR: folder, WAYLAND_DISPLAY: 'wayland-7' }
  expect(await findDisplay(env, 'linux')).toBe('none')
  await listen({ path: join(folder, 'wayland-7') })
  expect(await findDisplay(env, 'linux')).toBe('wayland')
})

test.each([
  [':0', [{ path: '/tmp/.X11-unix/X0' }, { path: '\0/tmp/.X11-unix/X0' }]],
  ['unix:2.1', [{ path: '/tmp/.X11-unix/X2' }, { path: '\0/tmp/.X11-unix/X2' }]],
  ['localhost:10.0', [{ host: 'localhost', port: 6010 }]],
  ['none', []]
])('the server of %s', (display, addresses) => {
  expect(x11Addresses(display)).toEqual(addresses)
})
