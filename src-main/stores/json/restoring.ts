import { basename } from 'node:path'
import { diff } from '@core/change/change'
import type { Backup, BackupPreview } from '@core/contract/backups'
import { countRecords, countsOf } from '@core/graph/counts'
import type { Graph } from '@core/graph/graph'
import { whyNot } from '../error-messages'
import { StoreError } from '../store'
import { listBackups } from './backups'
import { readGraph } from './content'
import * as messages from './messages'
import type { Place } from './place'

/** The backups of a graph, newest first. Rejects with Node's error. */
export async function describeBackups(place: Place): Promise<Backup[]> {
  const backups = await listBackups(place)
  return Promise.all(
    backups.map(async ({ path, at }) => ({
      id: basename(path),
      at: at.toISOString(),
      bytes: (await place.fs.facts(path)).size
    }))
  )
}

/** A backup's file and graph, and why the graph does not hold all of the file. Rejects with StoreError where it is gone or cannot be read. */
export async function readBackup(
  place: Place,
  id: string
): Promise<{
  readonly path: string
  readonly hash: string
  readonly graph: Graph
  readonly notWhole: string | undefined
}> {
  // Reads only what is in the list: the id comes from the window.
  const backup = (await listBackups(place)).find(({ path }) => basename(path) === id)
  if (!backup) throw new StoreError('That backup is not there any more. Choose another one.')
  const { path } = backup
  const { hash, reading } = await readGraph(place.fs, path).catch((error) => {
    const { why, todo } = whyNot(error)
    throw new StoreError(`That backup cannot be read: ${why}. ${todo}`, { cause: error })
  })
  if (!('problems' in reading)) return { path, hash, graph: reading.graph, notWhole: messages.notWhole(reading) }
  const [problem] = reading.problems
  throw new StoreError(
    `That backup cannot be read: ${problem?.message.replace(/\.$/, '') ?? 'it is no graph'}. Choose another one; nothing was changed.`
  )
}

/** What restoring a graph would change in the current one. */
export function compareWith(now: Graph, backup: Graph): Extract<BackupPreview, { outcome: 'read' }> {
  const { edits } = diff(now, backup)
  const added = edits.flatMap(({ before, after }) => (!before && after ? [after] : []))
  const changed = edits.flatMap(({ before, after }) => (before && after ? [after] : []))
  const removed = edits.flatMap(({ before, after }) => (before && !after ? [before] : []))
  return {
    outcome: 'read',
    holds: countsOf(backup),
    adds: countRecords(added),
    changes: countRecords(changed),
    removes: countRecords(removed)
  }
}
