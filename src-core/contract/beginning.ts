import { z } from 'zod'
import { Name } from '../records/text'
import { Problem } from '../text/problem-messages'
import { VOCABULARIES, type VocabularyId } from '../vocabularies/vocabularies'
import { CopyResult } from './backups'
import { Handle } from './handle'

// Beginning a graph of one's own, and what was open before.

/** A file or graph in a database that was open before; what is known of it is as of then. */
export const RecentGraph = z.object({
  handle: Handle,
  name: z.string(),
  /** Its folder, or “Neo4j”. */
  folder: z.string(),
  title: z.string().optional(),
  entities: z.int().min(0).optional(),
  /** When it was opened last. */
  opened: z.iso.datetime().optional(),
  /** Why it cannot be opened now, in a sentence; absent where it can be, or where nobody has looked. */
  away: z.string().optional()
})

/** Where a new graph is to be kept. */
export const NewPlace = z.object({
  handle: Handle,
  name: z.string(),
  folder: z.string(),
  /** Whether a file of that name is there, which would not be replaced. */
  taken: z.boolean()
})

/** What is typed as the title of a new graph, or nothing yet. */
const Draft = z.object({ title: z.string().max(2000) })

const Nothing = z.object({})

/** What a new graph begins with: a vocabulary of ours, or the types of a file that the user has chosen. */
const Beginning = z.union([
  z.object({ vocabulary: z.enum(VOCABULARIES.map(({ id }) => id) as [VocabularyId, ...VocabularyId[]]) }),
  z.object({ like: Handle })
])

/** Channel → input and output. */
export const BEGINNING_CHANNELS = {
  /** What was open before, newest first. `look`: says of each whether it is there, which takes a moment. */
  'graph:recent': { input: z.object({ look: z.boolean().default(false) }), output: z.array(RecentGraph) },
  /** Takes one off the list of what was open, or all; the files stay as they are. */
  'graph:forget': { input: z.object({ handle: Handle.optional() }), output: Nothing },
  /** Writes the open graph to its file and closes it; `message` says what could not be done. */
  'graph:close': { input: z.object({ handle: Handle }), output: z.object({ message: z.string().optional() }) },
  /** Where a new graph of that title would be kept if nobody chooses. */
  'new:place': { input: Draft, output: NewPlace },
  /** Asks where a new graph is to be kept; nothing where the user cancels. */
  'new:choose': { input: Draft, output: z.object({ place: NewPlace.optional() }) },
  /** Asks for a graph file whose types a new graph is to begin with: the JSON text of a list of them. */
  'new:like': {
    input: Nothing,
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('read'), handle: Handle, name: z.string(), title: z.string(), types: z.string() }),
      z.object({ outcome: z.literal('cancelled') }),
      z.object({ outcome: z.literal('failed'), name: z.string(), message: z.string(), problems: z.array(Problem) })
    ])
  },
  /** Asks where to save, and writes the types of the open graph there, as a graph of nothing else. */
  'new:save-types': { input: z.object({ handle: Handle }), output: CopyResult }
} as const

/** A file that was dropped on the window; null where it is none on this computer. */
export const DroppedFile = z.object({ handle: Handle, name: z.string() }).nullable()

/** The request for a new graph. */
export const NewGraph = z.object({ title: Name, place: Handle, beginning: Beginning })

export type RecentGraph = z.infer<typeof RecentGraph>
export type NewPlace = z.infer<typeof NewPlace>
export type NewGraph = z.infer<typeof NewGraph>
