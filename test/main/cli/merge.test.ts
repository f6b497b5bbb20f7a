import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { type Edit, Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { RECORDS, relation, sampleGraph } from '../../core/sample'
import { entente, fileWith } from './run-main'

const base = sampleGraph()
const edited = (...edits: readonly Edit[]) => serialiseGraph(base.with(edits))
const russia = base.get('entity', 'e-russia') as AnyRecord
const named = (name: string) => edited({ before: russia, after: { ...russia, name } as AnyRecord })
const graphIn = async (path: string) => {
  const read = parseGraph(await readFile(path, 'utf8'))
  if (!('graph' in read)) throw new Error(read.problems[0]?.message)
  return read.graph
}

describe('entente merge', () => {
  const files = (...texts: readonly string[]) => Promise.all(texts.map((text) => fileWith(text)))

  it('puts what both sides did into OURS, whose other lines stay as they stand', async () => {
    const ours = edited({ after: relation('r-a', 'meets', 'e-sharaa', 'e-russia') }).replaceAll('\n"', '\n  "')
    const theirs = edited({ after: relation('r-b', 'meets', 'e-sharaa', 'e-hts') })
    const [a, b, c] = await files(serialiseGraph(base), ours, theirs)
    expect(await entente('merge', a ?? '', b ?? '', c ?? '')).toEqual({ code: 0, out: [], err: [] })
    const text = await readFile(b ?? '', 'utf8')
    const line = ',\n{"id":"r-b","type":"meets","from":"e-sharaa","to":"e-hts"}'
    expect(text.replace(line, '')).toBe(ours)
    expect(await readFile(c ?? '', 'utf8')).toBe(theirs)
  })

  it('keeps both values of a conflict in OURS, says so, and check finds it', async () => {
    const [a, b, c] = await files(serialiseGraph(base), named('Rossiya'), named('Rusko'))
    const { code, err } = await entente('merge', a ?? '', b ?? '', c ?? '')
    expect({ code, err }).toEqual({
      code: 1,
      err: ['1 conflict is left. Both values are in the file: open it in Entente and choose.']
    })
    const graph = await graphIn(b ?? '')
    expect(graph.get('entity', 'e-russia')?.name).toBe('Rossiya')
    expect([...graph.all('conflict').values()]).toMatchObject([{ about: 'e-russia', ours: 'Rossiya', theirs: 'Rusko' }])
    const checked = await entente('check', b ?? '')
    expect(checked.code).toBe(1)
    expect(checked.out[0]).toContain('Entity Rossiya, name: both sides of a merge changed it')
  })

  it('leaves OURS as it is where a file cannot be read, or nothing is new', async () => {
    const ours = named('Rossiya').replaceAll('"title": ', '"title":  ')
    const [a, b, c] = await files(serialiseGraph(base), ours, '{"format": "entente-graph"')
    expect((await entente('merge', a ?? '', b ?? '', c ?? '')).code).toBe(1)
    expect(await readFile(b ?? '', 'utf8')).toBe(ours)
    expect((await entente('merge', a ?? '', b ?? '', a ?? '')).code).toBe(0)
    expect(await readFile(b ?? '', 'utf8')).toBe(ours)
    expect((await entente('merge', a ?? '', b ?? '')).code).toBe(2)
  })

  it('takes another title; where both gave one, says which stands', async () => {
    const titled = (title: string) => serialiseGraph(Graph.of(title, RECORDS))
    const [a, b, c] = await files(titled('A'), titled('A'), titled('C'))
    expect((await entente('merge', a ?? '', b ?? '', c ?? '')).code).toBe(0)
    expect((await graphIn(b ?? '')).title).toBe('C')
    const [d, e, f] = await files(titled('A'), titled('B'), titled('C'))
    const { code, err } = await entente('merge', d ?? '', e ?? '', f ?? '')
    expect({ code, err }).toEqual({ code: 1, err: ['Both sides gave it another title: “B” stands, not “C”.'] })
  })

  it('merges from an empty file where both sides made it', async () => {
    const [a, b, c] = await files('', named('Russia'), edited({ after: relation('r-b', 'meets', 'e-sharaa', 'e-hts') }))
    expect((await entente('merge', a ?? '', b ?? '', c ?? '')).code).toBe(0)
    expect((await graphIn(b ?? '')).get('relation', 'r-b')).toBeDefined()
  })
})

const run = promisify(execFile)
const hasGit = await run('git', ['--version']).then(
  () => true,
  () => false
)

describe.skipIf(!hasGit)('as a merge driver of git (skipped where there is no git)', () => {
  let program = ''

  beforeAll(async () => {
    program = resolve('scripts/entente.mjs')
    // Builds the command line, if it is not.
    await run(process.execPath, [program, '--help'])
  }, 120_000)

  async function repository() {
    const folder = await mkdtemp(join(tmpdir(), 'entente-git-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const git = (...args: readonly string[]) =>
      run('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder })
    const path = join(folder, 'graph.entente.json')
    const commit = async (text: string) => {
      await writeFile(path, text)
      await git('add', '.')
      await git('commit', '-qm', 'one')
    }
    await git('init', '-qb', 'main')
    await writeFile(join(folder, '.gitattributes'), '*.entente.json merge=entente\n')
    await git('config', 'merge.entente.driver', `"${process.execPath}" "${program}" merge %O %A %B`)
    await commit(serialiseGraph(base))
    const branches = async (ours: string, theirs: string) => {
      await git('checkout', '-qb', 'theirs')
      await commit(theirs)
      await git('checkout', '-q', 'main')
      await commit(ours)
      return git('merge', 'theirs', '-m', 'both').then(
        () => 0,
        (error: { readonly code: number }) => error.code
      )
    }
    return { path, branches, git }
  }

  it('two branches that add different relations merge clean', async () => {
    const { path, branches } = await repository()
    const ours = edited({ after: relation('r-a', 'meets', 'e-sharaa', 'e-russia') })
    expect(await branches(ours, edited({ after: relation('r-b', 'meets', 'e-sharaa', 'e-hts') }))).toBe(0)
    const graph = await graphIn(path)
    expect(graph.get('relation', 'r-a') && graph.get('relation', 'r-b')).toBeDefined()
  }, 60_000)

  it('two that rename one entity conflict, with both values in the file', async () => {
    const { path, branches, git } = await repository()
    expect(await branches(named('Rossiya'), named('Rusko'))).toBe(1)
    expect((await git('status', '--porcelain')).stdout).toContain('UU graph.entente.json')
    expect([...(await graphIn(path)).all('conflict').values()]).toMatchObject([{ ours: 'Rossiya', theirs: 'Rusko' }])
  }, 60_000)
})
