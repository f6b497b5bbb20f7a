import { z } from 'zod'
import { type Edit, Graph } from '../graph/graph'
import { type BuildingMap, ShardedMap } from '../graph/sharded-map'
import { AnyRecord, KINDS, type Kind } from '../records/records'
import { ExactNumber } from '../text/exact-number'
import { type Refusal, refuse } from './refusal'

/** An edit of the user, as before- and after-images of every record that it touches; each record at most once. */
export interface Change {
  /** In the user's words, for the history and the undo button: “Add Russia”. */
  readonly label: string
  readonly edits: readonly Edit[]
}

/** The shape of a Change that came from elsewhere. */
export const Change = z.object({
  label: z.string().max(500),
  edits: z.array(z.object({ before: AnyRecord.optional(), after: AnyRecord.optional() })).readonly()
})

/** The graph after a change, or a refusal if a record is not what the change says it was. */
export function apply(graph: Graph, change: Change): Graph | Refusal {
  const seen = new Seen(change.edits.length)
  for (const edit of change.edits) {
    const flaw = flawOf(graph, change, edit, seen)
    if (flaw) return flaw
  }
  return graph.with(change.edits)
}

/** The same in steps, for a change of very many edits; yields the part that is done, from 0 to 1. */
export function* applySteps(graph: Graph, change: Change): Generator<number, Graph | Refusal> {
  const { edits } = change
  const seen = new Seen(edits.length)
  for (const [at, edit] of edits.entries()) {
    const flaw = flawOf(graph, change, edit, seen)
    if (flaw) return flaw
    if (at % BATCH_SIZE === 0) yield (at / edits.length) * 0.2
  }
  const records = KINDS.reduce((sum, kind) => sum + graph.all(kind).size, 0)
  return yield* edits.length * 2 < records ? withSteps(graph, edits) : rebuildSteps(graph, edits, seen, records)
}

function* withSteps(graph: Graph, edits: readonly Edit[]): Generator<number, Graph> {
  let now = graph
  for (let at = 0; at < edits.length; at += BATCH_SIZE) {
    now = now.with(edits.slice(at, at + BATCH_SIZE))
    yield 0.2 + (at / edits.length) * 0.8
  }
  return now
}

/** Where most of a graph changes it is rebuilt, with the right size from the beginning. */
function* rebuildSteps(graph: Graph, edits: readonly Edit[], touched: Seen, records: number): Generator<number, Graph> {
  const builder = Graph.building(graph.title, graph.extra, records + edits.length)
  let seen = 0
  const pause = () => ++seen % BATCH_SIZE === 0
  const part = () => 0.2 + (seen / (records + edits.length)) * 0.8
  for (const kind of KINDS)
    for (const record of graph.all(kind).values()) {
      if (!touched.has(record)) builder.add([record])
      if (pause()) yield part()
    }
  for (const { after } of edits) {
    if (after) builder.add([after])
    if (pause()) yield part()
  }
  return builder.finish()
}

/** The inverse of a large change, in steps. */
export function* invertSteps({ label, edits }: Change): Generator<number, Change> {
  const back: Edit[] = []
  for (let at = edits.length - 1; at >= 0; at--) {
    const one = edits[at]
    if (one) back.push(edit(one.after, one.before))
    if (at % BATCH_SIZE === 0) yield 1 - at / edits.length
  }
  return { label, edits: back }
}

/** Edits applied between two looks at the clock. */
const BATCH_SIZE = 200

/** Why an edit cannot be carried out; `seen` holds the records of those before it. */
function flawOf(graph: Graph, { label }: Change, edit: Edit, seen: Seen): Refusal | undefined {
  const record = edit.after ?? edit.before
  if (!record) return refuse(`“${label}” holds an empty edit.`)
  if (edit.before && edit.after && keyOf(edit.before) !== keyOf(edit.after))
    return refuse(`“${label}” turns one record into another (${edit.before.id}, ${edit.after.id}).`)
  if (seen.has(record)) return refuse(`“${label}” touches ${record.id} twice.`)
  seen.add(record)
  return same(graph.get(record.kind, record.id), edit.before)
    ? undefined
    : refuse(`${record.id} has changed since “${label}” was made. Look at it and try again.`)
}

/** The change that takes another back: apply(apply(g, c), invert(c)) equals g. */
export function invert(change: Change): Change {
  return { label: change.label, edits: change.edits.map(({ before, after }) => edit(after, before)).reverse() }
}

/** Two changes, the second made on the result of the first, as one; what the second takes back is left out. */
export const merge = (first: Change, second: Change): Change => mergeAll(second.label, [first, second])

/** Changes made one after the other, as one. */
export function mergeAll(label: string, changes: Iterable<Change>): Change {
  const net = new NetEdits()
  for (const change of changes) for (const edit of change.edits) net.add(edit)
  return { label, edits: [...net] }
}

/** Successive edits as one for each record; can be added and read a few at a time, so that the UI is not blocked. */
export class NetEdits implements Iterable<Edit> {
  readonly #edits = new Map<string, Edit>()

  add(next: Edit): void {
    const record = next.after ?? next.before
    if (!record) return
    const earlier = this.#edits.get(keyOf(record))
    this.#edits.set(keyOf(record), earlier ? edit(earlier.before, next.after) : next)
  }

  /** The edits without those that cancel out. */
  *[Symbol.iterator](): Iterator<Edit> {
    for (const edit of this.#edits.values()) if (!same(edit.before, edit.after)) yield edit
  }
}

/** The change that leads from one graph to another; edits by kind, then by id. */
export function diff(from: Graph, to: Graph, label = 'Difference'): Change {
  const edits: Edit[] = []
  for (const kind of KINDS) {
    const before = from.all(kind)
    const after = to.all(kind)
    const ids = new Set([...before.keys(), ...after.keys()])
    for (const id of [...ids].sort())
      if (!same(before.get(id), after.get(id))) edits.push(edit(before.get(id), after.get(id)))
  }
  return { label, edits }
}

/** Whether two records say the same; neither the order of their keys counts nor, as the file is in NFC, how a text is composed. Numbers are the same when all digits are. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true
  if (typeof a === 'string' && typeof b === 'string') return a.normalize('NFC') === b.normalize('NFC')
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof ExactNumber || b instanceof ExactNumber)
    return a instanceof ExactNumber && b instanceof ExactNumber && a.text === b.text
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a).filter(([, value]) => value !== undefined)
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined))
  return left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)))
}

/** One text for each record of a graph: its kind and id. */
export const keyOf = (record: AnyRecord): string => `${record.kind} ${record.id}`

const edit = (before: AnyRecord | undefined, after: AnyRecord | undefined): Edit => ({
  ...(before && { before }),
  ...(after && { after })
})

/** Records by kind and id, about `expected` of them; in small parts, for one large set holds everything up whenever it grows. */
class Seen {
  readonly #kinds = new Map<Kind, BuildingMap<true>>()
  readonly #expected: number

  constructor(expected: number) {
    this.#expected = expected
  }

  has({ kind, id }: AnyRecord): boolean {
    return this.#kinds.get(kind)?.get(id) === true
  }

  add({ kind, id }: AnyRecord): void {
    const ids = this.#kinds.get(kind) ?? ShardedMap.building<true>(this.#expected / 2)
    this.#kinds.set(kind, ids)
    ids.set(id, true)
  }
}
