import { dateText } from '@core/records/date-labels'
import type { Field } from '@core/records/fields'
import { enteredDate, isNoDate } from './date-entry'

type Named = readonly [name: string, field: Field]

/** The fields of a record that are one text each, as they are being written. A new row of the table of fields is one of them. */
export class PlainDraft {
  readonly rows: readonly Named[]
  /** By the field's name; a blank one is no value. */
  readonly texts: Record<string, string> = $state({})
  readonly #before: ReadonlyMap<string, unknown>

  constructor(rows: readonly Named[], record: object = {}) {
    this.rows = rows
    this.#before = new Map(Object.entries(record))
    this.fill(record)
  }

  fill(record: object) {
    const given = new Map(Object.entries(record))
    for (const [name, { editor }] of this.rows) {
      const value = given.get(name) ?? ''
      this.texts[name] = editor === 'date' ? dateText(value) : String(value)
    }
  }

  /** Which of them cannot be kept yet, in a sentence. */
  get missing(): string | undefined {
    const row = this.rows.find(
      ([name, { editor }]) => editor === 'date' && isNoDate(this.texts[name] ?? '', this.#before.get(name))
    )
    if (!row) return undefined
    const [, { label, subject = `The ${label.toLowerCase()}` }] = row
    return `${subject} cannot be read yet.`
  }

  get fields(): Readonly<Record<string, string>> {
    const entered = ([name, { editor }]: Named) => {
      const text = this.texts[name] ?? ''
      return [name, editor === 'date' ? enteredDate(text, this.#before.get(name)) : text]
    }
    return Object.fromEntries(this.rows.map(entered))
  }

  get snapshot(): readonly string[] {
    return this.rows.map(([name]) => this.texts[name] ?? '')
  }
}
