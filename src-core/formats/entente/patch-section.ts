import type { AnyRecord } from '../../records/records'
import { patchedRecord } from './patch-record'
import { lineOf } from './serialise'

/** What became of the records of one kind. */
export interface SectionEdits {
  /** Those that were there before: what they are now, by id; `after` is undefined where one is gone. */
  readonly changed: ReadonlyMap<string, { readonly before: AnyRecord; readonly after: AnyRecord | undefined }>
  /** Those that are new, by id. */
  readonly added: readonly AnyRecord[]
}

const ROWS = 500

/** A list of records that is copied with its own spacing, but for those that have changed, come or gone. */
export class PatchedSection {
  readonly #edits: SectionEdits
  readonly #eol: string
  /** What stood in front of the first of the records that have just gone: it ends the line before them, which stays as it is. */
  #left: string | undefined
  /** The blanks in front of the last record. */
  #blanks: string | undefined
  #added = 0
  #changed = 0
  /** How many records are in it now. */
  count = 0

  constructor(edits: SectionEdits, eol: string) {
    this.#edits = edits
    this.#eol = eol
  }

  /** Whether all that was to be done is done. */
  get isDone(): boolean {
    return this.#added === this.#edits.added.length && this.#changed === this.#edits.changed.size
  }

  /** Whether the records must be known by their ids. */
  get needsIds(): boolean {
    return this.#edits.changed.size + this.#edits.added.length > 0
  }

  /** A record of the file, as it stands there, with the blanks and the comma in front of it; what comes in its place. */
  *record(lead: string, text: string, id: string): Generator<string> {
    for (let next = this.#edits.added[this.#added]; next && next.id < id; next = this.#edits.added[this.#added]) {
      this.#added++
      yield this.#put(lead, lineOf(next))
    }
    this.#blanks = blanksOf(lead)
    const change = this.#edits.changed.get(id)
    if (!change) return yield this.#put(lead, text)
    this.#changed++
    if (change.after) yield this.#put(lead, patchedRecord(text, change.before, change.after))
    else this.#left ??= lead
  }

  /** The end of the list with the blanks in front of the bracket. */
  *end(lead: string): Generator<string> {
    const wasEmpty = this.#blanks === undefined
    const blanks = this.#blanks ?? this.#eol
    for (let rows: string[] = []; this.#added < this.#edits.added.length; rows = []) {
      for (const record of this.#edits.added.slice(this.#added, this.#added + ROWS))
        rows.push(this.#put(`,${blanks}`, lineOf(record)))
      this.#added += rows.length
      yield rows.join('')
    }
    if (this.count === 0) yield wasEmpty ? lead : ''
    else yield wasEmpty && !lead.includes('\n') ? this.#eol : lead
  }

  #put(ownLead: string, text: string): string {
    const isFirst = this.count++ === 0
    const lead = this.#left ?? ownLead
    this.#left = undefined
    if (isFirst) return blanksOf(lead) + text
    return (lead.includes(',') ? lead : `,${lead}`) + text
  }
}

const blanksOf = (lead: string) => lead.replace(',', '')
