import type { Change } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Graph } from '../graph/graph'
import { relationsAt } from '../queries/neighbours'
import { type Alias, type AnyRecord, type Claim, type Entity, notSameId, type PropertyValue } from '../records/records'
import { added, changeOf, counted, named, removed } from './change-of'
import { patched, recordFrom } from './fields'
import { claimsAbout, idTaken, joinProblem, missing } from './rules'

/** What an entity is made from: any of its fields by name; blank texts and blank aliases are left out. */
export interface EntityFields {
  readonly type: string
  readonly name: string
  readonly aliases?: readonly Alias[]
  readonly properties?: Readonly<Record<string, PropertyValue>>
  readonly [field: string]: unknown
}

/** Adds an entity: “Add Russia”. */
export function addEntity(graph: Graph, args: EntityFields & { readonly id: string }): Change | Refusal {
  const entity = recordFrom('entity', { ...args, aliases: tidyAliases(args.aliases ?? [], args.name) })
  if (isRefusal(entity)) return entity
  const problem = idTaken(graph, entity.id) ?? unknownType(graph, entity.type)
  return problem ?? changeOf(`Add ${named(entity.name)}`, added(entity))
}

/** Changes some fields of an entity; those that are undefined or blank go. */
export function editEntity(graph: Graph, args: Partial<EntityFields> & { readonly id: string }): Change | Refusal {
  const before = graph.get('entity', args.id)
  if (!before) return missing('entity', args.id)
  const aliases = args.aliases && { aliases: tidyAliases(args.aliases, args.name ?? before.name) }
  const after = patched('entity', before, { ...args, ...aliases })
  if (isRefusal(after)) return after
  return unknownType(graph, after.type) ?? changeOf(`Edit ${named(before.name)}`, [{ before, after }])
}

/** Adds another name of an entity. */
export function addAlias(graph: Graph, args: { readonly entity: string; readonly alias: Alias }): Change | Refusal {
  const before = graph.get('entity', args.entity)
  if (!before) return missing('entity', args.entity, 'entity')
  const after = patched('entity', before, { aliases: [...before.aliases, args.alias] })
  if (isRefusal(after)) return refuse(after.refused, 'alias')
  const text = after.aliases.at(-1)?.text ?? ''
  if (before.name === text || before.aliases.some((alias) => alias.text === text))
    return refuse(`${named(before.name)} already has the name ${named(text)}.`, 'alias')
  return changeOf(`Add the name ${named(text)} to ${named(before.name)}`, [{ before, after }])
}

/** Removes an entity with its relations, all claims about it and them, and its entries among the names to keep apart. */
export function removeEntity(graph: Graph, args: { readonly id: string }): Change | Refusal {
  const entity = graph.get('entity', args.id)
  if (!entity) return missing('entity', args.id)
  const relations = relationsAt(graph, entity.id)
  const claims = [entity, ...relations].flatMap(({ id }) => claimsAbout(graph, id))
  const pairs = graph.pairsOf(entity.id).flatMap((id) => graph.get('notSame', id) ?? [])
  const gone: AnyRecord[] = [...pairs, ...claims, ...relations, entity]
  const company =
    relations.length === 0
      ? ''
      : ` and its ${relations.length === 1 ? 'relation' : counted(relations.length, 'relation')}`
  return changeOf(`Remove ${named(entity.name)}${company}`, [
    ...renamedAttributions(graph, entity, new Set(claims)),
    ...removed(gone)
  ])
}

/** Remembers that two entities with similar names are two different things. */
export function keepApart(graph: Graph, a: string, b: string): Change | Refusal {
  const [first, second] = [graph.get('entity', a), graph.get('entity', b)]
  if (!first) return missing('entity', a, 'a')
  if (!second) return missing('entity', b, 'b')
  if (a === b) return refuse(`${named(first.name)} cannot be kept apart from itself.`, 'b')
  const id = notSameId(a, b)
  const before = graph.get('notSame', id)
  const after = { kind: 'notSame' as const, id, pair: (a < b ? [a, b] : [b, a]) as [string, string] }
  return changeOf(`Keep ${named(first.name)} and ${named(second.name)} apart`, before ? [] : added(after))
}

/** A row that was left blank is no alias; one that says what another row or the name says adds nothing. */
function tidyAliases(aliases: readonly Alias[], name: string): readonly Alias[] {
  const known = new Set([name.trim().normalize('NFC')])
  return aliases.filter(({ text }) => {
    const tidied = text.trim().normalize('NFC')
    const isNew = tidied !== '' && !known.has(tidied)
    known.add(tidied)
    return isNew
  })
}

const unknownType = (graph: Graph, type: string): Refusal | undefined =>
  graph.get('entityType', type) ? undefined : refuse('Choose what it is: this type is not known here.', 'type')

/** Why a relation of an entity would not fit if it were of another type, as a sentence; undefined where all do. It is a warning, no refusal. */
export function unfitTie(graph: Graph, entity: Entity, type: string): string | undefined {
  if (entity.type === type) return undefined
  const typeOf = (id: string) => (id === entity.id ? type : (graph.get('entity', id)?.type ?? ''))
  for (const relation of relationsAt(graph, entity.id)) {
    const problem = joinProblem(graph, relation.type, typeOf(relation.from), typeOf(relation.to))
    if (problem) return problem
  }
  return undefined
}

/** Claims attributed to an entity that goes keep its name as text, so that who said it is not lost. */
const renamedAttributions = (graph: Graph, entity: Entity, gone: ReadonlySet<Claim>) =>
  graph
    .claimsAttributedTo(entity.id)
    .flatMap((id) => graph.get('claim', id) ?? [])
    .filter((claim) => !gone.has(claim))
    .map((before) => ({ before, after: { ...before, attributedTo: entity.name } }))
