import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import type { RawRow } from '@core/tables/sheet'
import { plain } from '@core/text/quote'
import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import type { FileSystem } from '../stores/file-system'
import { StoreError } from '../stores/store'
import { Stopped, type TaskControl } from '../stores/task-control'
import { RowBudget } from './row-budget'
import { packedBytes, type ZipEntry, zipDirectory } from './zip-directory'

// The only file that knows hucre.

/** Largest workbook, packed and unpacked, in bytes. */
const MOST_PACKED = 134_217_728
const MOST_UNPACKED = 536_870_912
/** Most merged ranges that are filled, and cells of one. */
const MOST_MERGES = 20_000
const MOST_MERGED = 100_000

/** A workbook that was read: the names of its sheets and the rows of one of them. */
export interface Workbook {
  readonly sheets: readonly string[]
  readonly sheet: string
  readonly rows: readonly RawRow[]
}

/**
 * A sheet of a workbook (XLSX, ECMA-376), the first one that is not hidden where none is named. Formulas come as their values,
 * dates as ISO 8601, merged cells each with the value of their first. Rejects with StoreError or Stopped.
 */
export async function readWorkbook(
  fs: FileSystem,
  path: string,
  wanted: string | undefined,
  control: TaskControl
): Promise<Workbook> {
  const { size } = await fs.facts(path)
  if (size > MOST_PACKED) throw tooLarge()
  const bytes = await fs.read(path)
  const entries = zipDirectory(bytes)
  if (entries.reduce((sum, one) => sum + one.size, 0) > MOST_UNPACKED) throw tooLarge()
  try {
    const sheets = await sheetsOf(bytes)
    const sheet = sheets.find(({ name }) => name === wanted) ?? sheets.find(({ hidden }) => !hidden) ?? sheets[0]
    if (!sheet) throw new StoreError('There is no sheet in this workbook.')
    const rows = await rowsOf(bytes, sheet.name, control)
    const merges = await mergesOf(bytes, entries, sheet.name)
    return { sheets: sheets.map(({ name }) => name), sheet: sheet.name, rows: filledMerges(rows, merges) }
  } catch (error) {
    if (error instanceof StoreError || error instanceof Stopped) throw error
    const why = error instanceof Error ? plain(error.message, 200) : ''
    throw new StoreError(
      `This workbook cannot be read: ${why} Open it in a spreadsheet program and save it again, or save the table as CSV.`
    )
  }
}

const tooLarge = () =>
  new StoreError(
    `This workbook is larger than ${MOST_PACKED / 1_048_576} MiB, or than ${MOST_UNPACKED / 1_048_576} MiB unpacked. Save the table as CSV, or split it.`
  )

async function sheetsOf(bytes: Buffer): Promise<readonly { readonly name: string; readonly hidden: boolean }[]> {
  const sheets: { name: string; hidden: boolean }[] = []
  await readXlsx(bytes, {
    sheets({ name, hidden, veryHidden }) {
      sheets.push({ name, hidden: hidden === true || veryHidden === true })
      return false
    }
  })
  return sheets
}

async function rowsOf(bytes: Buffer, sheet: string, control: TaskControl): Promise<RawRow[]> {
  const budget = new RowBudget()
  const rows: RawRow[] = []
  let width = 0
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const cells = values.map(textOf)
    while (cells.at(-1) === '') cells.pop()
    if (cells.length === 0) continue
    budget.take(index + 1, cells)
    width = Math.max(width, cells.length)
    rows.push({ line: index + 1, cells })
    if (rows.length % 100 === 0) await control.step('reading', Math.min(0.95, rows.length / 100_000))
  }
  // In a sheet an empty cell at the end of a row is just empty.
  return rows.map(({ line, cells }) => ({
    line,
    cells: cells.concat(Array<string>(Math.max(0, Math.min(width, 20_000) - cells.length)).fill(''))
  }))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return String(value)
}

/** A date of a sheet: the day, and the time where it has one. */
function dateText(date: Date): string {
  const iso = date.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`
}

interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

const MERGE = /<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g

/** The merged ranges of a sheet, rows and columns from 1, read from its part as a stream. */
async function mergesOf(bytes: Buffer, entries: readonly ZipEntry[], sheet: string): Promise<readonly Merge[]> {
  const entry = await entryOf(bytes, entries, sheet)
  if (!entry) return []
  const merges: Merge[] = []
  let tail = ''
  for await (const text of textOfEntry(bytes, entry)) {
    const whole = tail + text
    for (const [, left = '', top, right = '', bottom] of whole.matchAll(MERGE))
      merges.push({ top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) })
    if (merges.length > MOST_MERGES) return merges.slice(0, MOST_MERGES)
    // An element may stand across two pieces; what was matched must not be matched again.
    const last = whole.lastIndexOf('<')
    tail = last < 0 ? '' : whole.slice(Math.max(last, whole.length - 200))
    if (new RegExp(MERGE.source).test(tail)) tail = ''
  }
  return merges
}

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** The part that holds a sheet, by the workbook and its relationships. */
async function entryOf(bytes: Buffer, entries: readonly ZipEntry[], sheet: string): Promise<ZipEntry | undefined> {
  const read = async (name: string) => {
    const entry = entries.find((one) => one.name === name)
    let text = ''
    if (entry) for await (const piece of textOfEntry(bytes, entry)) text += piece
    return text
  }
  const workbook = await read('xl/workbook.xml')
  const tag = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => unescaped(attribute(tag, 'name')) === sheet)
  const id = tag && attribute(tag, '\\w+:id')
  const links = await read('xl/_rels/workbook.xml.rels')
  const link = [...links.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => attribute(tag, 'Id') === id)
  const target = link && attribute(link, 'Target')
  return target === undefined
    ? undefined
    : entries.find(({ name }) => name === (target.startsWith('/') ? target.slice(1) : `xl/${target}`))
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

const unescaped = (text = '') =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** The text of an entry in pieces; never more than its directory says. */
async function* textOfEntry(bytes: Buffer, entry: ZipEntry): AsyncGenerator<string> {
  const packed = Readable.from([packedBytes(bytes, entry)])
  const stream = entry.isDeflated ? packed.pipe(createInflateRaw()) : packed
  const decoder = new TextDecoder()
  let read = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    read += chunk.length
    if (read > entry.size) throw tooLarge()
    yield decoder.decode(chunk, { stream: true })
  }
}

function filledMerges(rows: readonly RawRow[], merges: readonly Merge[]): readonly RawRow[] {
  if (merges.length === 0) return rows
  const byLine = new Map(rows.map((row, at) => [row.line, at]))
  const filled = [...rows]
  for (const { top, left, bottom, right } of merges) {
    const value = filled[byLine.get(top) ?? -1]?.cells[left - 1] ?? ''
    if (value === '' || (bottom - top + 1) * (right - left + 1) > MOST_MERGED) continue
    for (let line = top; line <= bottom; line++) {
      const at = byLine.get(line)
      const row = at === undefined ? undefined : filled[at]
      if (at === undefined || !row) continue
      filled[at] = {
        ...row,
        cells: row.cells.map((cell, column) => (column >= left - 1 && column < right ? value : cell))
      }
    }
  }
  return filled
}
