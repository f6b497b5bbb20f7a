import type { ParseArgsConfig } from 'node:util'

/** Where a command says things: results to `write`, the rest to `warn`; both take whole lines without the line's end. */
export interface Io {
  readonly write: (line: string) => void
  readonly warn: (line: string) => void
}

/** What was typed after the command's name. */
export interface Args {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

/** A command of `entente`: one line of the table in commands.ts. */
export interface Command {
  readonly name: string
  /** How it is called, after `entente`: `find FILE TEXT [--json]`. */
  readonly usage: string
  /** What it does, in a line. */
  readonly summary: string
  /** Each option with a line of help. */
  readonly options: Readonly<Record<string, Option>>
  /** Does it; resolves to the exit code. Throws UsageError or CommandError. */
  run(args: Args, io: Io): Promise<number>
}

/** An option as parseArgs of node:util takes it, with a line of help; `value` is the name of its value there. */
export type Option = NonNullable<ParseArgsConfig['options']>[string] & {
  readonly help: string
  readonly value?: string
}

/** The arguments are wrong: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A file or a server is at fault: exit code 1. Lines after the first are details. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** The text of an option, or undefined where it was not given. */
export function textOf({ values }: Args, option: string): string | undefined {
  const value = values[option]
  return typeof value === 'string' ? value : undefined
}
