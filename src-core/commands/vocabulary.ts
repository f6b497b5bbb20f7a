import type { Change } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Graph } from '../graph/graph'
import type { Aspect } from '../records/records'
import { lookOf, meantSymbol, ownLook } from '../records/type-look'
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

/** Adds a type of entity of that word, with a look that no other type has. */
export function addEntityType(
  graph: Graph,
  { id, label }: { readonly id: string; readonly label: string }
): Change | Refusal {
  const taken = new Set([...graph.all('entityType').values()].map(lookOf))
  const look = ownLook(meantSymbol(label), taken)
  const type = recordFrom('entityType', { id, label, ...(look.symbol === id ? { colour: look.colour } : look) })
  if (isRefusal(type)) return type
  if (graph.get('entityType', type.id)) return refuse(`There is already an entity type ${quote(type.id)}.`, 'id')
  const twin = [...graph.all('entityType').values()].find((one) => sameWord(one.label, type.label))
  if (twin) return refuse(`There is already an entity type “${named(twin.label)}”.`, 'label')
  return changeOf(`Add the entity type “${named(type.label)}”`, added(type))
}

/** Whether two words of types are the same to a reader. */
export const sameWord = (a: string, b: string): boolean =>
  a.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase()

/** A readable id for a new type of that word, unlike those that are there. */
export function newTypeId(graph: Graph, kind: 'entityType' | 'relationType', label: string): string {
  const base =
    label
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'type'
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!graph.get(kind, id)) return id
  }
}

/** Adds a type of relation. A symmetric one may leave `inverse` blank: it reads the same both ways. */
export function addRelationType(graph: Graph, args: RelationTypeFields & { readonly id: string }): Change | Refusal {
  const inverse = args.symmetric && args.inverse.trim() === '' ? args.label : args.inverse
  const type = recordFrom('relationType', { ...args, inverse })
  if (isRefusal(type)) return type
  if (graph.get('relationType', type.id)) return refuse(`There is already a relation type ${quote(type.id)}.`, 'id')
  const twin = [...graph.all('relationType').values()].find(({ label }) => sameWord(label, type.label))
  if (twin) return refuse(`There is already a relation type “${named(twin.label)}”.`, 'label')
  for (const end of ['from', 'to'] as const) {
    const unknown = type[end]?.find((id) => !graph.get('entityType', id))
    if (unknown !== undefined) return missing('entityType', unknown, end)
  }
  return changeOf(`Add the relation type “${named(type.label)}”`, added(type))
}
