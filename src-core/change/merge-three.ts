import { restsOn } from '../graph/circles'
import type { Edit, Graph } from '../graph/graph'
import { dependantsOf, unmetNeeds } from '../graph/needs'
import { referenceProblems, type Sections } from '../graph/references'
import { type AnyRecord, KINDS, type Kind } from '../records/records'
import { type Change, diff, same } from './change'
import { mergeRecords } from './merge-values'

/**
 * Something that two sides changed, each in its own way. Both values are kept here and one of them stands in the graph;
 * undefined where that side has no such record or field. Without `field` it is about the whole record.
 */
export interface Conflict {
  readonly kind: Kind
  readonly id: string
  readonly field?: string
  readonly ours?: unknown
  readonly theirs?: unknown
  readonly taken: 'ours' | 'theirs'
}

/** Result of a merge: the change that leads from their graph to the merged one, and the conflicts. */
export interface MergeResult {
  readonly graph: Graph
  readonly change: Change
  readonly conflicts: readonly Conflict[]
}

/**
 * Merges two graphs that come from the same one, record by record and field by field. Where both changed the same field,
 * ours stands; where one removed what the other changed or needs, it stays. Title and unknown fields are theirs.
 * The result can always be kept in a file: no relation without its ends, no claim without its source.
 */
export function mergeThree(
  base: Graph,
  ours: Graph,
  theirs: Graph,
  label = 'Merge with the changes of another program'
): MergeResult {
  const merge = new Merge(ours, theirs)
  for (const edit of diff(base, ours).edits) merge.take(edit)
  merge.close()
  return merge.result(label)
}

class Merge {
  readonly #ours: Graph
  readonly #theirs: Graph
  readonly #edits = new Map<string, Edit>()
  readonly #conflicts = new Map<string, Conflict>()
  readonly #givenUp = new Set<string>()

  constructor(ours: Graph, theirs: Graph) {
    this.#ours = ours
    this.#theirs = theirs
  }

  /** Carries one of our edits over to their graph. */
  take({ before: base, after: ours }: Edit) {
    const record = ours ?? base
    if (!record) return
    const theirs = this.#theirs.get(record.kind, record.id)
    if (same(theirs, ours)) return
    if (same(theirs, base)) return this.#put(record, ours)
    if (!ours || !theirs) {
      // What one side removed and the other changed stays.
      this.#conflict({ kind: record.kind, id: record.id, ours, theirs, taken: ours ? 'ours' : 'theirs' })
      return this.#put(record, ours ?? theirs)
    }
    const { record: merged, conflicting } = mergeRecords(base, ours, theirs)
    this.#put(record, merged)
    for (const [field, value] of conflicting)
      this.#conflict({ kind: record.kind, id: record.id, field, ...value, taken: 'ours' })
  }

  /** Repairs dangling references until there are none. Ends because a record is restored once and given up once. */
  close() {
    while (this.#bringBack() || this.#giveWay());
  }

  result(label: string): MergeResult {
    const change = { label, edits: [...this.#edits.values()] }
    return { graph: this.#theirs.with(change.edits), change, conflicts: [...this.#conflicts.values()] }
  }

  /** Restores what one side removed and the other side's records need. */
  #bringBack(): boolean {
    const merged = this.#merged()
    let found = false
    for (const { before, after } of [...this.#edits.values()]) {
      if (after)
        for (const { kinds, id } of unmetNeeds(merged, after)) {
          const needed = kinds.map((kind) => this.#ours.get(kind, id)).find((record) => record !== undefined)
          if (needed && !this.#givenUp.has(keyOf(needed))) {
            this.#put(needed, needed)
            this.#conflict({ kind: needed.kind, id, ours: needed, taken: 'ours' })
          } else this.#giveUp(after)
          found = true
        }
      else if (before && dependantsOf(merged, before).length > 0) {
        this.#giveUp(before)
        found = true
      }
    }
    return found
  }

  /** Where the sides together make what neither made alone (one id for two records, a circle of sources or types), theirs stands. */
  #giveWay(): boolean {
    const merged = this.#merged()
    const all = new Map(KINDS.map((kind) => [kind, [...merged.all(kind).values()]] as const))
    const problems = referenceProblems(Object.fromEntries(all) as unknown as Sections, new Map())
    const involved = new Set(problems.map(({ record }) => record))
    for (const id of involved)
      for (const next of [...restsOn(merged.get('source', id)), ...restsOn(merged.get('entityType', id))])
        involved.add(next)
    let found = false
    for (const { before, after } of [...this.#edits.values()]) {
      if (!after || !involved.has(after.id)) continue
      this.#giveUp(after, before)
      found = true
    }
    return found
  }

  #merged = () => this.#theirs.with([...this.#edits.values()])

  /** Our edit of a record goes; their record stands. */
  #giveUp(record: AnyRecord, theirs = this.#theirs.get(record.kind, record.id)) {
    const { kind, id } = record
    this.#givenUp.add(keyOf(record))
    this.#put(record, theirs)
    this.#conflict({ kind, id, ours: this.#ours.get(kind, id), theirs, taken: 'theirs' })
  }

  #put(record: AnyRecord, after: AnyRecord | undefined) {
    const before = this.#theirs.get(record.kind, record.id)
    if (same(before, after)) this.#edits.delete(keyOf(record))
    else this.#edits.set(keyOf(record), { ...(before && { before }), ...(after && { after }) })
  }

  #conflict(conflict: Conflict) {
    this.#conflicts.set(`${conflict.kind} ${conflict.id} ${conflict.field ?? ''}`, conflict)
  }
}

const keyOf = ({ kind, id }: AnyRecord) => `${kind} ${id}`
