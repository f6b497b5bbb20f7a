import { z } from 'zod'
import { ORDERS } from '../tables/dates'
import { Mapping } from '../tables/mapping'
import { CopyResult } from './backups'
import { Handle } from './handle'
import { ChangePart } from './importing'

// Adding the rows of a table to the open graph: read, planned as often as the user likes, then applied as one change.

const Count = z.int().min(0)
/** A table that was read: the last one only is kept. */
const Table = z.object({ handle: Handle, id: z.string().max(64) })

/** How a table is to be read; what is absent is guessed. */
export const TableReading = z.object({
  encoding: z.string().max(40).optional(),
  delimiter: z.string().min(1).max(1).optional(),
  quote: z.string().max(1).optional(),
  sheet: z.string().max(200).optional(),
  hasHeads: z.boolean().optional()
})

const TableResult = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('read'),
    id: z.string(),
    name: z.string(),
    rows: Count,
    heads: z.array(z.string()),
    /** How it was read; a workbook has neither encoding nor delimiter. */
    reading: TableReading,
    /** The sheets of a workbook. */
    sheets: z.array(z.string()),
    mapping: Mapping,
    /** Whether the mapping is one that was kept. */
    isKept: z.boolean()
  }),
  z.object({ outcome: z.literal('cancelled') }),
  z.object({ outcome: z.literal('failed'), name: z.string(), message: z.string() })
])

const Named = z.object({ id: z.string(), name: z.string(), type: z.string() })

/** What the table would bring, in numbers and the first of each list. */
export const TablePreview = z.object({
  counts: z.object({
    rows: Count,
    leftOut: Count,
    newEntities: Count,
    changedEntities: Count,
    newRelations: Count,
    relationsThere: Count,
    newClaims: Count,
    changedClaims: Count,
    same: Count,
    newSources: Count
  }),
  /** Rows with the same words together: `at` is the place of the first of them in the table, from 0; `line` that in its file, from 1; `more`: how many others. */
  problems: z.array(z.object({ at: Count, line: Count, message: z.string(), more: Count })),
  problemCount: Count,
  changes: z.array(
    z.object({
      line: Count,
      what: z.string(),
      fields: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })).readonly()
    })
  ),
  changeCount: Count,
  newTypes: z.array(z.string()),
  lookalikes: z.array(z.object({ key: z.string(), name: z.string(), rows: Count, candidates: z.array(Named) })),
  lookalikeCount: Count,
  notes: z.array(z.string()),
  asks: z.object({ orders: z.array(z.enum(ORDERS)), example: z.string() }).optional(),
  edits: Count
})

/** What is to become of a name that looks like one that is there. */
export const TableAnswer = z.object({
  key: z.string().max(1000),
  answer: z.union([z.object({ use: z.string().max(200) }), z.enum(['new', 'later'])])
})

/** Rows that are shown at a time. */
export const SHOWN_ROWS = 14

const ShownRow = z.object({
  line: Count,
  cells: z.array(z.string()),
  /** What is wrong with it, and in which column where one is at fault. */
  problem: z.string().optional(),
  column: z.int().optional(),
  /** Columns of which the cell looks like something that is there. */
  alike: z.array(z.int())
})

export const TABLE_CHANNELS = {
  /** Asks for a table and reads it; `graph:progress` tells how far that is, `graph:stop` ends it. */
  'table:choose': { input: z.object({ handle: Handle }), output: TableResult },
  /** Reads the same table in another way. */
  'table:read': { input: Table.extend({ reading: TableReading }), output: TableResult },
  /** What it would bring; `graph:stop` ends it. */
  'table:plan': {
    input: Table.extend({ mapping: Mapping, answers: z.array(TableAnswer).max(2000) }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('planned'), preview: TablePreview }),
      z.object({ outcome: z.literal('refused'), message: z.string() }),
      z.object({ outcome: z.literal('cancelled') })
    ])
  },
  /** Some rows as they stand, with what the last plan says of them. */
  'table:rows': { input: Table.extend({ from: Count }), output: z.object({ rows: z.array(ShownRow) }) },
  /** The change of the last plan, part by part from 0; the window applies it like any other. */
  'table:change': { input: Table.extend({ part: Count }), output: ChangePart },
  /** Keeps what the columns are for tables with the same heads. */
  'table:keep': { input: Table.extend({ mapping: Mapping }), output: z.object({}) },
  /** Asks where to save, and writes a mapping for the command line. */
  'table:save-mapping': { input: Table.extend({ mapping: Mapping }), output: CopyResult },
  /** Asks where to save, and writes the rows that were left out as CSV, each with its reason. */
  'table:errors': { input: Table, output: CopyResult }
} as const

export type TableReading = z.infer<typeof TableReading>
export type TablePreview = z.infer<typeof TablePreview>
export type TableAnswer = z.infer<typeof TableAnswer>
export type ShownRow = z.infer<typeof ShownRow>
