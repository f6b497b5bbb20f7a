import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { entity, relation, sampleGraph, VOCABULARY } from '../../core/sample'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

// Inside node_modules, so that what is built finds its packages there.
const CACHE = join(ROOT, 'node_modules/.cache')
let folder = ''
let sample = ''
let large = ''

beforeAll(async () => {
  await mkdir(CACHE, { recursive: true })
  folder = await mkdtemp(join(CACHE, 'entente-cli-'))
  sample = join(folder, 'sample.entente.json')
  large = join(folder, 'large.entente.json')
  const many = Array.from({ length: 4000 }, (_, at) => relation(`r-${at}`, 'meets', 'e-1', 'e-1'))
  await writeFile(sample, serialiseGraph(sampleGraph()))
  await writeFile(large, serialiseGraph(Graph.of('', [...VOCABULARY, entity('e-1', 'state', 'A state'), ...many])))
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: { '@core': join(ROOT, 'src-core') } },
    build: { ssr: join(ROOT, 'src-main/cli/entente.ts'), outDir: folder, emptyOutDir: false, target: 'node20' }
  })
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built `entente` as a process of its own; `closeEarly` stops listening after the first piece of output. */
function entente(argv: readonly string[], { closeEarly = false } = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, 'entente.js'), ...argv], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe']
    })
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      out += piece
      if (closeEarly) child.stdout.destroy()
    })
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      err += piece
    })
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }))
  })
}

it('checks, finds and tells the status, and ends as it should', async () => {
  expect(await entente(['check', sample])).toEqual({ code: 0, out: '', err: '' })
  const found = await entente(['find', 'sample.entente.json', 'الجولاني'])
  expect(found).toMatchObject({ code: 0, err: '' })
  expect(found.out).toContain('Ahmed al-Sharaa')
  expect((await entente(['status', sample, '--json'])).out).toBe((await entente(['status', sample, '--json'])).out)
})

it('says what is wrong on stderr, with 2 for the call and 1 for the file, and no stack', async () => {
  for (const [argv, code] of [
    [[], 2],
    [['nope'], 2],
    [['status', sample, '--as-of', '2024-13'], 2],
    [['status', '.'], 1],
    [['find', 'none.json', 'x'], 1]
  ] as const) {
    const ended = await entente(argv)
    expect([ended.code, ended.out]).toEqual([code, ''])
    expect(ended.err).not.toBe('')
    expect(ended.err).not.toMatch(/\n\s+at |node:internal|Error:/)
  }
})

it('writes all of a long answer to a pipe', async () => {
  const { code, out } = await entente(['status', large])
  expect(code).toBe(0)
  expect(out.trimEnd().split('\n').length).toBe(4001)
})

it('ends quietly when its output is no longer read, as by “| head”', async () => {
  expect(await entente(['status', large], { closeEarly: true })).toMatchObject({ code: 0, err: '' })
})
