import { z } from 'zod'
import { Counts } from '../graph/counts'
import { Handle } from './handle'

// Earlier and other states of a graph, as the window sees them.

/** An earlier state of the graph: `id` names it among the backups, `at` is when a later state took its place. */
export const Backup = z.object({ id: z.string(), at: z.iso.datetime(), bytes: z.int() })

/** A request about one backup. */
export const BackupRequest = z.object({ handle: Handle, id: z.string().max(100) })

const Failed = z.object({ outcome: z.literal('failed'), message: z.string() })

/** What a backup holds, and what restoring it would change in the current graph. */
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

/** The change that restores a backup, as JSON text, to be applied like any other. */
export const BackupChange = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), change: z.string() }),
  Failed
])

/** Another state of the graph that can be saved under another name. */
export const RecoverableVersion = z.object({ what: z.string(), holds: Counts })

/** Result of saving something under another name. */
export const CopyResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), name: z.string() }),
  z.object({ outcome: z.literal('cancelled') }),
  Failed
])

export type Backup = z.infer<typeof Backup>
export type BackupPreview = z.infer<typeof BackupPreview>
export type BackupChange = z.infer<typeof BackupChange>
export type RecoverableVersion = z.infer<typeof RecoverableVersion>
export type CopyResult = z.infer<typeof CopyResult>
