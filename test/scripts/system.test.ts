import { expect, test } from 'vitest'
import {
  ensurePackages,
  ensureSystem,
  missingLibraries,
  packageNames,
  requestedTestServer,
  type System
} from '../../scripts/system.mjs'

const BOOKWORM = 'ID=debian\nVERSION_ID="12"\n'
const NOBLE = 'ID=ubuntu\nVERSION_ID="24.04"\n'
const GTK = [['libgtk-3-0t64', 'libgtk-3-0']]
const LDD = '\tlinux-vdso.so.1 (0x00007ffd)\n\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n'

const candidate = (name: string, version: string) => `${name}:\n  Installed: (none)\n  Candidate: ${version}\n`

/** A machine of which only what matters is told; `ran` collects what would have been run on it. */
function machine(facts: {
  programs?: string[]
  isRoot?: boolean
  osRelease?: string
  outputs?: Record<string, string | string[]>
  fails?: string[]
}): System & { ran: string[]; said: string[] } {
  const ran: string[] = []
  const said: string[] = []
  const outputs = new Map(Object.entries(facts.outputs ?? {}))
  return {
    platform: 'linux',
    isRoot: facts.isRoot ?? false,
    ran,
    said,
    say: (line) => void said.push(line),
    which: (program) => ((facts.programs ?? ['apt-get']).includes(program) ? `/usr/bin/${program}` : undefined),
    osRelease: () => facts.osRelease ?? BOOKWORM,
    run: async (command, args) => {
      ran.push([command, ...args].join(' '))
      const output = outputs.get(command) ?? ''
      const next = typeof output === 'string' ? output : (output.shift() ?? '')
      return { code: facts.fails?.some((word) => args.includes(word)) ? 100 : 0, output: next }
    }
  }
}

const messageOf = (ended: Promise<unknown>) => ended.then(String, (error: Error) => error.message)

test('lists the libraries that the loader does not find', async () => {
  expect(await missingLibraries(machine({ outputs: { ldd: LDD } }), '/x/electron')).toEqual(['libgtk-3.so.0'])
})

test('does nothing when all is there', async () => {
  const here = machine({ programs: ['xvfb-run', 'Xvfb', 'xauth'] })
  await ensureSystem(here, { binary: '/x/electron', virtualDisplay: true })
  expect(here.ran).toEqual(['ldd /x/electron'])
})

test('does nothing on other systems than Linux', async () => {
  const here = { ...machine({}), platform: 'darwin' as const }
  await ensureSystem(here, { binary: '/x/Electron', virtualDisplay: false })
  expect(here.ran).toEqual([])
})

test('as root it installs what is missing and says so', async () => {
  const here = machine({ isRoot: true, outputs: { ldd: [LDD, ''] } })

  await ensureSystem(here, { binary: '/x/electron', virtualDisplay: true })

  expect(here.ran.filter((line) => line.startsWith('apt-get'))).toEqual([
    'apt-get -o DPkg::Lock::Timeout=180 update',
    'apt-get -o DPkg::Lock::Timeout=180 install -y --no-install-recommends libgtk-3-0 libnss3 libgbm1 libasound2 xvfb xauth'
  ])
  expect(here.said.join('\n')).toContain('libgtk-3.so.0')
})

test('installs only the virtual display when only that is missing', async () => {
  const here = machine({ isRoot: true })
  await ensureSystem(here, { binary: '/x/electron', virtualDisplay: true })
  expect(here.ran.at(-2)).toMatch(/install -y --no-install-recommends xvfb xauth$/)
})

test('anyone else gets the one line to run', async () => {
  const here = machine({ programs: ['apt-get', 'sudo'], outputs: { ldd: LDD } })

  const message = await messageOf(ensureSystem(here, { binary: '/x/electron', virtualDisplay: false }))

  expect(message).toContain('libgtk-3.so.0')
  expect(message).toContain(
    "    sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends libgtk-3-0 libnss3 libgbm1 libasound2'\n"
  )
  expect(here.ran.some((line) => line.startsWith('apt-get'))).toBe(false)
})

test('without sudo the line goes through su', async () => {
  const here = machine({ outputs: { ldd: LDD } })
  expect(await messageOf(ensureSystem(here, { binary: '/x', virtualDisplay: false }))).toContain(
    "su -c 'apt-get update"
  )
})

test('where there is no apt-get it names what to install', async () => {
  const here = machine({ programs: [], isRoot: true, outputs: { ldd: LDD } })
  expect(await messageOf(ensureSystem(here, { binary: '/x', virtualDisplay: false }))).toContain('package manager')
})

test('a failing installation shows what apt-get said', async () => {
  const here = machine({ isRoot: true, fails: ['install'], outputs: { ldd: LDD, 'apt-get': 'E: no space left' } })
  expect(await messageOf(ensureSystem(here, { binary: '/x', virtualDisplay: false }))).toContain('E: no space left')
})

test('a library that is missing even then is named', async () => {
  const here = machine({ isRoot: true, outputs: { ldd: [LDD, '\tlibodd.so.1 => not found\n'] } })
  expect(await messageOf(ensureSystem(here, { binary: '/x', virtualDisplay: false }))).toContain('libodd.so.1')
})

test.each([
  ['the old name where only that exists', candidate('libgtk-3-0', '3.24'), BOOKWORM, 'libgtk-3-0'],
  [
    'the new name where the old is only virtual',
    candidate('libgtk-3-0t64', '3.24') + candidate('libgtk-3-0', '(none)'),
    NOBLE,
    'libgtk-3-0t64'
  ],
  ['the old name when apt knows nothing and the release is old', '', BOOKWORM, 'libgtk-3-0'],
  ['the new name when apt knows nothing on Ubuntu 24.04', '', NOBLE, 'libgtk-3-0t64'],
  ['the new name when apt knows nothing on Debian 13', '', 'ID=debian\nVERSION_ID="13"\n', 'libgtk-3-0t64']
])('takes %s', async (_, policy, osRelease, expected) => {
  expect(await packageNames(machine({ osRelease, outputs: { 'apt-cache': policy } }), GTK)).toEqual([expected])
})

test('for continuous integration it installs the packages that dpkg does not have', async () => {
  const dpkg =
    'libnss3:amd64\t\t\tinstall\nlibgbm1:amd64\t\tinstall\nxauth\t\tinstall\nlibgtk-3-0t64:amd64\tinstall\nxvfb\tdeinstall\n'
  const here = machine({ programs: ['dpkg', 'apt-get'], isRoot: true, outputs: { dpkg } })
  await ensurePackages(here)
  expect(here.ran.at(-1)).toMatch(/recommends libasound2 xvfb$/)
})

test('as root it installs Java and Maven for the tests with a real Neo4j', async () => {
  const here = machine({ isRoot: true })
  await requestedTestServer(here)
  expect(here.ran.at(-1)).toMatch(/install -y --no-install-recommends openjdk-17-jre-headless maven$/)
  const noble = machine({ isRoot: true, osRelease: NOBLE })
  await requestedTestServer(noble)
  expect(noble.ran.at(-1)).toMatch(/openjdk-21-jre-headless maven$/)
})

test('where they are there, or nobody may install them, it leaves the machine alone', async () => {
  for (const facts of [
    { isRoot: true, programs: ['apt-get', 'java', 'mvn'] },
    { isRoot: false },
    { isRoot: true, programs: [] }
  ]) {
    const here = machine(facts)
    await requestedTestServer(here)
    expect([here.ran, here.said]).toEqual([[], []])
  }
})

test('when Java cannot be installed, that is said and is no trouble', async () => {
  const here = machine({ isRoot: true, fails: ['install'] })
  await requestedTestServer(here)
  expect(here.said.at(-1)).toMatch(/will be skipped/)
})
