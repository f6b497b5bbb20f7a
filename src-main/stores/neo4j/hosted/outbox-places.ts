import { join } from 'node:path'
import { countAsUser } from '@core/change/facts'
import { codeOf } from '../../error-messages'
import type { FileSystem } from '../../file-system'
import { decodeJournal } from '../../journal/chain'
import { replaceFile } from '../../replace-file'

// Each graph's outbox says where that graph is kept, so that what waits can be told of while the server cannot be asked.

/** The number of changes that wait in one folder, counted as a user counts. */
export interface Waiting {
  readonly folder: string
  readonly count: number
}

const PLACE = 'place'
/** The journal of waiting changes, in its folder. */
export const JOURNAL = 'journal'

/** Saves the place of an outbox's graph. Rejects with Node's error. */
export async function notePlace(fs: FileSystem, folder: string, place: string): Promise<void> {
  const path = join(folder, PLACE)
  if ((await readOrNothing(fs, path))?.toString('utf8') !== place) await replaceFile(fs, path, Buffer.from(place))
}

/** The waiting changes of the graphs at a place, by folder; `outbox` is the folder of them all. Skips what cannot be read. */
export async function waitingFor(fs: FileSystem, outbox: string, place: string): Promise<readonly Waiting[]> {
  const found: Waiting[] = []
  for (const name of await fs.list(outbox).catch(() => [])) {
    const folder = join(outbox, name)
    try {
      if ((await readOrNothing(fs, join(folder, PLACE)))?.toString('utf8') !== place) continue
      const journal = await readOrNothing(fs, join(folder, JOURNAL))
      const changes = journal ? decodeJournal(journal).entries.map(({ change }) => change) : []
      const count = countAsUser(changes)
      if (count > 0) found.push({ folder, count })
    } catch {}
  }
  return found
}

async function readOrNothing(fs: FileSystem, path: string): Promise<Buffer | undefined> {
  try {
    return await fs.read(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined
    throw error
  }
}
