import { createHash } from 'node:crypto'
import { Change } from '@core/change/change'
import { z } from 'zod'

// A journal is lines of `HASH JSON\n`. Each hash covers the hash before it and the line's own JSON, so that a line that was
// torn, flipped, dropped, doubled or moved is always noticed, and a sound line after a broken one can still be told.

/** The first line: which snapshot (SHA-256 of the graph's file) the changes are made on. */
export const Header = z.object({
  format: z.literal('entente-journal'),
  version: z.literal(1),
  snapshot: z.string().regex(/^[0-9a-f]{64}$/)
})

/** Every further line: one change of the user, and when it was made. */
export const Entry = z.object({ at: z.string(), change: Change })

export type Header = z.infer<typeof Header>
export type Entry = z.infer<typeof Entry>

/** What stands in a journal. `sound` counts the bytes up to the end of the last line of the unbroken chain. */
export interface JournalContent {
  readonly header: Header | undefined
  readonly entries: readonly Entry[]
  readonly hash: string
  readonly sound: number
  /** What is wrong with the rest: a torn end (nothing sound after it), or damage with sound lines behind it. */
  readonly fault: 'none' | 'torn' | 'damaged'
}

const SEED = 'entente-journal 1'
const LINE_FEED = 0x0a
const HASH_LENGTH = 64

/** The line of a header or an entry that follows the line with that hash; for the header, leave `previous` out. */
export function encodeLine(value: Header | Entry, previous = SEED): { readonly line: Buffer; readonly hash: string } {
  const json = JSON.stringify(value)
  const hash = hashOf(previous, Buffer.from(json))
  return { line: Buffer.from(`${hash} ${json}\n`), hash }
}

/** Reads a journal as far as its chain holds. */
export function decodeJournal(bytes: Buffer): JournalContent {
  let hash = SEED
  let sound = 0
  let header: Header | undefined
  const entries: Entry[] = []
  for (const { json, stored, end } of linesOf(bytes)) {
    const value = stored === hashOf(hash, json) ? parse(header ? Entry : Header, json) : undefined
    if (value === undefined) break
    if (header) entries.push(value as Entry)
    else header = value as Header
    hash = stored
    sound = end
  }
  const fault = sound === bytes.length ? 'none' : soundBehind(bytes, sound) ? 'damaged' : 'torn'
  return { header, entries, hash, sound, fault }
}

/** Whether two neighbouring whole lines after the break still chain: then it was no torn end, but damage in the middle. */
function soundBehind(bytes: Buffer, from: number): boolean {
  let previous: string | undefined
  for (const { json, stored } of linesOf(bytes.subarray(from))) {
    if (previous !== undefined && stored === hashOf(previous, json)) return true
    previous = stored
  }
  return false
}

function* linesOf(bytes: Buffer): Iterable<{ readonly json: Buffer; readonly stored: string; readonly end: number }> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, at)
    if (end < 0) return
    yield {
      stored: bytes.toString('latin1', at, at + HASH_LENGTH),
      json: bytes[at + HASH_LENGTH] === 0x20 ? bytes.subarray(at + HASH_LENGTH + 1, end) : Buffer.alloc(0),
      end: end + 1
    }
    at = end + 1
  }
}

const hashOf = (previous: string, json: Buffer) => createHash('sha256').update(previous).update('\n').update(json).digest('hex')

function parse<T>(schema: z.ZodType<T>, json: Buffer): T | undefined {
  try {
    return schema.parse(JSON.parse(json.toString('utf8')))
  } catch {
    return undefined
  }
}
