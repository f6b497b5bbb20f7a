import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseGraph } from '@core/formats/entente/parse'
import { describe, expect, it, onTestFinished } from 'vitest'
import { entente } from './run-main'

async function emptyFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'entente-new-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const graphIn = async (path: string) => {
  const read = parseGraph(await readFile(path, 'utf8'))
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.graph
}

describe('entente new', () => {
  it('makes a file that is in order, with the usual vocabulary and the name of the file for its title', async () => {
    const path = join(await emptyFolder(), 'hmeimim-flights.entente.json')
    const { code, out, err } = await entente('new', path)
    expect([code, out]).toEqual([0, []])
    expect(err.join()).toContain('People and power')
    const graph = await graphIn(path)
    expect([graph.title, graph.all('entity').size]).toEqual(['hmeimim flights', 0])
    expect(graph.all('entityType').size).toBe(11)
    expect((await entente('check', path)).code).toBe(0)
  })

  it('takes another vocabulary and a title in any script', async () => {
    const path = join(await emptyFolder(), 'a.entente.json')
    expect((await entente('new', path, '--vocabulary', 'empty', '--title', 'رحلات حميميم')).code).toBe(0)
    const graph = await graphIn(path)
    expect([graph.title, graph.all('entityType').size]).toEqual(['رحلات حميميم', 0])
  })

  it('replaces nothing that is there', async () => {
    const path = join(await emptyFolder(), 'a.entente.json')
    await writeFile(path, 'mine')
    const { code, err } = await entente('new', path)
    expect([code, err.join()]).toEqual([1, expect.stringMatching(/There is already a file “a\.entente\.json”/)])
    expect(await readFile(path, 'utf8')).toBe('mine')
  })

  it.each([
    [['new'], /Name one file/],
    [['new', 'FILE', 'more'], /Name one file/],
    [['new', 'FILE', '--vocabulary', 'ships'], /no vocabulary “ships”.*companies-and-ownership/],
    [['new', 'FILE', '--title', ' '], /title must not be blank/],
    [['new', 'FILE', '--title', '\u200b'], /title must hold something that can be seen/]
  ])('%j is not called right: nothing is made', async (argv, said) => {
    const folder = await emptyFolder()
    const { code, err } = await entente(
      ...argv.map((word) => (word === 'FILE' ? join(folder, 'a.entente.json') : word))
    )
    expect([code, err.join()]).toEqual([2, expect.stringMatching(said)])
    expect(await readdir(folder)).toEqual([])
  })

  it('a folder that is not there is told as such', async () => {
    const { code, err } = await entente('new', join(await emptyFolder(), 'gone', 'a.entente.json'))
    expect([code, err.join()]).toEqual([1, expect.stringContaining('could not be written')])
  })
})
