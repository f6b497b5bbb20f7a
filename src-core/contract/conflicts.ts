import { z } from 'zod'
import { KINDS, type Kind } from '../records/records'

// What two sides changed differently, so that the user has to decide.

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

export type ConflictKey = z.infer<typeof ConflictKey>
export type OpenConflict = z.infer<typeof OpenConflict>
