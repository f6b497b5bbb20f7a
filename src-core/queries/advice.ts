import type { AnyRecord } from '../records/records'

/** What is no fault but may mislead, in a sentence; of a record and a field of it where it is one’s. */
export interface Advice {
  readonly record?: AnyRecord
  /** From the record to the field. */
  readonly path: readonly (string | number)[]
  readonly message: string
}
