import { apply, type Change, keyOf } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Edit, Graph } from '../graph/graph'
import { unmetNeeds } from '../graph/needs'
import { AnyRecord } from '../records/records'
import { changeOf } from './change-of'
import { settle } from './conflicts'

/**
 * Makes a record what it is in another graph, or one field of it, with whatever it needs there (ends, types, sources). One that
 * the other has not goes, with what depends on it. `edits`: all that lead to the other graph.
 */
export function takeOver(
  graph: Graph,
  edits: readonly Edit[],
  edit: Edit,
  label: string,
  field?: string
): Change | Refusal {
  const { before, after } = edit
  if (!after) {
    if (!before) return changeOf(label, [])
    const gone = settle(graph, { kind: before.kind, id: before.id, taken: 'ours' }, 'theirs')
    return isRefusal(gone) ? gone : { ...gone, label }
  }
  const now = graph.get(after.kind, after.id)
  const wanted = field === undefined || !now ? after : withField(now, after, field)
  if (!wanted) return refuse('That value cannot stand there any more.')
  const others = new Map(edits.flatMap((other) => (other.after ? [[keyOf(other.after), other.after] as const] : [])))
  const made = new Map<string, AnyRecord>()
  const open: AnyRecord[] = [wanted]
  for (let record = open.pop(); record; record = open.pop()) {
    made.set(keyOf(record), record)
    for (const { kinds, id } of unmetNeeds(graph, record)) {
      const keys = kinds.map((kind) => `${kind} ${id}`)
      if (keys.some((key) => made.has(key))) continue
      const needed = keys.map((key) => others.get(key)).find((found) => found !== undefined)
      if (!needed) return refuse('What it names is not here and not in what is compared: take that over first.')
      open.push(needed)
    }
  }
  const change = changeOf(
    label,
    [...made.values()].map((record) => {
      const there = graph.get(record.kind, record.id)
      return { ...(there && { before: there }), after: record }
    })
  )
  const result = apply(graph, change)
  return isRefusal(result) ? result : change
}

function withField(now: AnyRecord, after: AnyRecord, field: string): AnyRecord | undefined {
  const value: unknown = Reflect.get(after, field)
  const fields = Object.entries(now).filter(([key]) => key !== field)
  return AnyRecord.safeParse(Object.fromEntries(value === undefined ? fields : [...fields, [field, value]])).data
}
