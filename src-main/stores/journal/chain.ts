import { createHash } from 'node:crypto'
import type { Change } from '@core/change/change'
import { readChange } from '@core/formats/entente/read-change'
import { readJson, writeJson } from '@core/text/json'
import { z } from 'zod'

// A journal is lines of `HASH JSON\n`. Each hash covers its own JSON, so that a line that was torn or flipped is noticed
// and a sound one behind it can still be told; each JSON names the hash of the line before it, so that a line that was
// dropped, doubled or moved is noticed as well.

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The first line: the snapshot (SHA-256 of the graph's file) that the changes are based on. */
export const Header = z.object({
  format: z.literal('entente-journal'),
  version: z.int().min(1),
  snapshot: Hash
})

/** A change and when it was made; with an id where it must be recognised elsewhere. */
export interface Entry {
  readonly at: string
  readonly change: Change
  readonly id?: string | undefined
}

/** Says that a file with that hash, which holds the first n changes, is about to replace the snapshot. */
export const Compaction = z.object({ compacting: Hash, changes: z.int().min(0) })

const Line = z.union([
  Header,
  Compaction.extend({ after: Hash }),
  z.object({
    after: Hash,
    at: z.string(),
    id: z.string().optional(),
    change: z.unknown().transform((value, context) => {
      const change = readChange(value)
      if (!change) context.addIssue('is no change')
      return change ?? z.NEVER
    })
  })
])

export type Header = z.infer<typeof Header>
export type Compaction = z.infer<typeof Compaction>

/** The version of the journal that this program writes. */
export const JOURNAL_VERSION = 1

/** The content of a journal. */
export interface JournalContent {
  readonly header: Header | undefined
  readonly entries: readonly Entry[]
  readonly compactions: readonly Compaction[]
  /** Bytes of the unbroken chain. */
  readonly sound: number
  /** What is wrong after it: a torn last line, or damage followed by sound lines. */
  readonly fault: 'none' | 'torn' | 'damaged'
  /** The changes that can be read after the damage. */
  readonly later: readonly Entry[]
}

/** A line and the hash that the next one names. */
export function encodeLine(
  value: Header | Entry | Compaction,
  after?: string
): { readonly line: Buffer; readonly hash: string } {
  const json = writeJson(after === undefined ? value : { after, ...value })
  const hash = hashOf(json)
  return { line: Buffer.from(`${hash} ${json}\n`), hash }
}

/** Reads a journal as far as its chain is unbroken, and what can be read after that. */
export function decodeJournal(bytes: Buffer): JournalContent {
  let header: Header | undefined
  let hash: string | undefined
  let sound = 0
  let broken = false
  let soundBehind = false
  const entries: Entry[] = []
  const compactions: Compaction[] = []
  const later: Entry[] = []
  for (const { text, end } of linesOf(bytes)) {
    const line = readLine(text)
    const follows = line && ('after' in line.value ? line.value.after === hash : header === undefined)
    broken ||= !follows
    if (!line) continue
    const { value } = line
    if ('change' in value) {
      const { at, change, id } = value
      ;(broken ? later : entries).push({ at, change, ...(id !== undefined && { id }) })
    } else if ('compacting' in value && !broken) compactions.push(value)
    else if ('snapshot' in value && !broken) header = value
    soundBehind ||= broken
    if (broken) continue
    hash = line.hash
    sound = end
  }
  const fault = header && sound === bytes.length ? 'none' : soundBehind ? 'damaged' : 'torn'
  return { header, entries, compactions, sound, fault, later }
}

const HASH_LENGTH = 64

/** The entry of a line without its line feed; undefined if it is damaged. */
export function readLine(text: Buffer) {
  if (text[HASH_LENGTH] !== 0x20) return undefined
  const hash = text.toString('latin1', 0, HASH_LENGTH)
  const json = text.subarray(HASH_LENGTH + 1)
  if (hashOf(json) !== hash) return undefined
  try {
    const value = Line.parse(readJson(json.toString('utf8')))
    return { value, hash }
  } catch {
    return undefined
  }
}

function* linesOf(bytes: Buffer): Iterable<{ readonly text: Buffer; readonly end: number }> {
  for (let at = 0; at < bytes.length; ) {
    const lineFeed = bytes.indexOf(0x0a, at)
    if (lineFeed < 0) return
    yield { text: bytes.subarray(at, lineFeed), end: lineFeed + 1 }
    at = lineFeed + 1
  }
}

const hashOf = (json: string | Buffer) => createHash('sha256').update(json).digest('hex')
