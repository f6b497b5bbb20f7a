import { constants } from 'node:buffer'
import { StreamCheck } from '@core/formats/entente/stream-check'
import type { Graph } from '@core/graph/graph'
import { dateFaults } from '@core/records/dates-of-record'
import type { AnyRecord } from '@core/records/records'
import type { Problem } from '@core/text/problem-messages'
import { shownPath } from '@core/text/shown-path'
import { whyNot } from '../stores/error-messages'
import { disk } from '../stores/file-system'
import { decodeJournal, JOURNAL_VERSION } from '../stores/journal/chain'
import { eachRecord, type Reading, readGraph } from '../stores/json/content'
import { peek } from '../stores/json/opening'
import { sidecarOf } from '../stores/json/sidecar'
import { CommandError, type Io } from './command'

/** What a graph file holds, or what is wrong with it; every line is fit for a terminal. */
export type GraphFile =
  | {
      readonly graph: Graph
      readonly notice?: string
      readonly doubled: readonly string[]
      readonly dateProblems: readonly string[]
    }
  | { readonly problems: readonly string[] }

/** Reads a graph file. Throws CommandError where there is no text to read. */
export async function readGraphFile(path: string): Promise<GraphFile> {
  const file = await read(path)
  if ('problems' in file) return { problems: file.problems.map((problem) => problemLine(path, problem)) }
  const doubled = file.doubled.map((problem) => problemLine(path, problem))
  const dateProblems = file.dateProblems.map((problem) => problemLine(path, problem))
  if (!file.newer) {
    const read = await withJournal(path, file.graph)
    // What the journal corrects is no longer a problem; without a journal nothing differs.
    const left = read.graph === file.graph ? file.dateProblems : file.dateProblems.filter(isStillSo(read.graph))
    return { ...read, doubled, dateProblems: left.map((problem) => problemLine(path, problem)) }
  }
  const notice = `${shownPath(path)}: made by a newer Entente (format version ${file.version}); what this one does not know is left out.`
  return { graph: file.graph, notice, doubled, dateProblems }
}

/** What the window has kept in the journal beside the file and not yet in the file belongs to the graph. */
async function withJournal(path: string, inFile: Graph): Promise<{ readonly graph: Graph; readonly notice?: string }> {
  try {
    const { graph, recovered } = await peek(path, disk)
    const { length } = recovered
    if (length === 0) return { graph: inFile }
    const changes = length === 1 ? '1 change' : `${length} changes`
    return {
      graph,
      notice: `${shownPath(path)}: ${changes} in the journal beside it, not yet in the file, counted in.`
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { graph: inFile, notice: `${shownPath(path)}: the journal beside it cannot be read: ${why}` }
  }
}

/**
 * The graph in a file, for a command that needs it whole. Throws CommandError with the first problems; `exactly`: also where a
 * field stands twice, of which the graph holds the last one only.
 */
export async function openGraph(path: string, io: Io, { exactly = false } = {}): Promise<Graph> {
  const file = await readGraphFile(path)
  if ('problems' in file) throw new CommandError(first(file.problems).join('\n'))
  if (exactly && file.doubled.length > 0) throw new CommandError(first(file.doubled).join('\n'))
  for (const line of first(file.doubled)) io.warn(line)
  if (file.notice) io.warn(file.notice)
  warnOfDates(path, file.dateProblems, io)
  return file.graph
}

function warnOfDates(path: string, problems: readonly string[], io: Io) {
  if (problems.length === 0) return
  for (const line of first(problems)) io.warn(line)
  io.warn(`${shownPath(path)}: dates that cannot be read are kept as they are and count as undated.`)
}

/**
 * Hands over every record of a file, a graph of which is never made, so that it may be larger than memory. False where that
 * cannot be: another program's file, or one with a fault, or with changes beside it that belong to it; openGraph() has the
 * words then. Throws CommandError.
 */
export async function streamRecords(path: string, io: Io, onRecord: (record: AnyRecord) => void): Promise<boolean> {
  if (await hasChangesBeside(path)) return false
  const check = new StreamCheck()
  const read = await inWords(path, () =>
    eachRecord(disk, path, (record) => {
      check.add(record)
      onRecord(record)
    })
  )
  if (!read || !check.isSound) return false
  const problems = read.dateProblems.map((problem) => problemLine(path, problem))
  warnOfDates(path, problems, io)
  return true
}

/** Whether the window has kept changes beside the file that are not in it, or may have. */
async function hasChangesBeside(path: string): Promise<boolean> {
  const real = await disk.resolve(path).catch(() => path)
  const bytes = await disk.read(sidecarOf(real).journal).catch(() => undefined)
  if (!bytes) return false
  const { header, entries, fault } = decodeJournal(bytes)
  return header !== undefined && (entries.length > 0 || fault !== 'none' || header.version > JOURNAL_VERSION)
}

function first(problems: readonly string[]): readonly string[] {
  const more = problems.length - MOST_SHOWN
  return more > 0 ? [...problems.slice(0, MOST_SHOWN), `… and ${more} more. “entente check” lists them.`] : problems
}

/** Whether a record of that id has a date that cannot be read. */
const isStillSo =
  (graph: Graph) =>
  ({ record }: Problem) =>
    record === undefined ||
    (['entity', 'source', 'claim', 'view'] as const).some((kind) => {
      const found = graph.get(kind, record)
      return found !== undefined && dateFaults(kind, found).length > 0
    })

const MOST_SHOWN = 5

/** `FILE:12: what is wrong`, as compilers put it, so that editors can jump there. */
export const problemLine = (path: string, { message, line }: Problem): string =>
  `${shownPath(path)}:${line ? `${line}:` : ''} ${message}`

const read = (path: string): Promise<Reading> => inWords(path, async () => (await readGraph(disk, path)).reading)

/** The text of a file that was read before; undefined where it is too large for one. */
export async function textOfFile(path: string): Promise<string | undefined> {
  const { size } = await disk.facts(path)
  return size > constants.MAX_STRING_LENGTH ? undefined : new TextDecoder().decode(await disk.read(path))
}

async function inWords<T>(path: string, task: () => Promise<T>): Promise<T> {
  const fail = (why: string) => new CommandError(`${shownPath(path)}: ${why}`)
  try {
    const { kind } = await disk.facts(path)
    if (kind === 'folder') throw fail('is a folder. Name a file in it.')
    if (kind === 'other') throw fail('is a device or a pipe. Name a file.')
    return await task()
  } catch (error) {
    if (error instanceof CommandError) throw error
    const { why, todo } = whyNot(error)
    throw fail(`cannot be read: ${why}. ${todo}`)
  }
}
