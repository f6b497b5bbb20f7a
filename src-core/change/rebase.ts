import type { Edit, Graph } from '../graph/graph'
import { apply, type Change, keyOf, same } from './change'
import { mergeRecords } from './merge-values'
import { isRefusal, type Refusal, refuse } from './refusal'

/** Whether two changes touch a record in common. */
export function overlap(one: Change, other: Change): boolean {
  const touched = new Set(one.edits.map(keyOfEdit))
  return other.edits.some((edit) => touched.has(keyOfEdit(edit)))
}

/**
 * A change as it reads on a graph that has moved on since it was made, merged field by field. Refused where both changed
 * the same field, or where a record that it changes is gone or has come meanwhile.
 */
export function rebase(graph: Graph, change: Change): Change | Refusal {
  const edits: Edit[] = []
  for (const { before, after } of change.edits) {
    const record = after ?? before
    const now = record && graph.get(record.kind, record.id)
    if (same(now, before) || same(now, after)) {
      if (!same(now, after)) edits.push({ ...(now && { before: now }), ...(after && { after }) })
      continue
    }
    const merged = now && before && after && mergeRecords(before, after, now)
    if (!now || !merged || merged.conflicting.size > 0)
      return refuse(`“${change.label}” was not kept: another program has changed the same thing meanwhile.`)
    edits.push({ before: now, after: merged.record })
  }
  const rebased = { label: change.label, edits }
  const result = apply(graph, rebased)
  return isRefusal(result) ? result : rebased
}

function keyOfEdit({ before, after }: Edit): string {
  const record = after ?? before
  return record ? keyOf(record) : ''
}
