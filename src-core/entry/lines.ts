import { apply, type Change, mergeAll } from '../change/change'
import { isRefusal, type Refusal } from '../change/refusal'
import type { Graph } from '../graph/graph'
import type { Kept, Reading } from './entry'
import { changeOf, type Making } from './entry-change'
import type { FindNames } from './known-names'
import { readLine } from './reading'

/** How many lines are taken at once. */
export const MOST_LINES = 500

/** A line with what it does, or why it does nothing, in a sentence. */
interface EnteredLine {
  readonly line: string
  readonly change?: Change
  readonly problem?: string
  /** What it says in a sentence, where there is no problem. */
  readonly advice?: string
}

/** Many lines as they would be entered one after the other. */
export interface EnteredLines {
  readonly lines: readonly EnteredLine[]
  /** Lines beyond the first MOST_LINES, which were not read. */
  readonly left: number
  /** All that could be read, as one. */
  readonly change: Change
  readonly kept: Kept
}

/** The lines of a text that hold anything. */
export const linesOf = (text: string): readonly string[] =>
  text.split(/[\r\n\v\f\u0085\u2028\u2029]+/).filter((line) => line.trim() !== '')

/** Reads lines in steps, each against the graph as those before it leave it; a name that is new in one is known in the next. */
export function* enterLines(
  graph: Graph,
  find: FindNames,
  lines: readonly string[],
  kept: Kept,
  making: Making
): Generator<number, EnteredLines> {
  let now = graph
  let staying = kept
  const entered: EnteredLine[] = []
  for (const line of lines.slice(0, MOST_LINES)) {
    const reading = readLine(now, find, line, staying)
    const change = changeOfReading(now, reading, making)
    const after = isRefusal(change) ? change : apply(now, change)
    if (isRefusal(change) || isRefusal(after))
      entered.push({ line, problem: refusedBy(change) ?? refusedBy(after) ?? '' })
    else {
      entered.push({ line, change, advice: [reading.caution, reading.advice].filter(Boolean).join(' ') })
      now = after
      staying = keptAfter(staying, change)
    }
    yield entered.length
  }
  const changes = entered.flatMap(({ change }) => change ?? [])
  const label = changes.length === 1 ? (changes[0]?.label ?? '') : `Add ${changes.length} lines`
  return {
    lines: entered,
    left: Math.max(0, lines.length - MOST_LINES),
    change: mergeAll(label, changes),
    kept: staying
  }
}

/** The change that a line makes, or what stands against it: what is missing, its first problem, or why it is refused. */
export function changeOfReading(graph: Graph, { entry, problems, missing }: Reading, making: Making): Change | Refusal {
  const against = missing ?? problems[0]?.words
  return entry ? changeOf(graph, entry, making) : { refused: against ?? 'This line says nothing.' }
}

/** What stays for the line after a change: the source, place and credibility of the claim that it adds. */
export function keptAfter(kept: Kept, { edits }: Change): Kept {
  const made = edits.findLast(({ before, after }) => !before && after?.kind === 'claim')?.after
  if (made?.kind !== 'claim') return kept
  const { source, locator, credibility } = made
  return { source, credibility, ...(locator?.paragraph !== undefined && { paragraph: locator.paragraph }) }
}

const refusedBy = (result: object): string | undefined => (isRefusal(result) ? result.refused : undefined)
