import type { RowProblem } from '@core/tables/row-texts'
import type { Sheet } from '@core/tables/sheet'

/** The rows that were left out as a table of their own (CSV, RFC 4180, UTF-8 with a mark, as spreadsheet programs want it), each with its row and the reason. */
export function errorsCsv(sheet: Sheet, problems: readonly RowProblem[]): string {
  const rows = new Map(sheet.rows.map((row) => [row.line, row.cells]))
  const lines = [
    ['Row', 'Reason', ...sheet.heads],
    ...problems.map(({ line, message }) => [String(line), message, ...(rows.get(line) ?? [])])
  ]
  return `\ufeff${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** A cell that begins like a formula is one to a spreadsheet program: a quotation mark of its own kind keeps it a text. */
const quoted = (cell: string): string => {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
