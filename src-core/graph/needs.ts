import { fieldsOf } from '../records/fields'
import { type AnyRecord, KINDS, type Kind } from '../records/records'
import type { Graph } from './graph'

/** A record that another one needs: the field that names it, and the kinds that it may have. */
export interface Need {
  readonly path: readonly (string | number)[]
  readonly kinds: readonly Kind[]
  readonly id: string
}

const NEEDED: ReadonlyMap<Kind, readonly { readonly field: string; readonly kinds: readonly Kind[] }[]> = new Map(
  KINDS.map((kind) => [
    kind,
    [...fieldsOf(kind)].flatMap(([field, { needed, refersTo }]) =>
      needed && refersTo ? [{ field, kinds: refersTo }] : []
    )
  ])
)

/** What a record refers to and must find, in the order of its fields; a view may still name what is gone. */
export function needsOf(record: AnyRecord): readonly Need[] {
  const needs: Need[] = []
  for (const { field, kinds } of NEEDED.get(record.kind) ?? []) {
    const value: unknown = Reflect.get(record, field)
    if (typeof value === 'string') needs.push({ path: [field], kinds, id: value })
    else if (Array.isArray(value))
      for (const [at, id] of value.entries()) if (typeof id === 'string') needs.push({ path: [field, at], kinds, id })
  }
  return needs
}

/** What a record refers to and does not find in a graph. */
export const unmetNeeds = (graph: Graph, record: AnyRecord): readonly Need[] =>
  needsOf(record).filter(({ kinds, id }) => !kinds.some((kind) => graph.get(kind, id)))

/** The records of a graph that refer to this one; types by a walk over all that could, everything else by index. */
export function dependantsOf(graph: Graph, { kind, id }: AnyRecord): readonly AnyRecord[] {
  const found = (of: Kind, ids: readonly string[]) =>
    ids.map((id) => graph.get(of, id)).filter((record) => record !== undefined)
  switch (kind) {
    case 'entity':
      return [
        ...found('relation', graph.relationsOf(id)),
        ...(graph.get('relation', id) ? [] : found('claim', graph.claimsAbout(id))),
        ...found('notSame', graph.pairsOf(id))
      ]
    case 'relation':
      return graph.get('entity', id) ? [] : found('claim', graph.claimsAbout(id))
    case 'source':
      return [
        ...found('claim', graph.claimsFrom(id)),
        ...found('claim', graph.claimsBasedOn(id)),
        ...found('source', graph.sourcesBasedOn(id))
      ]
    case 'entityType':
      return (['entity', 'relationType', 'entityType'] as const).flatMap((of) => having(graph, of, id))
    case 'relationType':
      return having(graph, 'relation', id)
    default:
      return []
  }
}

const TYPE_KINDS: readonly Kind[] = ['entityType', 'relationType']

function having(graph: Graph, kind: Kind, type: string): readonly AnyRecord[] {
  const records: AnyRecord[] = []
  for (const record of graph.all(kind).values()) {
    const names = needsOf(record).some(
      (need) => need.id === type && TYPE_KINDS.some((each) => need.kinds.includes(each))
    )
    if (names) records.push(record)
  }
  return records
}
