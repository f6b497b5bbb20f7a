import type { AnyRecord, Kind } from '../records/records'
import type { Graph } from './graph'

/** A record that another one needs: the field that names it, and the kinds that it may have. */
export interface Need {
  readonly path: readonly (string | number)[]
  readonly kinds: readonly Kind[]
  readonly id: string
}

/** What a record refers to and must find. */
function needsOf(record: AnyRecord): readonly Need[] {
  const one = (field: string, kind: Kind, id: string): Need => ({ path: [field], kinds: [kind], id })
  switch (record.kind) {
    case 'entityType':
    case 'view':
      return [] // a view may still name what is gone
    case 'relationType':
      return (['from', 'to'] as const).flatMap((end) =>
        (record[end] ?? []).map((id, at): Need => ({ path: [end, at], kinds: ['entityType'], id }))
      )
    case 'source':
      return record.basedOn === undefined ? [] : [one('basedOn', 'source', record.basedOn)]
    case 'entity':
      return [one('type', 'entityType', record.type)]
    case 'relation':
      return [
        one('type', 'relationType', record.type),
        one('from', 'entity', record.from),
        one('to', 'entity', record.to)
      ]
    case 'claim':
      return [
        { path: ['about'], kinds: ['relation', 'entity'], id: record.about },
        one('source', 'source', record.source),
        ...(record.basedOn === undefined ? [] : [one('basedOn', 'source', record.basedOn)])
      ]
    case 'notSame':
      return record.pair.map((id, at): Need => ({ path: ['pair', at], kinds: ['entity'], id }))
  }
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
      return [...having(graph, 'entity', id), ...having(graph, 'relationType', id)]
    case 'relationType':
      return having(graph, 'relation', id)
    default:
      return []
  }
}

function having(graph: Graph, kind: Kind, type: string): readonly AnyRecord[] {
  const records: AnyRecord[] = []
  for (const record of graph.all(kind).values()) {
    const types = record.kind === 'relationType' ? [...(record.from ?? []), ...(record.to ?? [])] : [record.type]
    if (types.includes(type)) records.push(record)
  }
  return records
}
