import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
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

/** The graph that a file holds now. */
export async function graphOnDisk(path: string): Promise<Graph> {
  const file = parseGraph(await readFile(path, 'utf8'))
  if ('problems' in file) throw new Error(JSON.stringify(file.problems))
  return file.graph
}
