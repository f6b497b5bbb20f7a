import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from '@main/cli/command'
import { main } from '@main/cli/main'
import { onTestFinished } from 'vitest'

/** What a run of `entente` said and how it ended. */
export interface Run {
  readonly code: number
  readonly out: readonly string[]
  readonly err: readonly string[]
}

/** Runs `entente` in this process. */
export async function entente(...argv: readonly string[]): Promise<Run> {
  return run(argv)
}

/** The same with another table of commands. */
export async function run(argv: readonly string[], commands?: readonly Command[]): Promise<Run> {
  const out: string[] = []
  const err: string[] = []
  const io = { write: (line: string) => void out.push(line), warn: (line: string) => void err.push(line) }
  const code = await main(argv, io, commands)
  return { code, out, err }
}

/** A file of that content in a folder of its own, which goes when the test is over. */
export async function fileWith(content: string | Uint8Array, name = 'graph.entente.json'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-cli-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
