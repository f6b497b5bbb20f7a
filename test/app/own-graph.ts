import { copyFile, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Change } from '../../src-core/change/change'
import { parseGraph } from '../../src-core/formats/entente/parse'
import type { Graph } from '../../src-core/graph/graph'
import { ROOT } from './launch'

/** The seed graph as it stands in the repository. */
export const SEED = join(ROOT, 'graph-seed/syria-2024.entente.json')

/** The seed graph as a file of the test's own. */
export async function ownGraph(folder: string, name = 'syria.entente.json') {
  const path = join(folder, name)
  await copyFile(SEED, path)
  return path
}

/** The graph that a file and the journal beside it hold now: what the next start would find. */
export async function graphOnDisk(path: string): Promise<Graph> {
  const file = parseGraph(await readFile(path, 'utf8'))
  if ('problems' in file) throw new Error(JSON.stringify(file.problems))
  const sidecar = join(dirname(path), `.${basename(path, '.entente.json')}.entente`)
  const journal = await readFile(join(sidecar, 'journal'), 'utf8').catch(() => '')
  return journal
    .split('\n')
    .filter((line) => line.includes('"change":'))
    .map((line): Change => JSON.parse(line.slice(HASH.length)).change)
    .reduce((graph, { edits }) => graph.with(edits), file.graph)
}

/** What stands before a line's JSON. */
const HASH = `${'0'.repeat(64)} `
