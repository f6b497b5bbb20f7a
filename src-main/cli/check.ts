import { linesOfFields } from '@core/formats/entente/record-lines'
import type { Graph } from '@core/graph/graph'
import type { Advice } from '@core/queries/advice'
import { evidenceAdvice } from '@core/queries/evidence-advice'
import { invisibleTexts } from '@core/queries/invisible-texts'
import { KIND_LABELS } from '@core/records/sections'
import { plain } from '@core/text/quote'
import { shownPath } from '@core/text/shown-path'
import { type Find, subjectOf } from '@core/view/field-labels'
import { type Command, type Io, UsageError } from './command'
import { problemLine, readGraphFile, textOfFile } from './graph-file'

/** `entente check FILE`: what is wrong with a file, one problem a line on stdout; exit code 1 if anything is. Advice is none. */
export const checkCommand: Command = {
  name: 'check',
  usage: 'check FILE [--advice]',
  summary: 'Say what is wrong with a file, one problem a line',
  options: {
    advice: {
      type: 'boolean',
      help: 'also tell what is no fault but may mislead, such as invisible signs and grades that nothing confirms'
    }
  },
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
    const undecided = undecidedLines(path, file.graph)
    for (const line of undecided) io.write(line)
    if (values.advice) await advise(path, file.graph, io)
    return file.doubled.length + file.dateProblems.length + undecided.length > 0 ? 1 : 0
  }
}

/** What a merge left to be decided. */
function undecidedLines(path: string, graph: Graph): readonly string[] {
  const find: Find = (kind, id) => graph.get(kind, id)
  return [...graph.all('conflict').values()].map((conflict) => {
    const subject = plain(subjectOf(conflict, find), 200)
    return problemLine(path, {
      message: `${KIND_LABELS[conflict.of]} ${subject}: both sides of a merge changed it, and nobody has decided. Open the file and choose.`
    })
  })
}

/** How many pieces of advice are told one by one. */
const MOST_ADVICE = 1_000

async function advise(path: string, graph: Graph, io: Io) {
  const advice: Advice[] = []
  let count = 0
  for (const one of adviceOn(graph)) if (++count <= MOST_ADVICE) advice.push(one)
  if (count === 0) return
  const text = await textOfFile(path)
  if (text === undefined) io.warn(`${shownPath(path)}: too large for the advice to name lines; it names the records.`)
  const lines = text === undefined ? [] : linesOfFields(text, advice.flatMap(fieldOf))
  let at = 0
  const told = advice.map(({ message, record }) => ({ message, line: (record && lines[at++]) ?? Infinity }))
  for (const { message, line } of told.sort((a, b) => (a.line === b.line ? 0 : a.line - b.line)))
    io.write(problemLine(path, Number.isFinite(line) ? { message, line } : { message }))
  if (count > MOST_ADVICE) io.write(`… and ${count - MOST_ADVICE} more.`)
}

function* adviceOn(graph: Graph): Generator<Advice> {
  yield* invisibleTexts(graph)
  yield* evidenceAdvice(graph)
}

const fieldOf = ({ record, path }: Advice) => (record ? [{ kind: record.kind, id: record.id, path }] : [])
