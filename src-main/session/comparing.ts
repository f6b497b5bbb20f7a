import { basename } from 'node:path'
import { diff } from '@core/change/change'
import { type Comparison, MOST_COMPARED } from '@core/contract/comparing'
import type { Output } from '@core/contract/contract'
import { graphDuplicates } from '@core/queries/graph-duplicates'
import { writeJson } from '@core/text/json'
import { shownPath } from '@core/text/shown-path'
import type { FileSystem } from '../stores/file-system'
import { sentence } from '../stores/json/messages'
import { examine } from '../stores/json/opening'
import type { SessionStore } from '../stores/session-store'
import { StoreError } from '../stores/store'
import { Stopped, type TaskControl } from '../stores/task-control'

/** Dependencies. `storeOf` throws StoreError when the handle is not that of the open graph. */
interface Dependencies {
  readonly storeOf: (handle: string) => SessionStore
  /** File system and task control for work on the file at that path. */
  readonly begin: (path: string) => { readonly fs: FileSystem; readonly control: TaskControl }
}

/** Compares the open graph with another file, and its entities with each other. */
export class Comparisons {
  readonly #dependencies: Dependencies

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies
  }

  /** What another file says otherwise. */
  async withFile(handle: string, path: string): Promise<Comparison> {
    const name = shownPath(basename(path))
    try {
      const { graph } = this.#dependencies.storeOf(handle)
      const { fs, control } = this.#dependencies.begin(path)
      const found = await examine(path, fs, control)
      if (found.readOnly !== undefined)
        throw new StoreError(`“${name}” cannot be compared. ${sentence(found.readOnly)}`, {
          problems: found.problems ?? []
        })
      const { edits } = diff(graph, found.graph)
      return {
        outcome: 'read',
        name,
        count: edits.length,
        edits: writeJson(edits.slice(0, MOST_COMPARED)),
        ...(found.graph.title !== graph.title && { title: found.graph.title })
      }
    } catch (error) {
      if (error instanceof Stopped) return { outcome: 'cancelled' }
      if (!(error instanceof StoreError)) throw error
      return { outcome: 'failed', name, message: error.message, problems: [...error.problems] }
    }
  }

  /** The likely duplicates of the open graph; none where the search was stopped. */
  async duplicates(handle: string): Promise<Output<'graph:duplicates'>> {
    const { graph } = this.#dependencies.storeOf(handle)
    const { control } = this.#dependencies.begin('')
    try {
      const { count, pairs } = await control.run('duplicates', graphDuplicates(graph))
      return { count, pairs: [...pairs] }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      return { count: 0, pairs: [] }
    }
  }
}
