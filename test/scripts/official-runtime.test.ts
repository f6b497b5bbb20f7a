import { createHash } from 'node:crypto'
import { existsSync, lstatSync, symlinkSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { officialRuntime } from '../../scripts/official-runtime.mjs'
import { findRuntime } from '../../scripts/runtime.mjs'
import { fakeDist, projectWithElectron, temporaryFolder, textOf } from './folders.js'
import { zip } from './zip.js'

const VERSION = '99.1.2'
const FILE = `electron-v${VERSION}-linux-x64.zip`
const ARCHIVE = zip({ electron: 'the binary', version: VERSION, 'locales/en.pak': 'text' })
const CHECKSUMS = { [FILE]: createHash('sha256').update(ARCHIVE).digest('hex') }
const LIMITS = { connect: 0.3, silence: 0.3, whole: 5 }

afterEach(() => vi.unstubAllEnvs())

/** Publishes Electron from this machine, as ELECTRON_MIRROR allows, and counts the requests. */
async function publish(listener: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return asked
}

function context(root: string) {
  const said: string[] = []
  const env = {
    ELECTRON_MIRROR: process.env.ELECTRON_MIRROR,
    XDG_CACHE_HOME: join(root, 'cache'),
    electron_config_cache: join(root, 'archives')
  }
  return { root, env, platform: 'linux' as const, arch: 'x64', said, say: (line: string) => void said.push(line) }
}

const reasonOf = async (answer: ReturnType<typeof officialRuntime>) => {
  const given = await answer
  return 'reason' in given ? given.reason : 'no reason: there is a runtime'
}

test('downloads, checks, unpacks and wires the declared version', async () => {
  const asked = await publish((_, response) => response.setHeader('content-length', ARCHIVE.length).end(ARCHIVE))
  const root = projectWithElectron(VERSION, CHECKSUMS)
  const dist = join(root, 'node_modules/electron/dist')
  const here = context(root)

  const found = await findRuntime(here)

  expect(asked).toEqual([`/v${VERSION}/${FILE}`])
  expect(found).toMatchObject({ dist, version: VERSION, from: 'the official download' })
  expect(textOf(join(dist, 'electron'))).toBe('the binary')
  expect(lstatSync(join(dist, 'electron')).mode & 0o111).toBe(0o111)
  expect(textOf(join(root, 'node_modules/electron/path.txt'))).toBe('electron')
  expect(here.said).toContain('  100 % of 0 MB')
  // And from then on it is simply there.
  expect(await findRuntime(here)).toMatchObject({ from: 'node_modules/electron' })
  expect(asked).toHaveLength(1)
})

test('takes the place of a link to another runtime, which stays whole', async () => {
  await publish((_, response) => response.end(ARCHIVE))
  const root = projectWithElectron(VERSION, CHECKSUMS)
  const other = fakeDist(temporaryFolder(), '33.2.1')
  symlinkSync(other, join(root, 'node_modules/electron/dist'))

  await officialRuntime(context(root))

  expect(lstatSync(join(root, 'node_modules/electron/dist')).isSymbolicLink()).toBe(false)
  expect(textOf(join(other, 'version'))).toBe('33.2.1')
})

test('refuses an archive with another checksum', async () => {
  await publish((_, response) => response.end(Buffer.concat([ARCHIVE, Buffer.from('!')])))
  const root = projectWithElectron(VERSION, CHECKSUMS)

  expect(await reasonOf(officialRuntime(context(root)))).toMatch(/checksum/i)
  expect(existsSync(join(root, 'node_modules/electron/dist'))).toBe(false)
})

test('gives up on a server that accepts and stays silent', async () => {
  await publish(() => {})
  expect(await reasonOf(officialRuntime(context(projectWithElectron(VERSION, CHECKSUMS)), LIMITS))).toBe(
    'no answer within 0.3 s'
  )
})

test('gives up on a download that stops in the middle', async () => {
  await publish((_, response) => void response.setHeader('content-length', 1000).write('start'))
  expect(await reasonOf(officialRuntime(context(projectWithElectron(VERSION, CHECKSUMS)), LIMITS))).toBe(
    'nothing more arrived within 0.3 s'
  )
})

test('gives up on a download that only trickles', async () => {
  await publish((_, response) => {
    response.setHeader('content-length', 1_000_000)
    const drip = setInterval(() => response.write('x'), 50)
    response.on('close', () => clearInterval(drip))
  })
  const limits = { connect: 2, silence: 2, whole: 0.5 }
  expect(await reasonOf(officialRuntime(context(projectWithElectron(VERSION, CHECKSUMS)), limits))).toBe(
    'not finished within 0.5 s'
  )
})

test('remembers a failure, so that the next start does not wait, until asked to try again', async () => {
  const asked = await publish((_, response) => void response.writeHead(404).end())
  const here = context(projectWithElectron(VERSION, CHECKSUMS))

  expect(await reasonOf(officialRuntime(here))).toContain('404')
  expect(await reasonOf(officialRuntime(here))).toMatch(/it failed at .*404.*ENTENTE_TRY_DOWNLOAD=1/)
  expect(asked).toHaveLength(1)

  await officialRuntime({ ...here, env: { ...here.env, ENTENTE_TRY_DOWNLOAD: '1' } })
  expect(asked).toHaveLength(2)
})

test('a name that cannot be resolved ends at once, with the reason in words', async () => {
  vi.stubEnv('ELECTRON_MIRROR', 'http://electron.invalid/')
  const started = Date.now()

  expect(await reasonOf(officialRuntime(context(projectWithElectron(VERSION, CHECKSUMS))))).toContain(
    'electron.invalid'
  )
  expect(Date.now() - started).toBeLessThan(11_000)
}, 15_000)
