import type { Change } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import { chainOf } from '../graph/circles'
import type { Graph } from '../graph/graph'
import type { TypeKind } from '../queries/type-properties'
import type { Aspect, EntityType, RelationType } from '../records/records'
import { changeOf, counted, named } from './change-of'
import { patched } from './fields'
import { missing } from './rules'
import { sameWord } from './vocabulary'

/** What can be changed of a type of entity; a field that is blank goes, one that is absent stays. */
export interface EntityTypePatch {
  readonly id: string
  readonly label?: string
  readonly plural?: string
  readonly symbol?: string
  readonly colour?: string
  /** The type that it is one of; blank for none. */
  readonly parent?: string
}

/** What can be changed of a type of relation; `from` and `to` may be set to undefined, so that it joins anything. */
export interface RelationTypePatch {
  readonly id: string
  readonly label?: string
  readonly inverse?: string
  readonly symmetric?: boolean
  readonly aspect?: Aspect
  readonly membership?: boolean
  readonly from?: readonly string[] | undefined
  readonly to?: readonly string[] | undefined
}

/** Renames a type of entity or changes its look or what it is one of; the entities keep their data. */
export function editEntityType(graph: Graph, patch: EntityTypePatch): Change | Refusal {
  const before = graph.get('entityType', patch.id)
  if (!before) return missing('entityType', patch.id)
  const after = patched('entityType', before, patch)
  if (isRefusal(after)) return after
  if (after.parent !== undefined && !graph.get('entityType', after.parent))
    return missing('entityType', after.parent, 'parent')
  if (chainOf(after, (id) => (id === after.id ? after : graph.get('entityType', id))).has(after.id))
    return refuse(`“${named(after.label)}” cannot be one of its own kinds. Choose another type.`, 'parent')
  return twinOf(graph, after) ?? changeOf(labelOf(before, after), [{ before, after }])
}

/** Renames a type of relation or changes what it joins; the relations keep their claims. */
export function editRelationType(graph: Graph, patch: RelationTypePatch): Change | Refusal {
  const before = graph.get('relationType', patch.id)
  if (!before) return missing('relationType', patch.id)
  const symmetric = patch.symmetric ?? before.symmetric
  const inverse = symmetric ? { inverse: patch.label ?? before.label } : {}
  const after = patched('relationType', before, {
    ...patch,
    ...inverse,
    ...(patch.symmetric === false && { symmetric: undefined })
  })
  if (isRefusal(after)) return after
  for (const end of ['from', 'to'] as const) {
    const unknown = after[end]?.find((id) => !graph.get('entityType', id))
    if (unknown !== undefined) return missing('entityType', unknown, end)
  }
  return twinOf(graph, after) ?? changeOf(labelOf(before, after), [{ before, after }])
}

/** Puts types in an order, by id; those that are not named follow as they stood. Legend and lists follow it. */
export function orderTypes(graph: Graph, kind: TypeKind, ids: readonly string[]): Change | Refusal {
  const unknown = ids.find((id) => !graph.get(kind, id))
  if (unknown !== undefined) return missing(kind, unknown)
  const order = [...new Set([...ids, ...graph.all(kind).keys()])]
  const label = `Order the ${counted(order.length, kind === 'entityType' ? 'entity type' : 'relation type')}`
  return changeOf(
    label,
    order.flatMap((id, at) => {
      const before = graph.get(kind, id)
      return before ? [{ before, after: { ...before, order: at } }] : []
    })
  )
}

function labelOf(before: EntityType | RelationType, after: EntityType | RelationType): string {
  const what = before.kind === 'entityType' ? 'entity type' : 'relation type'
  if (before.label === after.label) return `Edit the ${what} “${named(before.label)}”`
  return `Rename the ${what} “${named(before.label)}” to “${named(after.label)}”`
}

/** Another type of that word. Those that share one already may go on doing so. */
function twinOf(graph: Graph, after: EntityType | RelationType): Refusal | undefined {
  if (graph.get(after.kind, after.id)?.label === after.label) return undefined
  for (const { id, label } of graph.all(after.kind).values())
    if (id !== after.id && sameWord(label, after.label))
      return refuse(`There is already a type “${named(label)}”. Merge into it, or choose another word.`, 'label')
  return undefined
}
