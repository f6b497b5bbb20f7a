import { belongsTo, MOST_RELATIONS } from '../evidence/parties'
import { speakersCalled } from '../evidence/voices'
import { Graph } from '../graph/graph'
import { basisChain, basisOf } from '../records/basis'
import type { AnyRecord, View } from '../records/records'
import { shownEntities } from '../view/shown'

/** How many records come at a time. */
const BATCH_SIZE = 200

/**
 * Every record that a figure of a view is made from, a few at a time, in an order in which a graph of them says the same of
 * each relation: entities, the relations between them, their claims, the sources of those with what they rest on, and the types.
 */
export function* figureRecords(graph: Graph, view: View): Generator<readonly AnyRecord[]> {
  let few: AnyRecord[] = []
  for (const record of each(graph, view)) {
    few.push(record)
    if (few.length < BATCH_SIZE) continue
    yield few
    few = []
  }
  yield few
}

/**
 * The graph of these records alone: so the same stands in a figure wherever it is drawn, and namesakes are told apart among
 * what the figure shows.
 */
export const figureGraph = (graph: Graph, view: View): Graph => {
  const neo4j = graph.extra.get('neo4j')
  const extra = new Map(neo4j === undefined ? [] : [['neo4j', neo4j]])
  return Graph.of(graph.title, [...figureRecords(graph, view)].flat(), extra)
}

function* each(graph: Graph, view: View): Generator<AnyRecord> {
  const entities = shownEntities(graph, view)
  const ids = new Set(entities.map(({ id }) => id))
  const types = new Set<string>()
  for (const entity of entities) {
    yield entity
    const type = graph.get('entityType', entity.type)
    if (type && !types.has(type.id)) yield type
    types.add(entity.type)
  }
  const relationTypes = new Set<string>()
  const sources = new Set<string>()
  const voices = new Set<string>()
  for (const entity of ids)
    for (const id of graph.relationsOf(entity)) {
      const relation = graph.get('relation', id)
      // Each comes at the end that it begins at.
      if (!relation || relation.from !== entity || !ids.has(relation.to)) continue
      yield relation
      const type = graph.get('relationType', relation.type)
      if (type && !relationTypes.has(type.id)) yield type
      relationTypes.add(relation.type)
      for (const about of graph.claimsAbout(id)) {
        const claim = graph.get('claim', about)
        if (!claim) continue
        yield claim
        if (claim.attributedTo !== undefined) voices.add(claim.attributedTo)
        yield* chain(graph, [claim.source, ...basisOf(claim)], sources)
      }
    }
  yield* speakers(graph, voices, ids, relationTypes)
}

/** Who speaks without being shown, with what they belong to: by that a voice is a party. */
function* speakers(
  graph: Graph,
  voices: ReadonlySet<string>,
  shown: ReadonlySet<string>,
  types: Set<string>
): Generator<AnyRecord> {
  const all = new Set<string>()
  for (const voice of voices) {
    // All who bear a name: it is as ambiguous in the figure as in the graph.
    for (const bearer of speakersCalled(graph, voice)) for (const id of belongsTo(graph, bearer).keys()) all.add(id)
  }
  for (const id of all) {
    const entity = graph.get('entity', id)
    if (entity && !shown.has(id)) yield entity
    for (const at of graph.relationsOf(id).slice(0, MOST_RELATIONS)) {
      const relation = graph.get('relation', at)
      const type = graph.get('relationType', relation?.type ?? '')
      if (!relation || !type?.membership || relation.from !== id || !all.has(relation.to)) continue
      if (shown.has(id) && shown.has(relation.to)) continue
      if (!types.has(type.id)) yield type
      types.add(type.id)
      yield relation
      for (const about of graph.claimsAbout(at))
        yield* [graph.get('claim', about)].filter((claim) => claim !== undefined)
    }
  }
}

/** A source with all that it rests on, as far as it has not come yet. */
function* chain(graph: Graph, start: readonly string[], seen: Set<string>): Generator<AnyRecord> {
  for (const id of basisChain(start, (id) => (seen.has(id) ? undefined : graph.get('source', id)))) {
    const source = seen.has(id) ? undefined : graph.get('source', id)
    seen.add(id)
    if (source) yield source
  }
}
