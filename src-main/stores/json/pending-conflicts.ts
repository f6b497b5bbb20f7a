import type { Clash } from '@core/change/merge-three'
import { KINDS, type Kind } from '@core/records/records'
import sjson from 'secure-json-parse'
import { z } from 'zod'
import { codeOf } from '../error-messages'
import type { FileSystem } from '../file-system'
import { replaceFile } from '../replace-file'
import type { Sidecar } from './sidecar'

const Clashes = z.array(
  z.object({
    kind: z.enum(KINDS as readonly [Kind, ...Kind[]]),
    id: z.string(),
    field: z.string().optional(),
    ours: z.unknown(),
    theirs: z.unknown(),
    taken: z.enum(['ours', 'theirs'])
  })
)

/** Where clashes are kept. */
interface Place {
  readonly fs: FileSystem
  readonly sidecar: Pick<Sidecar, 'clashes'>
}

/** What a clash is about. */
export type ClashAbout = Pick<Clash, 'kind' | 'id' | 'field'>

/** Whether a clash is about that. */
export const isAbout = (clash: ClashAbout, about: ClashAbout): boolean => keyOf(clash) === keyOf(about)

const keyOf = ({ kind, id, field = '' }: ClashAbout) => `${kind} ${id} ${field}`

/** The clashes that the user has not decided on yet, of this session or an earlier one. Rejects with Node's error. */
export async function loadClashes({ fs, sidecar }: Place): Promise<readonly Clash[]> {
  const bytes = await fs.read(sidecar.clashes).catch((error) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  return (bytes && Clashes.safeParse(sjson.safeParse(bytes.toString('utf8'))).data) ?? []
}

/** Keeps them durably; of two about the same thing the later one stays. Rejects with SyncFailure or Node's error. */
export async function saveClashes({ fs, sidecar }: Place, clashes: readonly Clash[]): Promise<void> {
  await replaceFile(fs, sidecar.clashes, Buffer.from(`${JSON.stringify(distinct(clashes), null, 2)}\n`))
}

/** One clash for each record and field. */
export const distinct = (clashes: readonly Clash[]): readonly Clash[] => [
  ...new Map(clashes.map((clash) => [keyOf(clash), clash])).values()
]
