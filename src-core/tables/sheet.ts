import { type Refusal, refuse } from '../change/refusal'
import { MAX_TEXT } from '../records/limits'
import { withoutInvisibles } from '../text/invisible'

/** A row as a reader hands it over: the line or row of the file where it begins, counted from 1, and its cells as texts. */
export interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
  /** Why the reader could not make out this row, in a sentence. */
  readonly problem?: string
}

/** A table: the names of its columns, each once, and its rows; a row without a problem has as many cells as there are columns. */
export interface Sheet {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly RawRow[]
}

/** How much of a table is taken: columns, rows, and the characters of all cells. */
export const MOST_COLUMNS = 500
export const MOST_ROWS = 250_000
export const MOST_CHARACTERS = 268_435_456

/** Rows between two yields. */
const STRIDE = 2_000
/** Rows that are looked at for the width of a table without heads. */
const FIRST = 200

/**
 * The table in what was read: blank rows go, empty cells behind the last column too, and a row with too few or too many cells
 * keeps its line with that as its problem. Refused where there is nothing in it, or more columns than MOST_COLUMNS. Yields the
 * part that is done, 0 to 1.
 */
export function* sheetOf(name: string, raw: readonly RawRow[], hasHeads: boolean): Generator<number, Sheet | Refusal> {
  const filled: RawRow[] = []
  for (const [at, row] of raw.entries()) {
    if (at % STRIDE === 0) yield (at / raw.length) * 0.4
    if (row.problem !== undefined || row.cells.some((cell) => cell.trim() !== '')) filled.push(row)
  }
  const [first] = filled
  if (!first) return refuse('There is nothing in this table.')
  if (hasHeads && first.problem !== undefined)
    return refuse(`Row ${first.line}, which holds the names, cannot be read: ${first.problem}`)
  const width = hasHeads ? filledWidth(first.cells) : usualWidth(filled.slice(0, FIRST))
  if (width > MOST_COLUMNS)
    return refuse(
      `This table has ${width} columns; at most ${MOST_COLUMNS} can be taken. Delete those that are not needed, or choose another delimiter.`
    )
  const rows: RawRow[] = []
  for (const [at, row] of filled.slice(hasHeads ? 1 : 0).entries()) {
    if (at % STRIDE === 0) yield 0.4 + (at / filled.length) * 0.6
    rows.push(fitted(row, width))
  }
  return { name, heads: headsOf(hasHeads ? first.cells.slice(0, width) : Array<string>(width).fill('')), rows }
}

function filledWidth(cells: readonly string[]): number {
  let width = cells.length
  while (width > 0 && (cells[width - 1] ?? '').trim() === '') width--
  return width
}

/** The width that most rows have, of several the larger one. */
function usualWidth(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].sort(([a, many], [b, more]) => more - many || b - a)[0]?.[0] ?? 0
}

function fitted(row: RawRow, width: number): RawRow {
  const { line, cells, problem } = row
  if (problem !== undefined) return { line, cells: padded(cells, width), problem }
  const wide = filledWidth(cells)
  const found = cells.length < width || wide > width ? (wide > width ? wide : cells.length) : width
  const long = cells.findIndex((cell) => cell.length > MAX_TEXT)
  const wrong =
    found !== width
      ? `${found === 1 ? 'There is 1 cell' : `There are ${found} cells`} in this row, and ${width === 1 ? '1 column' : `${width} columns`}.`
      : long >= 0
        ? `Cell ${long + 1} is longer than 1 MiB.`
        : undefined
  // What is too long is not kept: it could not come in anyway.
  const kept = padded(wrong ? cells.map((cell) => cell.slice(0, 1000)) : cells, width)
  return wrong === undefined ? { line, cells: kept } : { line, cells: kept, problem: wrong }
}

const padded = (cells: readonly string[], width: number): readonly string[] =>
  cells.length === width
    ? cells
    : [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')].slice(0, width)

/** Names that can be seen and told apart: a blank one is called by its place, one that is there already gets a number. */
function headsOf(cells: readonly string[]): readonly string[] {
  const used = new Set<string>()
  return cells.map((cell, at) => {
    const clean = withoutInvisibles(cell.replaceAll('\0', '')).replace(/\s+/g, ' ').trim().slice(0, 200)
    const head = (clean.isWellFormed() ? clean : clean.toWellFormed()).normalize('NFC') || `Column ${at + 1}`
    let own = head
    for (let number = 2; used.has(own); number++) own = `${head} (${number})`
    used.add(own)
    return own
  })
}
