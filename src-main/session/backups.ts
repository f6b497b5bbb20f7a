import { basename } from 'node:path'
import { diff } from '@core/change/change'
import type { Backup, BackupChange, BackupPreview, CopyResult } from '@core/contract/backups'
import type { Output } from '@core/contract/contract'
import { countsOf } from '@core/graph/counts'
import { writeJson } from '@core/text/json'
import { shownPath } from '@core/text/shown-path'
import { onlyTypes } from '@core/vocabularies/vocabularies'
import type { Place } from '../stores/json/place'
import { compareWith, describeBackups, readBackup } from '../stores/json/restoring'
import type { Copied } from '../stores/json/save-copy'
import type { SessionStore } from '../stores/session-store'
import { StoreError } from '../stores/store'
import { failureMessage } from './failure-message'

/** `storeOf` throws StoreError when a handle is not that of what is open; `copy` rejects with it or with Node's error. */
interface Dependencies {
  readonly storeOf: (handle: string) => SessionStore
  readonly copy: (path: string, what: Copied) => Promise<unknown>
}

/** Earlier and other states of the open graph: its backups and its recoverable versions. */
export class Backups {
  readonly #dependencies: Dependencies

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies
  }

  /** Earlier states of the graph, newest first. */
  async backups(handle: string): Promise<Backup[]> {
    return describeBackups(placeOf(this.#dependencies.storeOf(handle)))
  }

  /** What a backup holds, and what restoring it would change. */
  preview(handle: string, id: string): Promise<BackupPreview> {
    return this.#read(handle, id, ({ store, graph }) => compareWith(store.graph, graph))
  }

  /** The change that restores a backup. */
  changeTo(handle: string, id: string, label: string): Promise<BackupChange> {
    return this.#read(handle, id, ({ store, graph }) => ({
      outcome: 'read',
      change: writeJson(diff(store.graph, graph, label))
    }))
  }

  /** Copies a backup to another file. */
  saveBackup(handle: string, id: string, path: string): Promise<CopyResult> {
    return this.#save(path, () =>
      readBackup(placeOf(this.#dependencies.storeOf(handle)), id).then(({ path, hash }) => ({ path, hash }))
    )
  }

  /** The recoverable versions, without their graphs. */
  recoverableVersions(handle: string): Output<'graph:recoverable-versions'>['recoverableVersions'] {
    return this.#dependencies
      .storeOf(handle)
      .recoverableVersions.map(({ what, graph }) => ({ what, holds: countsOf(graph) }))
  }

  saveRecoverable(handle: string, at: number, path: string): Promise<CopyResult> {
    return this.#save(path, async () => {
      const version = this.#dependencies.storeOf(handle).recoverableVersions[at]
      if (!version) throw new StoreError('That is not offered any more.')
      return version.graph
    })
  }

  /** The types of the open graph as a graph of their own: a vocabulary that others can begin with. */
  saveTypes(handle: string, path: string): Promise<CopyResult> {
    return this.#save(path, async () => {
      const { graph } = this.#dependencies.storeOf(handle)
      return onlyTypes(graph, graph.title)
    })
  }

  async #read<T>(
    handle: string,
    id: string,
    use: (found: Awaited<ReturnType<typeof readBackup>> & { readonly store: SessionStore }) => T
  ): Promise<T | { readonly outcome: 'failed'; readonly message: string }> {
    try {
      const store = this.#dependencies.storeOf(handle)
      const backup = await readBackup(placeOf(store), id)
      if (backup.notWhole !== undefined) throw new StoreError(`It cannot be brought back: ${backup.notWhole}`)
      return use({ store, ...backup })
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      return { outcome: 'failed', message: error.message }
    }
  }

  async #save(path: string, what: () => Promise<Copied>): Promise<CopyResult> {
    try {
      await this.#dependencies.copy(path, await what())
      return { outcome: 'saved', name: shownPath(basename(path)) }
    } catch (error) {
      return { outcome: 'failed', message: failureMessage(error, path) }
    }
  }
}

/** Where a file's backups are. Throws StoreError for a graph in a database. */
function placeOf({ place }: SessionStore): Place {
  if (place) return place
  throw new StoreError(
    'This graph is kept in a database, which has no backups here: whoever runs the server makes them. “Save a copy as…” makes a file of it.'
  )
}
