import type { RawRow } from '@core/tables/sheet'
import { CsvError, type Parser, parse } from 'csv-parse'
import { chunksOf, type FileSystem } from '../stores/file-system'
import { StoreError } from '../stores/store'
import type { TaskControl } from '../stores/task-control'
import type { Dialect } from './dialect'
import { RowBudget } from './row-budget'

/** Longest row, in characters: a quotation mark that is never closed would make one of all that follows. */
const LONGEST_ROW = 8_388_608

/**
 * The rows of a text table, read as a stream; each with the line on which it begins. Signs that the encoding does not have come
 * as U+FFFD. Rejects with StoreError where a quotation mark is never closed or there is too much, with Stopped when stopped.
 */
export async function readTextTable(
  fs: FileSystem,
  path: string,
  { encoding, delimiter, quote }: Dialect & { readonly encoding: string },
  control: TaskControl
): Promise<readonly RawRow[]> {
  const { size } = await fs.facts(path)
  const decoder = new TextDecoder(encoding)
  const rows: RawRow[] = []
  const budget = new RowBudget()
  const parser = parse({
    delimiter,
    quote: quote === '' ? null : quote,
    escape: quote === '' ? null : quote,
    relax_column_count: true,
    // A stray quotation mark is part of what is written: 5" guns.
    relax_quotes: true,
    max_record_size: LONGEST_ROW
  })
  const failed = new Promise<never>((_resolve, reject) => parser.on('error', reject))
  failed.catch(() => {})
  let line = 1
  parser.on('readable', () => {
    try {
      for (let found = parser.read(); found !== null; found = parser.read()) {
        const cells: string[] = found
        budget.take(line, cells)
        rows.push({ line, cells })
        // The parser's own count takes a line end of two signs within a cell for two lines.
        line += 1 + cells.reduce((sum, cell) => sum + lineEnds(cell), 0)
      }
    } catch (error) {
      parser.destroy(error instanceof Error ? error : undefined)
    }
  })
  const ended = new Promise<void>((resolve) => parser.on('end', resolve))
  try {
    let read = 0
    for await (const chunk of chunksOf(fs, path)) {
      read += chunk.length
      await Promise.race([written(parser, decoder.decode(chunk, { stream: true })), failed])
      await control.step('reading', read / Math.max(1, size))
    }
    parser.end(decoder.decode())
    await Promise.race([ended, failed])
    return rows
  } catch (error) {
    throw error instanceof CsvError ? new StoreError(whyNot(error, line)) : error
  } finally {
    parser.destroy()
  }
}

const written = (parser: Parser, text: string) =>
  new Promise<void>((resolve, reject) => parser.write(text, (error) => (error ? reject(error) : resolve())))

const lineEnds = (cell: string) => (/[\r\n]/.test(cell) ? (cell.match(/\r\n|\r|\n/g) ?? []).length : 0)

function whyNot({ code, message }: CsvError, line: number): string {
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `The row that begins in line ${line} is longer than ${LONGEST_ROW / 1_048_576} million characters. It may have a quotation mark that is never closed: close it, or choose that the table has no quotation marks.`
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return `The row that begins in line ${line} has a quotation mark that is never closed, so that all behind it would be one cell. Close it, or choose that the table has no quotation marks.`
  return `The row that begins in line ${line} cannot be read: ${message}.`
}
