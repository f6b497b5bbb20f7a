import type { Command, Option } from './command'
import { table } from './lines'

/** The help of all commands, line by line. */
export function helpOf(commands: readonly Command[]): readonly string[] {
  const rows = commands.map(({ name, summary }) => [`  ${name}`, summary])
  return [
    'Usage: entente COMMAND …',
    '',
    ...table(rows),
    '',
    '“entente COMMAND --help” says more.',
    'Exit codes: 0 done, 1 something is wrong with a file or two files differ, 2 not called right.'
  ]
}

/** The help of one command, line by line. */
export function helpOfCommand({ usage, summary, options }: Command): readonly string[] {
  const rows = Object.entries(options).map(([name, option]) => [`  ${signature(name, option)}`, option.help])
  return [`Usage: entente ${usage}`, `${summary}.`, ...(rows.length > 0 ? ['', ...table(rows)] : [])]
}

const signature = (name: string, { type, value }: Option) =>
  type === 'string' ? `--${name} ${value ?? 'TEXT'}` : `--${name}`
