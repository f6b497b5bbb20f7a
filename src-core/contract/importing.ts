import { z } from 'zod'
import { Handle } from './handle'

// Adding another graph file to the open one, and changes too large for one message.

const Count = z.int().min(0)

/** For one kind of record: how many are new, the same, add something to ours, or contradict it. */
const ImportCount = z.object({ added: Count, same: Count, filled: Count, differing: Count })

const Named = z.object({ id: z.string(), name: z.string(), type: z.string() })

/** What another file would add. */
export const ImportPreview = z.object({
  entities: ImportCount,
  relations: ImportCount,
  claims: ImportCount,
  sources: ImportCount,
  /** Entity and relation types, by label, that are new here; and how many that are here gain or differ. */
  newTypes: z.array(z.string()),
  types: ImportCount,
  newViews: Count,
  /** Its relations that say the same as one of ours under another id. */
  joined: Count,
  /** New entities that are likely duplicates of ours, most similar first; `count` of all. */
  duplicates: z.object({ count: Count, pairs: z.array(z.object({ ours: Named, theirs: Named })) }),
  /** The most edits that it can take. */
  edits: Count
})

/** The requested part of the change that adds a file, and whose value stands where the two differ. */
export const ImportRequest = z.object({
  handle: Handle,
  id: z.string().max(64),
  whose: z.enum(['ours', 'theirs']),
  part: Count
})

/** Some of the edits of a change, in order: the JSON text of a list. */
export const ChangePart = z.object({ label: z.string(), edits: z.string(), more: z.boolean() })

/** Edits of the next change, sent ahead of it; part 0 starts over. */
export const PartAhead = z.object({ part: Count, edits: z.string() })

export type ImportPreview = z.infer<typeof ImportPreview>
