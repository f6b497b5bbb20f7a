import type { Graph } from '../graph/graph'
import type { Order } from './dates'
import type { Mapping } from './mapping'
import type { NameBook } from './name-book'
import type { Columns } from './row-texts'
import type { SourceBook } from './source-book'
import type { TypeBook } from './type-book'

/** What rows are read with: the graph and its words, the mapping, and what is new so far. */
export interface Setting {
  readonly graph: Graph
  readonly types: TypeBook
  readonly names: NameBook
  readonly sources: SourceBook
  readonly mapping: Mapping
  readonly columns: Columns
  /** In which order the numbers of dates stand; undefined where nobody has said. */
  readonly order: Order | undefined
  /** The name of the table. */
  readonly sheet: string
  readonly newId: (prefix: string) => string
  /** The instant at which it is entered (ISO 8601, UTC). */
  readonly recorded: string
}

/** What a row changes in something that is there, field by field. */
export interface RowChange {
  readonly line: number
  /** The name of the entity, or the relation's line. */
  readonly what: string
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[]
}

/** Longest key of a row, in UTF-16 code units of the id made of it. */
const LONGEST_KEY = 200

/** The id of the record of a row by its key, the same in every delivery; undefined where the key is too long. */
export function keyId({ mapping }: Setting, key: string): string | undefined {
  const table = mapping.name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 40)
  const id = `${table}:${/^[^\s\p{C}%]+$/u.test(key) ? key : encodeURIComponent(key)}`
  return id.length > LONGEST_KEY ? undefined : id
}
