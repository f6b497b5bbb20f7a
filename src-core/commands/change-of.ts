import type { Change } from '../change/change'
import { same } from '../change/change'
import type { Edit } from '../graph/graph'
import type { AnyRecord } from '../records/records'
import { plain } from '../text/quote'

/** A change with that label; an edit that changes nothing is left out. */
export const changeOf = (label: string, edits: readonly Edit[]): Change => ({
  label,
  edits: edits.filter(({ before, after }) => !same(before, after))
})

/** The edits that add these records. */
export const added = (...records: readonly AnyRecord[]): readonly Edit[] => records.map((after) => ({ after }))

/** The edits that remove these records. */
export const removed = (records: Iterable<AnyRecord>): readonly Edit[] => [...records].map((before) => ({ before }))

/** A name as labels and refusals show it: never long, never with invisible signs. */
export const named = (name: string): string => plain(name, 60)

/** “1 claim”, “3 claims”. */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`
