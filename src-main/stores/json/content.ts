import { constants, isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { LineReader } from '@core/formats/entente/line-reader'
import { type ParsedFile, parseGraph } from '@core/formats/entente/parse'
import { TOO_MANY } from '@core/formats/entente/read-records'
import { MOST_BYTES } from '@core/records/limits'
import type { AnyRecord } from '@core/records/records'
import type { Problem } from '@core/text/problem-messages'
import { chunksOf, type FileFacts, type FileSystem } from '../file-system'
import { TaskControl } from '../task-control'
import { notUtf8 } from './not-utf8'

/** Facts about a file at the moment when it was read. */
export interface FileContent {
  /** SHA-256 in hex. */
  readonly hash: string
  readonly size: number
  readonly facts: FileFacts
}

/** What a file holds, and the graph in it. */
export type GraphContent = FileContent & { readonly reading: Reading }

/** A graph, or why a file is none. */
export type Reading = ParsedFile

/** Reads a whole file; again when it was written to meanwhile. */
async function whileStill<T>(
  fs: FileSystem,
  path: string,
  read: (facts: FileFacts) => Promise<T>
): Promise<T & { readonly facts: FileFacts }> {
  for (let tries = 0; ; tries++) {
    const before = await fs.facts(path)
    const found = await read(before)
    const facts = await fs.facts(path)
    if (before.stamp === facts.stamp || tries === 5) return { ...found, facts }
  }
}

/** What a file holds, by its hash. Rejects with Node's error. */
export const readHash = (fs: FileSystem, path: string, control = new TaskControl()): Promise<FileContent> =>
  whileStill(fs, path, async ({ size: expected }) => {
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of chunksOf(fs, path)) {
      hash.update(chunk)
      size += chunk.length
      await control.step('reading', size / expected)
    }
    return { hash: hash.digest('hex'), size }
  })

/** The graph in a file of our format. Rejects with Node's error, or Stopped. */
export const readGraph = (fs: FileSystem, path: string, control = new TaskControl()): Promise<GraphContent> =>
  whileStill(fs, path, async ({ size: expected }) => {
    if (expected > MOST_BYTES) return { hash: '', size: expected, reading: problem(TOO_LARGE) }
    const hash = createHash('sha256')
    const lines = new Lines()
    let size = 0
    for await (const chunk of chunksOf(fs, path)) {
      hash.update(chunk)
      size += chunk.length
      lines.take(chunk)
      const refusal = lines.whyNot(expected)
      if (refusal) return { hash: '', size: expected, reading: problem(refusal) }
      await control.step('reading', size / expected)
    }
    const reading = await lines.finish(control)
    return reading ? { hash: hash.digest('hex'), size, reading } : readWhole(fs, path)
  })

/**
 * Hands over every record of a file that is written as we write it, one by one, so that a large one is never in memory.
 * Undefined where it is not so, or a record is not sound: then some may have come all the same. Rejects with Node's error.
 */
export async function eachRecord(
  fs: FileSystem,
  path: string,
  onRecord: (record: AnyRecord) => void
): Promise<{ readonly dateProblems: readonly Problem[] } | undefined> {
  const reader = new LineReader(onRecord)
  const lines = new Lines(reader)
  for await (const chunk of chunksOf(fs, path)) if (!lines.take(chunk)) return undefined
  return lines.isWhole() ? { dateProblems: reader.dateProblems } : undefined
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The message for a file that is too large. */
export const TOO_LARGE = 'It is larger than 1 GiB, more than can be opened. Split it into smaller files.'

/** The longest line that is joined from chunks, in bytes: nearly all records are shorter. */
const LONGEST_LINE = 16 * 1024 * 1024

/** Feeds bytes to the line reader, as long as it accepts them. */
class Lines {
  #reader: LineReader | undefined
  #rest: Buffer = Buffer.alloc(0)
  /** How many records were read before the first line that it does not accept. */
  #records = 0
  #isTooMany = false

  constructor(reader = new LineReader()) {
    this.#reader = reader
  }

  /** Answers whether it accepts them so far. */
  take(chunk: Buffer): boolean {
    if (!this.#reader) return false
    const end = chunk.lastIndexOf(0x0a) + 1
    const whole = chunk.subarray(0, end)
    if (end > 0) this.#give(this.#reader, this.#rest.length > 0 ? Buffer.concat([this.#rest, whole]) : whole)
    // A copy: the chunk's memory is reused.
    const rest = chunk.subarray(end)
    this.#rest = end > 0 ? Buffer.from(rest) : Buffer.concat([this.#rest, rest])
    if (this.#rest.length > LONGEST_LINE) this.#reader = undefined
    return this.#reader !== undefined
  }

  /** Whether all that came is a whole file. */
  isWhole(): boolean {
    if (this.#reader) this.#give(this.#reader, this.#rest)
    this.#rest = Buffer.alloc(0)
    return this.#reader?.isWhole ?? false
  }

  /** Why a file of that size is not read further. */
  whyNot(size: number): string | undefined {
    if (this.#isTooMany) return TOO_MANY
    if (this.#reader || size <= constants.MAX_STRING_LENGTH) return undefined
    return `It is larger than 512 MiB, and then it must be as Entente writes it, one sound record a line: look behind record ${this.#records}.`
  }

  async finish(control: TaskControl): Promise<Reading | undefined> {
    if (this.#reader) this.#give(this.#reader, this.#rest)
    this.#rest = Buffer.alloc(0)
    if (this.#isTooMany) return problem(TOO_MANY)
    return this.#reader && control.run('checking', this.#reader.finish())
  }

  #give(reader: LineReader, lines: Buffer) {
    if (isUtf8(lines) && reader.take(lines.toString('utf8'))) return
    this.#records = reader.records
    this.#isTooMany = reader.isTooMany
    // Frees the memory of what it has read.
    this.#reader = undefined
  }
}

/** Reads a file that is laid out differently from ours, or has a fault to be described. */
async function readWhole(fs: FileSystem, path: string) {
  const bytes = await fs.read(path)
  return { hash: hashOf(bytes), size: bytes.length, reading: parseBytes(bytes) }
}

/** The graph in the bytes of a file of our format. Never throws. */
function parseBytes(bytes: Buffer): Reading {
  let text: string
  try {
    // Bytes that are not UTF-8 would be lost at the next save. A byte order mark is skipped.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { problems: [notUtf8(bytes)] }
  }
  try {
    return parseGraph(text)
  } catch {
    // Nested deeper than the stack or larger than memory: none of our files is.
    return problem('It is built in a way that cannot be read.')
  }
}

const problem = (message: string) => ({ problems: [{ message }] }) satisfies { problems: readonly Problem[] }
