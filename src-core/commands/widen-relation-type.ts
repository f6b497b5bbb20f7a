import type { Change } from '../change/change'
import type { Refusal } from '../change/refusal'
import type { Graph } from '../graph/graph'
import { changeOf, named } from './change-of'
import { missing } from './rules'

/** Lets a relation type join two more types of entity, from → to; nothing changes if it does already. */
export function widenRelationType(
  graph: Graph,
  args: { readonly id: string; readonly from: string; readonly to: string }
): Change | Refusal {
  const before = graph.get('relationType', args.id)
  if (!before) return missing('relationType', args.id)
  for (const end of ['from', 'to'] as const)
    if (!graph.get('entityType', args[end])) return missing('entityType', args[end], end)
  const widened = (ids: readonly string[] | undefined, id: string) =>
    ids && (ids.includes(id) ? [...ids] : [...ids, id].sort())
  const [from, to] = [widened(before.from, args.from), widened(before.to, args.to)]
  const after = { ...before, ...(from && { from }), ...(to && { to }) }
  return changeOf(`Let “${named(before.label)}” join more types`, [{ before, after }])
}
