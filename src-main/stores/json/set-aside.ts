import { join } from 'node:path'
import { replaceFile } from '../replace-file'
import { hashOf } from './content'
import { type Place, timeName } from './place'

/** Something that could not be used and is kept for inspection. */
export interface Aside {
  /** What it is, as the end of its file name. */
  readonly what: string
  readonly bytes: Buffer
}

/** Saves something in the folder `set-aside`, durably. Nothing is ever removed from there. Rejects with Node's error or SyncFailure. */
export async function setAside({ fs, sidecar, now }: Place, { what, bytes }: Aside): Promise<void> {
  await fs.makeFolder(sidecar.setAside)
  // The hash keeps two items of the same moment apart.
  const name = `${timeName(now())}-${hashOf(bytes).slice(0, 8)}-${what}`
  await replaceFile(fs, join(sidecar.setAside, name), bytes)
}

/** Sets aside an existing file, with anything that another program still writes to it. */
export async function moveAside({ fs, sidecar, now }: Place, path: string, hash: string, what: string): Promise<void> {
  await fs.makeFolder(sidecar.setAside)
  await fs.rename(path, join(sidecar.setAside, `${timeName(now())}-${hash.slice(0, 8)}-${what}`))
}
