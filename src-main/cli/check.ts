import type { Graph } from '@core/graph/graph'
import { invisibleTexts } from '@core/queries/invisible-texts'
import { shownPath } from '@core/text/shown-path'
import { type Command, UsageError } from './command'
import { readGraphFile } from './graph-file'

/** `entente check FILE`: what is wrong with a file, one problem a line on stdout; exit code 1 if anything is. Advice is none. */
export const checkCommand: Command = {
  name: 'check',
  usage: 'check FILE [--advice]',
  summary: 'Say what is wrong with a file, one problem a line',
  options: { advice: { type: 'boolean', help: 'also tell what is no fault but may mislead, such as invisible signs' } },
  async run({ positionals: [path, ...more], values }, io) {
    if (path === undefined) throw new UsageError('Name the file to check.')
    if (more.length > 0) throw new UsageError('Name one file only.')
    const file = await readGraphFile(path)
    if ('problems' in file) {
      for (const problem of file.problems) io.write(problem)
      return 1
    }
    for (const line of file.doubled) io.write(line)
    if (file.notice) io.warn(file.notice)
    for (const problem of file.dateProblems) io.write(problem)
    if (values.advice) for (const line of adviceOn(path, file.graph)) io.write(line)
    return file.doubled.length + file.dateProblems.length > 0 ? 1 : 0
  }
}

/** How many pieces of advice are told one by one. */
const MOST_ADVICE = 1_000

function* adviceOn(path: string, graph: Graph): Generator<string> {
  let count = 0
  for (const { message } of invisibleTexts(graph)) if (++count <= MOST_ADVICE) yield `${shownPath(path)}: ${message}`
  if (count > MOST_ADVICE) yield `… and ${count - MOST_ADVICE} more.`
}
