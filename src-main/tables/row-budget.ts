import { MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS } from '@core/tables/sheet'
import { StoreError } from '../stores/store'

/** Cells of one row beyond which it is not read on. A row that is only ragged is told later. */
const MOST_CELLS = MOST_COLUMNS * 20

/** Ends the reading of a table that is larger than what can be taken. */
export class RowBudget {
  #rows = 0
  #characters = 0

  /** Counts a row. Throws StoreError when there is too much. */
  take(line: number, cells: readonly string[]): void {
    if (cells.length > MOST_CELLS)
      throw new StoreError(
        `Row ${line} has ${cells.length} cells; at most ${MOST_COLUMNS} columns can be taken. Delete those that are not needed, or choose another delimiter.`
      )
    this.#rows++
    for (const cell of cells) this.#characters += cell.length
    if (this.#rows > MOST_ROWS + 1)
      throw new StoreError(
        `This table has more than ${MOST_ROWS} rows. Split it into several files and add one after the other.`
      )
    if (this.#characters > MOST_CHARACTERS)
      throw new StoreError(
        `The cells up to row ${line} hold more than ${MOST_CHARACTERS / 1_048_576} million characters. Split the table, or leave out columns.`
      )
  }
}
