import { jsonOrNothing } from '@core/text/json'
import { z } from 'zod'
import { codeOf } from '../error-messages'
import type { FileSystem } from '../file-system'
import { replaceFile } from '../replace-file'
import type { Sidecar } from './sidecar'

// What is found out while a file is being closed is told to a window that closes with it. So it is told again at the
// next opening.

interface Place {
  readonly fs: FileSystem
  readonly sidecar: Pick<Sidecar, 'toldAtClosing'>
}

/** Messages that the user cannot have read yet. Rejects with Node's error. */
export async function loadToldAtClosing({ fs, sidecar }: Place): Promise<readonly string[]> {
  const bytes = await fs.read(sidecar.toldAtClosing).catch((error) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  return (bytes && z.array(z.string()).safeParse(jsonOrNothing(bytes.toString('utf8'))).data) ?? []
}

/** Saves them durably. Rejects with SyncFailure or Node's error. */
export async function saveToldAtClosing({ fs, sidecar }: Place, messages: readonly string[]): Promise<void> {
  await replaceFile(fs, sidecar.toldAtClosing, Buffer.from(`${JSON.stringify(messages)}\n`))
}
