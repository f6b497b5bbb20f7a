import { z } from 'zod'
import { Counts } from '../graph/counts'
import { KINDS, type Kind } from '../records/records'
import { Handle } from './handle'

// How a graph is kept, as the window sees it: backups, what another program did, what the user has to decide.

/** An earlier state of the graph: `id` names it among the backups, `at` is when a later state took its place. */
export const Backup = z.object({ id: z.string(), at: z.iso.datetime(), bytes: z.int() })

/** What is asked of one backup of a graph. */
export const BackupRequest = z.object({ handle: Handle, id: z.string().max(100) })

const Failed = z.object({ outcome: z.literal('failed'), message: z.string() })

/** What a backup holds, and what bringing it back would do to the graph as it is now. */
export const BackupPreview = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('read'),
    holds: Counts,
    adds: Counts,
    changes: Counts,
    removes: Counts
  }),
  Failed
])

/** The change that brings a backup back, as JSON text, to be carried out like any other. */
export const BackupChange = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), change: z.string() }),
  Failed
])

/** Another state of the graph that can be saved under another name. */
export const RecoverableVersion = z.object({ what: z.string(), holds: Counts })

/** What came of saving something under another name. */
export const CopyResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), name: z.string() }),
  z.object({ outcome: z.literal('cancelled') }),
  Failed
])

/** What a conflict is about: a field of a record, or without `field` the record itself. */
export const ConflictKey = z.object({
  kind: z.enum(KINDS as readonly [Kind, ...Kind[]]),
  id: z.string(),
  field: z.string().optional()
})

/** Two values of which the user has to choose one; an absent one stands for no such field or record. */
export const OpenConflict = ConflictKey.extend({
  ours: z.unknown().optional(),
  theirs: z.unknown().optional(),
  taken: z.enum(['ours', 'theirs'])
})

/**
 * What another program did to the open graph. `merges` numbers the merges of all graphs, so that the window knows where
 * this one belongs among its own changes. `change` and `extra` (unknown fields of the file) are JSON text.
 */
export const Merged = z.object({
  handle: Handle,
  merges: z.int(),
  title: z.string(),
  extra: z.string(),
  change: z.string(),
  message: z.string(),
  /** How many conflicts wait for a decision now. */
  conflicts: z.int()
})

/** From now on nothing is saved here, and this is why. */
export const ReadOnly = z.object({ handle: Handle, reason: z.string() })

export type Backup = z.infer<typeof Backup>
export type BackupPreview = z.infer<typeof BackupPreview>
export type BackupChange = z.infer<typeof BackupChange>
export type RecoverableVersion = z.infer<typeof RecoverableVersion>
export type CopyResult = z.infer<typeof CopyResult>
export type ConflictKey = z.infer<typeof ConflictKey>
export type OpenConflict = z.infer<typeof OpenConflict>
export type Merged = z.infer<typeof Merged>
export type ReadOnly = z.infer<typeof ReadOnly>
