import { basename, dirname, join } from 'node:path'
import type { Graph } from '@core/graph/graph'
import { codeOf } from '../stores/error-messages'
import { fitted } from '../stores/file-name'
import type { FileSystem } from '../stores/file-system'
import { examine } from '../stores/json/opening'
import type { TaskControl } from '../stores/task-control'

/** The graph in a file without its views, and a free name for it beside the file. Rejects with StoreError, or Stopped. */
export async function withoutViews(
  path: string,
  fs: FileSystem,
  control: TaskControl
): Promise<{ graph: Graph; path: string }> {
  const { graph } = await examine(path, fs, control)
  const edits = [...graph.all('view').values()].map((before) => ({ before }))
  return { graph: graph.with(edits), path: await freeName(path, fs) }
}

async function freeName(path: string, fs: FileSystem): Promise<string> {
  const [, stem = '', ending = ''] = /^(.*?)((?:\.entente)?\.json)?$/s.exec(basename(path)) ?? []
  for (let count = 1; ; count++) {
    const end = ` without views${count === 1 ? '' : ` ${count}`}${ending || '.entente.json'}`
    const free = join(dirname(path), fitted(stem, end))
    const isFree = await fs.facts(free).then(
      () => false,
      (error) => codeOf(error) === 'ENOENT'
    )
    if (isFree || count === 1000) return free
  }
}
