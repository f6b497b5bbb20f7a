import { type ParseArgsConfig, parseArgs } from 'node:util'
import { plain } from '@core/text/quote'
import { type Args, type Command, CommandError, type Io, type Option, UsageError } from './command'
import { COMMANDS } from './commands'
import { helpOf, helpOfCommand } from './help'

/** Runs `entente` with what was typed after its name; resolves to the exit code: 0 done, 1 a file is at fault, 2 the arguments are. */
export async function main(argv: readonly string[], io: Io, commands: readonly Command[] = COMMANDS): Promise<number> {
  const [name, ...rest] = argv
  const command = commands.find((one) => one.name === name)
  try {
    if (name === undefined) throw new UsageError('Say what to do.')
    if (name === '--help' || name === '-h' || name === 'help') return say(helpOf(commands), io)
    if (!command) throw new UsageError(`There is no command “${plain(name)}”.`)
    const args = argsOf(command, rest)
    return args.values.help ? say(helpOfCommand(command), io) : await command.run(args, io)
  } catch (error) {
    if (error instanceof UsageError) {
      io.warn(`entente: ${error.message}`)
      io.warn(command ? `Usage: entente ${command.usage}` : '“entente --help” lists the commands.')
      return 2
    }
    io.warn(error instanceof CommandError ? error.message : `entente: ${reasonOf(error)}`)
    return 1
  }
}

const HELP: Option = { type: 'boolean', short: 'h', help: 'this help' }

function argsOf({ options }: Command, argv: readonly string[]): Args {
  const config = Object.entries({ ...options, help: HELP }).map(([name, { help, value, ...option }]) => [name, option])
  try {
    const parsed = parseArgs({
      args: joined(argv, options),
      options: Object.fromEntries(config) as ParseArgsConfig['options'],
      allowPositionals: true
    })
    return { positionals: parsed.positionals, values: { ...parsed.values } as Args['values'] }
  } catch (error) {
    throw new UsageError(usageProblem(error))
  }
}

/**
 * Values that begin with a dash, such as the year -0216, joined to their option, where parseArgs would take them for options
 * themselves. What is an option of the command stays one.
 */
function joined(argv: readonly string[], options: Command['options']): string[] {
  const args: string[] = []
  for (let at = 0; at < argv.length; at++) {
    const [word = '', next] = [argv[at], argv[at + 1]]
    if (word === '--') return [...args, ...argv.slice(at)]
    const takesText = word.startsWith('--') && options[word.slice(2)]?.type === 'string'
    if (takesText && next !== undefined && isValue(next, options)) {
      args.push(`${word}=${next}`)
      at++
    } else args.push(word)
  }
  return args
}

/** A word with two dashes is an option, known or mistyped. */
function isValue(word: string, options: Command['options']): boolean {
  const [, letter] = /^-([^-])/.exec(word) ?? []
  const shorts = [HELP, ...Object.values(options)].map(({ short }) => short)
  return letter !== undefined && !(word.length === 2 && shorts.includes(letter))
}

/** What parseArgs says, without its advice for programmers. */
function usageProblem(error: unknown): string {
  const message = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : ''
  return `${plain(message, 200).replace(/\.$/, '')}.`
}

const reasonOf = (error: unknown) => plain(error instanceof Error ? error.message : String(error), 300)

function say(lines: readonly string[], io: Io): number {
  for (const line of lines) io.write(line)
  return 0
}
