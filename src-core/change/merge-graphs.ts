import { Graph } from '../graph/graph'
import { type AnyRecord, conflictId, KINDS } from '../records/records'
import { type Change, diff, same } from './change'
import { type Conflict, mergeThree } from './merge-three'

/** Three files as one: what leads from ours to the merged graph, in which undecided conflicts are records of their own. */
export interface MergedGraphs {
  readonly graph: Graph
  readonly change: Change
  /** How many conflicts nobody has decided, those that a file brought with it included. */
  readonly conflicts: number
  /** What files say beside their records and both changed, each in its own way: ours stands. */
  readonly head: readonly string[]
}

/** Merges two files that come from the same one, as a version control system asks for; see mergeThree for the rules. */
export function mergeGraphs(base: Graph, ours: Graph, theirs: Graph): MergedGraphs {
  const merged = mergeThree(base, ours, theirs)
  const { title, extra, conflicting } = mergedHead(base, ours, theirs)
  const conflicts = merged.conflicts.flatMap((conflict) => recordOf(conflict) ?? [])
  const records: AnyRecord[] = []
  const all = merged.graph.with(conflicts.map((after) => edited(merged.graph, after)))
  for (const kind of KINDS) for (const record of all.all(kind).values()) records.push(record)
  const graph = Graph.of(title, records, extra)
  return {
    graph,
    change: diff(ours, graph, 'Merge two files'),
    conflicts: graph.all('conflict').size,
    head: conflicting
  }
}

const edited = (graph: Graph, after: AnyRecord) => {
  const before = graph.get(after.kind, after.id)
  return { ...(before && { before }), after }
}

/** A conflict as a record; undefined where it is about a conflict, which is undecided either way. */
function recordOf({ kind: of, id: about, field, ours, theirs, taken }: Conflict): AnyRecord | undefined {
  if (of === 'conflict') return undefined
  return {
    kind: 'conflict',
    id: conflictId(of, about, field),
    of,
    about,
    ...(field !== undefined && { field }),
    ...(ours !== undefined && { ours }),
    ...(theirs !== undefined && { theirs }),
    taken
  }
}

function mergedHead(base: Graph, ours: Graph, theirs: Graph) {
  const head = ({ title, extra }: Graph) => new Map<string, unknown>([...extra, ['title', title]])
  const [from, mine, other] = [head(base), head(ours), head(theirs)]
  const extra = new Map<string, unknown>()
  const conflicting: string[] = []
  for (const field of new Set([...mine.keys(), ...other.keys()])) {
    const isTheirs = same(mine.get(field), from.get(field))
    if (!isTheirs && !same(other.get(field), from.get(field)) && !same(mine.get(field), other.get(field)))
      conflicting.push(field)
    const value = isTheirs ? other.get(field) : mine.get(field)
    if (value !== undefined) extra.set(field, value)
  }
  const title = String(extra.get('title') ?? '')
  extra.delete('title')
  return { title, extra, conflicting }
}
