import { withoutInvisibles } from '../text/invisible'
import { quote } from '../text/quote'
import { propertyName, type Role } from './roles'
import type { RawRow, Sheet } from './sheet'

/** What is wrong with a row: its line or row in the file, the column by its place from 0 where one is at fault, and why. */
export interface RowProblem {
  readonly line: number
  readonly column?: number
  readonly message: string
  /** Nothing is wrong with it but that nobody has said the order of dates. */
  readonly waits?: true
}

/** The columns of a table by what they are. */
export class Columns {
  readonly heads: readonly string[]
  readonly #byRole = new Map<Role, number[]>()
  /** The columns that hold properties: the name and the place of each. */
  readonly properties: readonly { readonly name: string; readonly at: number }[]
  readonly key: number

  constructor(heads: readonly string[], roles: readonly Role[], key: string | undefined) {
    this.heads = heads
    this.key = key === undefined ? -1 : heads.indexOf(key)
    for (const [at, role] of roles.entries()) this.#byRole.set(role, [...(this.#byRole.get(role) ?? []), at])
    this.properties = roles.flatMap((role, at) => {
      const name = propertyName(role)
      return name === undefined ? [] : [{ name, at }]
    })
  }

  of(role: Role): readonly number[] {
    return this.#byRole.get(role) ?? []
  }

  /** The first column of that role; -1 where there is none. */
  first(role: Role): number {
    return this.of(role)[0] ?? -1
  }
}

/** A row of which the cells have become texts: without signs that nobody sees, in NFC, no blanks at the ends. */
export class RowTexts {
  readonly line: number
  readonly #texts: readonly string[]
  readonly #columns: Columns
  /** How many cells held signs that nobody sees. */
  readonly cleaned: number

  private constructor(line: number, texts: readonly string[], columns: Columns, cleaned: number) {
    this.line = line
    this.#texts = texts
    this.#columns = columns
    this.cleaned = cleaned
  }

  /** The texts of a row, or what is wrong with one of its cells; columns that are left out are not looked at. */
  static of(row: RawRow, columns: Columns, used: readonly boolean[]): RowTexts | RowProblem {
    if (row.problem !== undefined) return { line: row.line, message: row.problem }
    let cleaned = 0
    const texts: string[] = []
    for (const [column, cell] of row.cells.entries()) {
      if (!used[column] || cell === '') {
        texts.push('')
        continue
      }
      const fault = faultOf(cell)
      if (fault !== undefined)
        return { line: row.line, column, message: `${quote(columns.heads[column] ?? '')} ${fault}.` }
      const seen = withoutInvisibles(cell)
      if (seen !== cell) cleaned++
      const text = seen.normalize('NFC').trim()
      texts.push(DASH.test(text) ? '' : text)
    }
    return new RowTexts(row.line, texts, columns, cleaned)
  }

  /** The text in a column by its place. */
  at(column: number): string {
    return this.#texts[column] ?? ''
  }

  /** The text of the first column of that role that has one; names on one line. */
  get(role: Role): string {
    for (const column of this.#columns.of(role)) if (this.at(column) !== '') return this.at(column)
    return ''
  }

  /** The same on one line. */
  line1(role: Role): string {
    return oneLine(this.get(role))
  }

  all(role: Role): readonly string[] {
    return this.#columns
      .of(role)
      .map((column) => this.at(column))
      .filter((text) => text !== '')
  }

  problem(message: string, column = -1): RowProblem {
    return { line: this.line, message, ...(column >= 0 && { column }) }
  }
}

/** What people put into a cell to say that it is empty. */
const DASH = /^[-‐-―−]+$/

/** Cells of a spreadsheet may have line ends where they are wrapped. */
export const oneLine = (text: string): string => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')

function faultOf(cell: string): string | undefined {
  if (cell.includes('\0')) return 'holds a NUL character'
  // What a decoder writes for bytes that are no sign.
  if (cell.includes('\ufffd'))
    return 'holds bytes that could not be read (\ufffd); choose another encoding, or mend the row'
  return cell.isWellFormed() ? undefined : 'holds half a surrogate pair, which is no character'
}

/** Which columns of a table are read at all. */
export const usedColumns = ({ heads }: Sheet, roles: readonly Role[], columns: Columns): readonly boolean[] =>
  heads.map((_head, at) => (roles[at] ?? 'ignore') !== 'ignore' || at === columns.key)
