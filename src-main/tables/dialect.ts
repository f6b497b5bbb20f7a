import { parse } from 'csv-parse/sync'

/** What parts the cells of a text table, and what stands around those that hold it; an empty quote: nothing does. */
export interface Dialect {
  readonly delimiter: string
  readonly quote: string
}

/** Delimiters that can be chosen, the likeliest first. */
const DELIMITERS = [',', ';', '\t', '|'] as const

/** Lines that are looked at. */
const LINES = 60
/** Characters that are looked at. */
const CHARACTERS = 65_536

/** How a table is most likely written, by its beginning: the delimiter that makes rows of one width, and the more columns the better. */
export function guessDialect(text: string): Dialect {
  const sample = wholeLines(text.slice(0, CHARACTERS))
  const quote = quoteOf(sample)
  let best = { delimiter: ',' as string, score: 0 }
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(widths(sample, { delimiter, quote }))
    if (score > best.score) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, quote }
}

function wholeLines(text: string): string {
  const lines = text.split(/\r\n|\n|\r/)
  return lines.slice(0, lines.length > 1 ? Math.min(LINES, lines.length - 1) : 1).join('\n')
}

/** Single quotation marks stand around cells where they open and close them, and double ones do not. */
function quoteOf(sample: string): string {
  const around = (quote: string) =>
    (sample.match(new RegExp(`(?:^|[,;\\t|])${quote}[^${quote}\\n]*${quote}(?=[,;\\t|]|$)`, 'gm')) ?? []).length
  return around("'") > 2 && around('"') === 0 ? "'" : '"'
}

function widths(sample: string, { delimiter, quote }: Dialect): readonly number[] {
  try {
    const rows: string[][] = parse(sample, {
      delimiter,
      quote,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true
    })
    return rows.map((row) => row.length)
  } catch {
    // A quotation mark is open where the sample ends.
    return sample.split('\n').map((line) => line.split(delimiter).length)
  }
}

/** The part of the rows that have the usual width, and a little more for each column; 0 for tables of one column. */
function scoreOf(all: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of all) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [width = 1, count = 0] = [...counts].filter(([width]) => width > 1).sort(([, a], [, b]) => b - a)[0] ?? []
  return width < 2 ? 0 : count / all.length + Math.min(width, 20) / 100
}
