import { z } from 'zod'
import { Problem } from '../text/problem-messages'
import { Handle } from './handle'

// Comparing the open graph with another file.

/** How many records that differ are sent, and looked at one by one. */
export const MOST_COMPARED = 5_000

/** What another file says otherwise: the first edits that lead to it, as JSON text, and how many there are in all. */
export const Comparison = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('read'),
    name: z.string(),
    count: z.int().min(0),
    edits: z.string(),
    /** Its title, where it has another. */
    title: z.string().optional()
  }),
  z.object({ outcome: z.literal('cancelled') }),
  z.object({
    outcome: z.literal('failed'),
    name: z.string(),
    message: z.string(),
    problems: z.array(Problem).readonly()
  })
])

/** Channels of comparing. */
export const COMPARING_CHANNELS = {
  /** The likely duplicates of the open graph, most alike first: at most 1 000, and how many there are; `graph:stop` ends the search. */
  'graph:duplicates': {
    input: z.object({ handle: Handle }),
    output: z.object({
      count: z.int().min(0),
      pairs: z.array(z.object({ a: z.string(), b: z.string(), figure: z.int().min(0) }))
    })
  },
  /** Asks for another graph file; the change that would make the open graph say what it says, as the JSON text of its edits. */
  'graph:compare': { input: z.object({ handle: Handle }), output: Comparison }
} as const

export type Comparison = z.infer<typeof Comparison>
