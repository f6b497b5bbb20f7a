import { writeJson } from '@core/text/json'
import { plain } from '@core/text/quote'

/** Rows as lines with aligned columns, two blanks between them. What could steer a terminal is shown, not sent. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const shown = rows.map((row) => row.map((cell) => plain(cell, 1200)))
  const widths = (shown[0] ?? []).map((_, column) => Math.max(...shown.map((row) => width(row[column] ?? ''))))
  return shown.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd()
  )
}

/** How many columns a text takes: marks take none; scripts of double width are rare here and counted as single. */
const width = (text: string) => Array.from(text.replace(/\p{M}/gu, '')).length

/** A value as JSON, one entry of a list a line. What a terminal could take for a command is escaped. */
export function json(value: unknown): string {
  const entries = Array.isArray(value) ? value.map((entry) => writeJson(entry)) : undefined
  const text = entries ? (entries.length > 0 ? `[\n${entries.join(',\n')}\n]` : '[]') : writeJson(value)
  return text.replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g
