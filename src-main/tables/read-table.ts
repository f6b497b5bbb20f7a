import { basename } from 'node:path'
import type { RawRow } from '@core/tables/sheet'
import { shownPath } from '@core/text/shown-path'
import { whyNot } from '../stores/error-messages'
import { chunksOf, type FileSystem } from '../stores/file-system'
import { StoreError } from '../stores/store'
import { Stopped, type TaskControl } from '../stores/task-control'
import { type Dialect, guessDialect } from './dialect'
import { encodingOf, guessEncoding, SAMPLE } from './encoding'
import { readTextTable } from './text-table'

/** How a table is to be read; what is absent is guessed. */
export interface ReadOptions {
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly quote?: string | undefined
  /** The sheet of a workbook, by its name. */
  readonly sheet?: string | undefined
}

/** A table as it stands in its file, and how it was read. */
export interface TableFile {
  readonly name: string
  readonly rows: readonly RawRow[]
  readonly text?: Dialect & { readonly encoding: string }
  readonly workbook?: { readonly sheets: readonly string[]; readonly sheet: string }
}

/** Reads a table: CSV and the like, or a workbook (XLSX), told apart by their first bytes. Rejects with StoreError or Stopped. */
export async function readTable(
  fs: FileSystem,
  path: string,
  options: ReadOptions,
  control: TaskControl
): Promise<TableFile> {
  const name = shownPath(basename(path))
  try {
    const { kind } = await fs.facts(path)
    if (kind !== 'file') throw new StoreError('It is no file.')
    const sample = await beginning(fs, path)
    if (startsWith(sample, [0xd0, 0xcf, 0x11, 0xe0]))
      throw new StoreError(
        'It is a workbook of an old kind (.xls), or has a password. Save it as .xlsx without one, or as CSV.'
      )
    if (startsWith(sample, [0x50, 0x4b, 0x03, 0x04])) {
      // The reader of workbooks is large.
      const { readWorkbook } = await import('./workbook')
      const { rows, sheet, sheets } = await readWorkbook(fs, path, options.sheet, control)
      return { name, rows, workbook: { sheets, sheet } }
    }
    const encoding = encodingOf(options.encoding ?? '') ?? (await guessEncoding(sample))
    const guess = guessDialect(new TextDecoder(encoding).decode(sample))
    const text = { encoding, delimiter: options.delimiter ?? guess.delimiter, quote: options.quote ?? guess.quote }
    return { name, rows: await readTextTable(fs, path, text, control), text }
  } catch (error) {
    if (error instanceof Stopped) throw error
    if (error instanceof StoreError) throw new StoreError(`“${name}” was not read. ${error.message}`)
    const { why, todo } = whyNot(error)
    throw new StoreError(`“${name}” could not be read: ${why}. ${todo}`)
  }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

async function beginning(fs: FileSystem, path: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of chunksOf(fs, path)) {
    chunks.push(Buffer.from(chunk))
    size += chunk.length
    if (size >= SAMPLE) break
  }
  return Buffer.concat(chunks).subarray(0, SAMPLE)
}
