import type { Change } from '../change/change'
import { inOneChange } from '../change/in-one-change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Edit, Graph } from '../graph/graph'
import { relationsAt } from '../queries/neighbours'
import type { AnyRecord, Entity, PropertyValue, Reliability } from '../records/records'
import { changeOf, counted, named } from './change-of'
import { patched } from './fields'
import { joinProblem, missing } from './rules'

/** Ids of the records that an edit of many is about; what is not there any more is passed over. */
type Ids = Iterable<string>

/** Gives entities a type. Refused where a relation of one would not join the types then. */
export function setType(graph: Graph, ids: Ids, type: string): Change | Refusal {
  const label = graph.get('entityType', type)?.label
  if (label === undefined) return missing('entityType', type, 'type')
  const entities = entitiesOf(graph, ids)
  const set = new Set(entities.map(({ id }) => id))
  const typeOf = (id: string) => graph.get('entity', id)?.type ?? ''
  const then = (id: string) => (set.has(id) ? type : typeOf(id))
  for (const entity of entities)
    for (const { type: of, from, to } of relationsAt(graph, entity.id)) {
      if (joinProblem(graph, of, typeOf(from), typeOf(to))) continue
      const problem = joinProblem(graph, of, then(from), then(to))
      if (problem) return refuse(`${problem} Change or remove that relation of ${named(entity.name)} first.`, 'type')
    }
  return changeOf(
    `Make ${several(entities)} ${named(label)}`,
    entities.map((before) => ({ before, after: { ...before, type } }))
  )
}

/** Adds tags to entities, or takes them away; of each entity a tag is there once. */
export function setTag(graph: Graph, ids: Ids, tag: string, has: boolean): Change | Refusal {
  const text = tag.trim().normalize('NFC')
  if (text === '') return refuse('Say which tag.', 'tag')
  const entities = entitiesOf(graph, ids)
  const label = has
    ? `Tag ${several(entities)} “${named(text)}”`
    : `Take the tag “${named(text)}” off ${several(entities)}`
  return edited(label, entities, (entity) => {
    const others = (entity.tags ?? []).filter((one) => one !== text)
    if (has && entity.tags?.includes(text)) return {}
    const tags = has ? [...others, text] : others
    return { tags: tags.length > 0 ? tags : undefined }
  })
}

/** Gives entities a property, or takes it away where there is no value. */
export function setProperty(
  graph: Graph,
  ids: Ids,
  property: string,
  value: PropertyValue | undefined
): Change | Refusal {
  const key = property.trim().normalize('NFC')
  if (key === '') return refuse('Say which property.', 'property')
  const entities = entitiesOf(graph, ids)
  return edited(`Set ${named(key)} of ${several(entities)}`, entities, ({ properties }) => ({
    properties: Object.fromEntries([
      ...Object.entries(properties ?? {}).filter(([name]) => name !== key),
      ...(value === undefined || value === '' ? [] : [[key, value] as const])
    ])
  }))
}

/** Gives claims a credibility, 1–6 of the NATO Admiralty code. */
export function setCredibility(graph: Graph, ids: Ids, credibility: number): Change | Refusal {
  const claims = found(graph, 'claim', ids)
  return edited(`Grade ${counted(claims.length, 'claim')} ${credibility}`, claims, () => ({ credibility }))
}

/** Says of claims that they come from another source. A passage belongs to its source, so that it goes. */
export function setSource(graph: Graph, ids: Ids, source: string): Change | Refusal {
  const to = graph.get('source', source)
  if (!to) return missing('source', source, 'source')
  const claims = found(graph, 'claim', ids).filter((claim) => claim.source !== source)
  return edited(`Cite ${named(to.title)} for ${counted(claims.length, 'claim')}`, claims, () => ({
    source,
    locator: undefined
  }))
}

/** Grades a source and all claims that cite it, in one change; either may be left as it is. */
export function regrade(
  graph: Graph,
  source: string,
  { reliability, credibility }: { readonly reliability?: Reliability; readonly credibility?: number }
): Change | Refusal {
  const before = graph.get('source', source)
  if (!before) return missing('source', source, 'source')
  const label = `Grade ${named(before.title)} and its claims`
  return inOneChange(graph, label, [
    () => (reliability === undefined ? changeOf(label, []) : edited(label, [before], () => ({ reliability }))),
    (now) =>
      credibility === undefined ? changeOf(label, []) : setCredibility(now, graph.claimsFrom(source), credibility)
  ])
}

/** The claims about entities and about their relations, by id: what a grade or source of all selected is given to. */
export function claimsOf(graph: Graph, entities: Ids): ReadonlySet<string> {
  const claims = new Set<string>()
  for (const id of entities)
    for (const about of [id, ...graph.relationsOf(id)]) for (const claim of graph.claimsAbout(about)) claims.add(claim)
  return claims
}

const entitiesOf = (graph: Graph, ids: Ids): readonly Entity[] => found(graph, 'entity', ids)

const found = <K extends 'entity' | 'claim'>(graph: Graph, kind: K, ids: Ids) =>
  [...new Set(ids)].flatMap((id) => graph.get(kind, id) ?? [])

const several = (entities: readonly Entity[]): string =>
  entities.length === 1 ? named(entities[0]?.name ?? '') : counted(entities.length, 'entity', 'entities')

function edited<R extends AnyRecord>(
  label: string,
  records: readonly R[],
  patch: (record: R) => object
): Change | Refusal {
  const edits: Edit[] = []
  for (const before of records) {
    const fields = patch(before)
    const after = Object.keys(fields).length === 0 ? before : patched(before.kind, before as never, fields)
    if (isRefusal(after)) return after
    edits.push({ before, after })
  }
  return changeOf(label, edits)
}
