import { type Command, UsageError } from './command'
import { readGraphFile } from './graph-file'

/** `entente check FILE`: what is wrong with a file, one problem a line on stdout; exit code 1 if anything is. */
export const checkCommand: Command = {
  name: 'check',
  usage: 'check FILE',
  summary: 'Say what is wrong with a file, one problem a line',
  options: {},
  async run({ positionals: [path, ...more] }, io) {
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
    return file.doubled.length + file.dateProblems.length > 0 ? 1 : 0
  }
}
