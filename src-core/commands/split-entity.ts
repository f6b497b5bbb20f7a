import type { Change } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Edit, Graph } from '../graph/graph'
import { aliasFrom } from '../names/alias-from'
import { relationsAt } from '../queries/neighbours'
import { type Entity, notSameId, type PropertyValue, type Relation } from '../records/records'
import { changeOf, named } from './change-of'
import { patched, recordFrom } from './fields'
import { idTaken, joinProblem, missing } from './rules'

/** What becomes of a part of an entity that is split: it goes to the new one, or both have it. What is not named stays. */
export type Fate = 'go' | 'both'

/** How an entity is split in two. `name` and `type` are those of the new one, `newId` its id. */
export interface SplitArgs {
  readonly id: string
  readonly newId: string
  readonly name: string
  readonly type?: string
  /** Names by their text; the main one stays in any case. */
  readonly names?: ReadonlyMap<string, Fate>
  /** `summary`, `period`, or `properties.KEY`. */
  readonly fields?: ReadonlyMap<string, Fate>
  /** Relations by id; of one that both have, the new entity gets a copy with the id that `copyId` gives. */
  readonly relations?: ReadonlyMap<string, Fate>
  readonly copyId?: (relation: string) => string
  /** Ids of claims that go: about the entity, or about a relation that both have. */
  readonly claims?: ReadonlySet<string>
  /** Ids of claims that are attributed to the entity, and to the new one from now on. */
  readonly attributions?: ReadonlySet<string>
}

/** The fields beside names and properties that can be handed out. */
export const SPLIT_FIELDS = ['summary', 'period'] as const

const PROPERTY = 'properties.'

/**
 * Makes two entities of one: names, properties, relations and claims go where is said, and the two are kept apart from now on.
 * No claim is lost. Refused where a relation would not join its ends any more.
 */
export function splitEntity(graph: Graph, args: SplitArgs): Change | Refusal {
  const before = graph.get('entity', args.id)
  if (!before) return missing('entity', args.id)
  const made = newEntity(before, args)
  if (isRefusal(made)) return made
  const after = remaining(before, args)
  if (isRefusal(after)) return after
  const problem = idTaken(graph, made.id, 'newId') ?? unfitting(graph, made, args)
  if (problem) return problem
  const copies = copiesOf(graph, made.id, args)
  if (isRefusal(copies)) return copies
  const pair = [before.id, made.id].sort() as [string, string]
  return changeOf(`Split ${named(made.name)} off ${named(before.name)}`, [
    { after: made },
    { before, after },
    ...[...copies.values()].map((after) => ({ after })),
    ...movedRelations(graph, made.id, args),
    ...movedClaims(graph, made.id, args, copies),
    { after: { kind: 'notSame', id: notSameId(...pair), pair } },
    ...views(graph, before.id, made.id)
  ])
}

function newEntity(before: Entity, { newId, name, type, names, fields }: SplitArgs): Entity | Refusal {
  const said = partOf(before, (field) => fields?.has(field) === true)
  const all = [aliasFrom(before.name), ...before.aliases]
  const aliases = all.filter(({ text }) => names?.has(text) && text !== name.trim().normalize('NFC'))
  return recordFrom('entity', { ...said, id: newId, type: type ?? before.type, name, aliases })
}

function remaining(before: Entity, { names, fields }: SplitArgs): Entity | Refusal {
  const { summary, period, properties } = partOf(before, (field) => fields?.get(field) !== 'go')
  const aliases = before.aliases.filter(({ text }) => names?.get(text) !== 'go')
  const after = patched('entity', before, { summary, properties, aliases })
  if (isRefusal(after)) return after
  // A period stands as it was written, readable or not.
  const { period: _period, ...rest } = after
  return { ...rest, ...(period !== undefined && { period }) }
}

/** Those of the fields that can be handed out of which something is so. */
function partOf(entity: Entity, wanted: (field: string) => boolean) {
  const properties: [string, PropertyValue][] = []
  for (const [key, value] of Object.entries(entity.properties ?? {}))
    if (wanted(PROPERTY + key)) properties.push([key, value])
  return {
    ...(wanted('summary') && entity.summary !== undefined && { summary: entity.summary }),
    ...(wanted('period') && entity.period !== undefined && { period: entity.period }),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) })
  }
}

/** A relation that fits now and would not join the type of the new one. */
function unfitting(graph: Graph, made: Entity, { id, relations }: SplitArgs): Refusal | undefined {
  if (!graph.get('entityType', made.type))
    return refuse('Choose what the new one is: this type is not known here.', 'type')
  const typeOf = (end: string) => graph.get('entity', end)?.type ?? ''
  for (const { id: at, type, from, to } of relationsAt(graph, id)) {
    if (!relations?.has(at) || joinProblem(graph, type, typeOf(from), typeOf(to))) continue
    const then = (end: string) => (end === id ? made.type : typeOf(end))
    const problem = joinProblem(graph, type, then(from), then(to))
    if (problem) return refuse(`${problem} Choose another type, or let that relation stay.`, 'type')
  }
  return undefined
}

const at = (relation: Relation, id: string, newId: string): Relation => ({
  ...relation,
  from: relation.from === id ? newId : relation.from,
  to: relation.to === id ? newId : relation.to
})

/** Of each relation that both have, the copy at the new one, by the id of the relation. */
function copiesOf(
  graph: Graph,
  newId: string,
  { id, relations, copyId }: SplitArgs
): ReadonlyMap<string, Relation> | Refusal {
  const copies = new Map<string, Relation>()
  for (const relation of relationsAt(graph, id)) {
    if (relations?.get(relation.id) !== 'both') continue
    const copy = copyId?.(relation.id)
    if (copy === undefined) return refuse('A relation that both have needs an id for the second.', 'relations')
    const problem = idTaken(graph, copy, 'relations')
    if (problem) return problem
    copies.set(relation.id, { ...at(relation, id, newId), id: copy })
  }
  return copies
}

const movedRelations = (graph: Graph, newId: string, { id, relations }: SplitArgs): readonly Edit[] =>
  relationsAt(graph, id)
    .filter((relation) => relations?.get(relation.id) === 'go')
    .map((before) => ({ before, after: at(before, id, newId) }))

function movedClaims(
  graph: Graph,
  newId: string,
  { id, claims, attributions }: SplitArgs,
  copies: ReadonlyMap<string, Relation>
): readonly Edit[] {
  return [...new Set([...(claims ?? []), ...(attributions ?? [])])].flatMap((claim): readonly Edit[] => {
    const before = graph.get('claim', claim)
    if (!before) return []
    const there = before.about === id ? newId : (copies.get(before.about)?.id ?? before.about)
    const about = claims?.has(claim) ? there : before.about
    const isTheirs = before.attributedTo === id && attributions?.has(claim)
    return [{ before, after: { ...before, about, ...(isTheirs && { attributedTo: newId }) } }]
  })
}

/** Where a view names its entities one by one, the new one stands beside the old. */
const views = (graph: Graph, id: string, newId: string): readonly Edit[] =>
  [...graph.all('view').values()].flatMap((before): readonly Edit[] => {
    const { entities, onlyEntities } = before
    const beside = (ids: readonly string[] | undefined) =>
      ids?.includes(id) ? ids.flatMap((each) => (each === id ? [id, newId] : [each])) : undefined
    const [all, only] = [beside(entities), beside(onlyEntities)]
    return all || only
      ? [{ before, after: { ...before, ...(all && { entities: all }), ...(only && { onlyEntities: only }) } }]
      : []
  })
