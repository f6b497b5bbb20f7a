import { Graph } from '../graph/graph'
import { basisChain, basisOf } from '../records/basis'
import type { AnyRecord, Claim, Relation } from '../records/records'

/**
 * What a graph holds of these entities, as a graph of its own: the relations among them, the claims about both with the
 * sources that they rest on, and the types of all. An entity outside it that a claim is attributed to is there by its name.
 */
export function partOf(graph: Graph, entities: Iterable<string>): Graph {
  const chosen = new Set([...entities].filter((id) => graph.get('entity', id)))
  const relations = relationsAmong(graph, chosen)
  const claims = [...chosen, ...relations.map(({ id }) => id)]
    .flatMap((id) => graph.claimsAbout(id))
    .flatMap((id) => graph.get('claim', id) ?? [])
    .map((claim) => withinReach(graph, claim, chosen))
  const sources = basisChain(
    claims.flatMap((claim) => [claim.source, ...basisOf(claim)]),
    (id) => graph.get('source', id)
  )
  const things = [...chosen].flatMap((id) => graph.get('entity', id) ?? [])
  const records: AnyRecord[] = [
    ...some(new Set(things.map(({ type }) => type)), (id) => graph.get('entityType', id)),
    ...some(new Set(relations.map(({ type }) => type)), (id) => graph.get('relationType', id)).map((type) => ({
      ...type,
      // The ends that a type may join need no type that does not come along.
      ...(type.from && { from: type.from.filter((id) => things.some((thing) => thing.type === id)) }),
      ...(type.to && { to: type.to.filter((id) => things.some((thing) => thing.type === id)) })
    })),
    ...some(sources, (id) => graph.get('source', id)),
    ...things,
    ...relations,
    ...claims
  ]
  return Graph.of(graph.title, records)
}

function relationsAmong(graph: Graph, chosen: ReadonlySet<string>): readonly Relation[] {
  const found = new Map<string, Relation>()
  for (const entity of chosen)
    for (const id of graph.relationsOf(entity)) {
      const relation = graph.get('relation', id)
      if (relation && chosen.has(relation.from) && chosen.has(relation.to)) found.set(id, relation)
    }
  return [...found.values()]
}

function withinReach(graph: Graph, claim: Claim, chosen: ReadonlySet<string>): Claim {
  const { attributedTo } = claim
  if (attributedTo === undefined || chosen.has(attributedTo)) return claim
  const voice = graph.get('entity', attributedTo)
  return voice ? { ...claim, attributedTo: voice.name } : claim
}

function some<T>(ids: Iterable<string>, find: (id: string) => T | undefined): readonly T[] {
  return [...ids].flatMap((id) => find(id) ?? [])
}
