import type { Conflict } from '@core/change/merge-three'
import { KINDS, type Kind } from '@core/records/records'
import { jsonOrNothing, writeJson } from '@core/text/json'
import { z } from 'zod'
import { codeOf } from '../error-messages'
import type { FileSystem } from '../file-system'
import { replaceFile } from '../replace-file'
import type { Sidecar } from './sidecar'

const Conflicts = z.array(
  z.object({
    kind: z.enum(KINDS as readonly [Kind, ...Kind[]]),
    id: z.string(),
    field: z.string().optional(),
    ours: z.unknown(),
    theirs: z.unknown(),
    taken: z.enum(['ours', 'theirs'])
  })
)

/** The file of the conflicts. */
interface Place {
  readonly fs: FileSystem
  readonly sidecar: Pick<Sidecar, 'conflicts'>
}

/** What a conflict is about. */
export type ConflictAbout = Pick<Conflict, 'kind' | 'id' | 'field'>

/** Whether a conflict is about that. */
export const isAbout = (conflict: ConflictAbout, about: ConflictAbout): boolean => keyOf(conflict) === keyOf(about)

const keyOf = ({ kind, id, field = '' }: ConflictAbout) => `${kind} ${id} ${field}`

/** The conflicts that the user has not decided on yet, of this session or an earlier one. Rejects with Node's error. */
export async function loadConflicts({ fs, sidecar }: Place): Promise<readonly Conflict[]> {
  const bytes = await fs.read(sidecar.conflicts).catch((error) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  return (bytes && Conflicts.safeParse(jsonOrNothing(bytes.toString('utf8'))).data) ?? []
}

/** Saves them durably; of two about the same thing the later one stays. Rejects with SyncFailure or Node's error. */
export async function saveConflicts({ fs, sidecar }: Place, conflicts: readonly Conflict[]): Promise<void> {
  await replaceFile(fs, sidecar.conflicts, Buffer.from(`${writeJson(distinct(conflicts), 2)}\n`))
}

/** One conflict for each record and field. */
export const distinct = (conflicts: readonly Conflict[]): readonly Conflict[] => [
  ...new Map(conflicts.map((conflict) => [keyOf(conflict), conflict])).values()
]
