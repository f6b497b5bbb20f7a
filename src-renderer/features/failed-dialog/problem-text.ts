import type { Problem } from '@core/text/problem-messages'

/** A problem as one line: where, then what. */
function problemLine({ line, record, message }: Problem): string {
  const where = [line === undefined ? '' : `line ${line}`, record === undefined ? '' : record]
    .filter(Boolean)
    .join(', ')
  return where === '' ? message : `${where}: ${message}`
}

/** Everything that is wrong with a file, to be copied into a mail. */
export const problemText = (name: string, message: string, problems: readonly Problem[]): string =>
  [`${name}: ${message}`, ...problems.map(problemLine)].join('\n')
