import { constants } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Problem } from '@core/contract/contract'
import { parseGraph } from '@core/formats/entente/parse'
import type { Graph } from '@core/graph/graph'
import type { FileFacts, FileSystem } from '../file-system'

/** The longest file that can be one text in memory, in bytes: 512 MiB. */
export const MAX_BYTES = constants.MAX_STRING_LENGTH

/** A file's bytes and what is known of it from the moment when they were read. */
export interface FileContent {
  readonly bytes: Buffer
  /** SHA-256 in hex. */
  readonly hash: string
  readonly facts: FileFacts
}

/** A graph, or why a text is none. */
export type Reading =
  | { readonly graph: Graph; readonly version: number; readonly newer: boolean; readonly text: string }
  | { readonly problems: readonly Problem[] }

/** Reads a file whole; again when somebody wrote to it meanwhile. */
export async function readContent(fs: FileSystem, path: string): Promise<FileContent> {
  for (let tries = 0; ; tries++) {
    const before = await fs.facts(path)
    const bytes = await fs.read(path)
    const facts = await fs.facts(path)
    if (before.stamp === facts.stamp || tries === 5) return { bytes, hash: hashOf(bytes), facts }
  }
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The graph in the bytes of a file of our format. Never throws. */
export function readGraph(bytes: Buffer): Reading {
  if (bytes.length > MAX_BYTES) return problem('It is larger than 512 MiB.')
  let text: string
  try {
    // Bytes that are not UTF-8 would be lost at the next save. A byte order mark is passed over.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return problem('It is not UTF-8 text, so it is no graph file.')
  }
  try {
    const file = parseGraph(text)
    return 'problems' in file ? file : { ...file, text }
  } catch {
    // Nested deeper than the stack is deep, or larger than memory: no file of ours is.
    return problem('It is built in a way that cannot be read.')
  }
}

const problem = (message: string) => ({ problems: [{ message }] })
