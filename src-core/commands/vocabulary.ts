import type { Change } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Graph } from '../graph/graph'
import type { Aspect } from '../records/records'
import { quote } from '../text/quote'
import { added, changeOf, named } from './change-of'
import { recordFrom } from './fields'
import { missing } from './rules'

/** What a relation type is made from: its word, its word back, and the entity types that it joins (absent: any). */
export interface RelationTypeFields {
  readonly label: string
  readonly inverse: string
  readonly symmetric?: boolean
  /** Whether what it names happens once or lasts; lasts where absent. */
  readonly aspect?: Aspect
  readonly from?: readonly string[]
  readonly to?: readonly string[]
}

/** Adds a type of relation. A symmetric one may leave `inverse` blank: it reads the same both ways. */
export function addRelationType(graph: Graph, args: RelationTypeFields & { readonly id: string }): Change | Refusal {
  const inverse = args.symmetric && args.inverse.trim() === '' ? args.label : args.inverse
  const type = recordFrom('relationType', { ...args, inverse })
  if (isRefusal(type)) return type
  if (graph.get('relationType', type.id)) return refuse(`There is already a relation type ${quote(type.id)}.`, 'id')
  const twin = [...graph.all('relationType').values()].find(
    ({ label }) => label.toLowerCase() === type.label.toLowerCase()
  )
  if (twin) return refuse(`There is already a relation type “${named(twin.label)}”.`, 'label')
  for (const end of ['from', 'to'] as const) {
    const unknown = type[end]?.find((id) => !graph.get('entityType', id))
    if (unknown !== undefined) return missing('entityType', unknown, end)
  }
  return changeOf(`Add the relation type “${named(type.label)}”`, added(type))
}
