import type { FigureOptions } from '@core/figure/figure-options'
import { figureFormat } from '@core/formats/formats'
import type { View } from '@core/records/records'

/** The command that makes the same figure, a word of it with its value on each line. */
export function exportCommand(file: string, view: View, format: string, options: FigureOptions): readonly string[] {
  const { theme, width, title, legend, sources, asOf, clock } = options
  const out = `${nameFor(title || view.title || view.name)}.${figureFormat(format)?.extensions[0] ?? format}`
  return [
    `entente export ${quoted(file)}`,
    `--out ${quoted(out)}`,
    `--view${value(view.name)}`,
    ...(figureFormat(format)?.pixels ? [`--width ${width}`] : []),
    ...(theme === 'light' ? [] : [`--theme ${theme}`]),
    ...(asOf === undefined || asOf === view.asOf ? [] : [`--as-of ${asOf}`]),
    ...(asOf === undefined || asOf === view.asOf || clock === 'world' ? [] : [`--clock ${clock}`]),
    ...(title === undefined ? [] : [`--title${value(title)}`]),
    ...(legend || sources ? [[legend && '--legend', sources && '--sources'].filter(Boolean).join(' ')] : [])
  ]
}

/** A value that begins with a dash would be taken for an option. */
const value = (text: string) => (text.startsWith('-') ? `=${quoted(text)}` : ` ${quoted(text)}`)

/** One argument of a POSIX shell (IEEE 1003.1, 2.2). In double quotes, which other shells know too, as long as nothing in it would be read. */
function quoted(text: string): string {
  if (/^[\w./:@%+=,-]+$/.test(text)) return text
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`
}

const nameFor = (title: string) =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'figure'
