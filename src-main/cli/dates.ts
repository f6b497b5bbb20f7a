import type { AsOf } from '@core/evidence/asked'
import { dateProblem } from '@core/records/dates'
import { typedDate } from '@core/records/dates-typed'
import { Clock } from '@core/records/records'
import { type Args, type Option, textOf, UsageError } from './command'

/** The options by which a command takes the three dates. */
export const DATE_OPTIONS: Readonly<Record<string, Option>> = {
  'as-of': { type: 'string', value: 'DATE', help: 'how it was at that date (EDTF: 2024, 2024-12, 2024-12-08)' },
  'published-by': { type: 'string', value: 'DATE', help: 'only what had been published by then' },
  'known-by': { type: 'string', value: 'DATE', help: 'the same as --published-by' },
  'recorded-by': { type: 'string', value: 'DATE', help: 'only what had been recorded in the file by then' },
  clock: {
    type: 'string',
    value: 'CLOCK',
    help: 'world (default), or published or recorded: --as-of is then also that date'
  }
}

/** These options in the usage of a command. */
export const DATE_USAGE =
  '[--as-of DATE] [--published-by DATE | --known-by DATE] [--recorded-by DATE] [--clock world|published|recorded]'

/** The dates that the options name. Throws UsageError where one names none. */
export function datesOf(args: Args): AsOf {
  const clock = Clock.safeParse(textOf(args, 'clock') ?? 'world')
  if (!clock.success) throw new UsageError(`--clock: there is no such clock. Write ${Clock.options.join(', ')}.`)
  const [asOf, recordedBy] = [dateOf(args, 'as-of'), dateOf(args, 'recorded-by')]
  const [published, known] = [dateOf(args, 'published-by'), dateOf(args, 'known-by')]
  if (published !== undefined && known !== undefined && published !== known)
    throw new UsageError('--known-by and --published-by are the same: give one of them.')
  const publishedBy = published ?? known
  return {
    ...(asOf !== undefined && { asOf }),
    ...(publishedBy !== undefined && { publishedBy }),
    ...(recordedBy !== undefined && { recordedBy }),
    clock: clock.data
  }
}

function dateOf(args: Args, option: string): string | undefined {
  const said = textOf(args, option)
  const date = said === undefined ? undefined : typedDate(said)
  const problem = date === undefined ? undefined : dateProblem(date)
  if (problem) throw new UsageError(`--${option}: ${problem}`)
  return date
}
