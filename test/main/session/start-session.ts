import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Change } from '@core/change/change'
import type { ReadOnly } from '@core/contract/contract'
import type { Merged } from '@core/contract/remote-changes'
import { readChange } from '@core/formats/entente/read-change'
import { Files } from '@main/session/files'
import { GraphSession } from '@main/session/graph-session'
import { disk, type FileSystem } from '@main/stores/file-system'
import { onTestFinished } from 'vitest'
import { folder } from '../sample'
import { databasesIn } from './databases'

/** A session with that file open, and all that it tells the window. */
export async function startSession(path: string, fs: FileSystem = disk) {
  const home = await folder()
  const files = await Files.open({ fs: disk, path: join(home, 'recent.json'), onTrouble: () => {} })
  onTestFinished(() => files.settled())
  const merged: Merged[] = []
  const stopped: ReadOnly[] = []
  const told: string[] = []
  const session = new GraphSession(
    {
      ...(await databasesIn(home)),
      ...{ fs, files, workingCopy: () => Promise.reject(new Error('no working copy')), onOpened: () => {} },
      onMerged: (one) => merged.push(one),
      onReadOnly: (one) => stopped.push(one),
      onTold: (message) => told.push(message)
    },
    path
  )
  onTestFinished(() => session.close().catch(() => {}))
  const result = await session.current()
  if (result.outcome !== 'opened') throw new Error(JSON.stringify(result))
  return { session, merged, stopped, told, graph: result.graph, handle: result.graph.handle, sidecar: sidecarOf(path) }
}

/** The folder beside the sample file. */
export const sidecarOf = (path: string) => join(dirname(path), '.sample.entente')
export const textOf = (path: string) => readFile(path, 'utf8')

/** The change that a text holds. */
export const changeIn = (text: string): Change => {
  const change = readChange(JSON.parse(text))
  if (!change) throw new Error(text)
  return change
}
