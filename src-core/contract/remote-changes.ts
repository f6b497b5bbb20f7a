import { z } from 'zod'
import { Handle } from './handle'

// What other programs do to the graph that is open here.

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

export type Merged = z.infer<typeof Merged>
