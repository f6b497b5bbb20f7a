/** What a part of a line says. `unread`: words that stand where nothing was expected. */
export type PartKind =
  | 'from'
  | 'relation'
  | 'to'
  | 'stance'
  | 'source'
  | 'paragraph'
  | 'date'
  | 'grade'
  | 'statement'
  | 'voice'
  | 'unread'

/** A part of a line; `start` and `end` in UTF-16 code units, `text` without signs and quotes. */
export interface Part {
  readonly kind: PartKind
  readonly start: number
  readonly end: number
  readonly text: string
  /** Whether quotes say where it ends. */
  readonly isQuoted?: boolean
  /** Whether a + says that it is new: “+Person Ahmed”. */
  readonly isNew?: boolean
}

/** What is wrong with a line, where, in one sentence. */
export interface LineProblem {
  readonly start: number
  readonly end: number
  readonly words: string
  /** Whether a list of what may be meant would help. */
  readonly hasChoice?: boolean
}

/** A line by its parts, in their order. `missing`: what has still to be written. */
export interface ParsedLine {
  readonly parts: readonly Part[]
  readonly problems: readonly LineProblem[]
  readonly missing?: string
}
