import type { Graph } from '../graph/graph'
import { KINDS } from '../records/records'
import { KIND_LABELS } from '../records/sections'
import { invisiblesIn, signInWords } from '../text/invisible'
import { fieldName } from '../text/problem-messages'
import { plain, quote } from '../text/quote'
import type { Advice } from './advice'

/** The texts of a graph with signs that nobody sees and nothing needs, in file order of the kinds. */
export function* invisibleTexts(graph: Graph): Generator<Advice> {
  for (const kind of KINDS)
    for (const record of graph.all(kind).values())
      for (const { path, text } of textsIn(record, [])) {
        const found = [...invisiblesIn(text)]
        const [first] = found
        if (!first) continue
        const subject = `${KIND_LABELS[kind]} ${plain(record.id)}: "${fieldName(path)}"`
        const more = found.length > 1 ? `, and ${found.length - 1} more` : ''
        yield {
          record,
          path,
          message: `${subject} holds an invisible sign, ${signInWords(first.sign)}, ${where(text, first.at)}${more}.`
        }
      }
}

const SHOWN = 20

function where(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - SHOWN), at).toWellFormed()
  return before === '' ? 'at its beginning' : `behind ${quote(before)}`
}

type Path = Advice['path']

function* textsIn(value: unknown, path: Path): Generator<{ readonly path: Path; readonly text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) {
      const at = Array.isArray(value) ? Number(key) : key
      if (path.length > 0 && typeof at === 'string') yield { path: [...path, at], text: at }
      yield* textsIn(part, [...path, at])
    }
}
