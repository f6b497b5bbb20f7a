import { type Change, mergeAll } from '../change/change'
import { type Refusal, refuse } from '../change/refusal'
import type { Edit, Graph } from '../graph/graph'
import { type TypeKind, typesAbove } from '../queries/type-properties'
import type { PropertyDefinition } from '../records/property-definitions'
import type { EntityType, RelationType } from '../records/records'
import { added, changeOf, named } from './change-of'
import { type Retyped, retyped } from './retyped'
import { missing } from './rules'
import { sameWord } from './vocabulary'

/** A change of the vocabulary with what it does to the data, in numbers. */
export interface TypePlan extends Retyped {
  readonly change: Change
}

/** What merging a type into another of its kind does: everything of the one that goes is of the other then. */
export function planMergeTypes(
  graph: Graph,
  args: { readonly kind: TypeKind; readonly from: string; readonly to: string }
): TypePlan | Refusal {
  const { kind } = args
  const [from, to] = [graph.get(kind, args.from), graph.get(kind, args.to)]
  if (!from) return missing(kind, args.from, 'from')
  if (!to) return missing(kind, args.to, 'to')
  if (from.id === to.id) return refuse(`“${named(to.label)}” cannot be merged with itself.`, 'to')
  const { edits, ...counts } = retyped(graph, kind, from.id, to.id)
  const label = `Merge the type “${named(from.label)}” into “${named(to.label)}”`
  const change = changeOf(label, withTypes(edits, [{ before: from }, ...childEdits(graph, from, to), merged(from, to)]))
  return { ...counts, change }
}

/** What removing a type does: everything of it gets the type `to`, or where there is none “Other”, which is made if need be. No data go. */
export function planRemoveType(
  graph: Graph,
  args: { readonly kind: TypeKind; readonly id: string; readonly to?: string }
): TypePlan | Refusal {
  const { kind, id } = args
  const type = graph.get(kind, id)
  if (!type) return missing(kind, id)
  const isUsed = kind === 'entityType' ? graph.entitiesOfType.has(id) : hasRelations(graph, id)
  const label = `Remove the type “${named(type.label)}”`
  if (args.to !== undefined && !graph.get(kind, args.to)) return missing(kind, args.to, 'to')
  if (args.to === id) return refuse('Choose another type for what has this one.', 'to')
  const other = args.to === undefined && isUsed ? otherType(graph, kind, id) : undefined
  if (other && other.id === id)
    return refuse(`What has no other type is “${named(type.label)}”. Choose which type it gets instead.`, 'to')
  const isNew = other && !graph.get(kind, other.id)
  const make: Change = { label, edits: isNew ? added(other) : [] }
  const now = isNew ? graph.with(make.edits) : graph
  const to = args.to ?? other?.id
  const { edits, ...counts } = retyped(now, kind, id, to)
  const rest = changeOf(label, withTypes(edits, [{ before: type }, ...childEdits(graph, type, undefined)]))
  return { ...counts, change: mergeAll(label, [make, rest]) }
}

function hasRelations(graph: Graph, type: string): boolean {
  for (const relation of graph.all('relation').values()) if (relation.type === type) return true
  return false
}

/** The type of what has none: the one of that word, or a new one. */
function otherType(graph: Graph, kind: TypeKind, besides: string): EntityType | RelationType {
  for (const type of graph.all(kind).values()) if (sameWord(type.label, OTHER)) return type
  const taken = (id: string) => id === besides || graph.get(kind, id) !== undefined
  let id = OTHER.toLowerCase()
  for (let number = 2; taken(id); number++) id = `${OTHER.toLowerCase()}-${number}`
  return kind === 'entityType'
    ? { kind, id, label: OTHER, symbol: 'other' }
    : { kind, id, label: OTHER.toLowerCase(), inverse: OTHER.toLowerCase() }
}

const OTHER = 'Other'

/** What was one of the type that goes is one of the other, or of what that one was one of; never of itself. */
function childEdits(
  graph: Graph,
  from: EntityType | RelationType,
  to: EntityType | RelationType | undefined
): readonly Edit[] {
  if (from.kind !== 'entityType') return []
  const line = new Set(to ? [to.id, ...typesAbove(graph, to.id)] : [])
  return [...graph.all('entityType').values()].flatMap((before) => {
    if (before.parent !== from.id) return []
    const { parent: _gone, ...rest } = before
    const parent = to && !line.has(before.id) ? to.id : from.parent
    return [{ before, after: { ...rest, ...(parent !== undefined && { parent }) } }]
  })
}

/** The type that stays, with what the other one has beside it. Settings of a database stay with their own label. */
function merged(from: EntityType | RelationType, to: EntityType | RelationType): Edit {
  const properties = mergedDefinitions(to.properties ?? [], from.properties ?? [])
  const more = properties.length > 0 ? { properties } : {}
  if (from.kind === 'relationType' && to.kind === 'relationType') {
    const [begins, ends] = [union(to.from, from.from), union(to.to, from.to)]
    const { from: _from, to: _to, ...rest } = to
    return { before: to, after: { ...rest, ...(begins && { from: begins }), ...(ends && { to: ends }), ...more } }
  }
  return { before: to, after: { ...to, ...more } }
}

/** Both lists of ends; anything where one of them admits anything. */
const union = (a: readonly string[] | undefined, b: readonly string[] | undefined) =>
  a && b && [...new Set([...a, ...b])]

/** The properties of a type with those of another that it has not; lists of values are joined. */
export function mergedDefinitions(
  mine: readonly PropertyDefinition[],
  others: readonly PropertyDefinition[]
): PropertyDefinition[] {
  const found = new Map(mine.map((each) => [each.name, each]))
  for (const other of others) {
    const own = found.get(other.name)
    if (!own) found.set(other.name, other)
    else if (own.kind === 'choice' && other.kind === 'choice')
      found.set(own.name, {
        ...own,
        choices: [...new Set([...(own.choices ?? []), ...(other.choices ?? [])])].slice(0, MOST_CHOICES)
      })
  }
  // Ours first: what is beyond what a type may have stays a property of its things.
  return [...found.values()].slice(0, MOST_PROPERTIES)
}

const MOST_PROPERTIES = 200
const MOST_CHOICES = 500

/** Edits of types over those that the data bring: each type is touched once. */
function withTypes(edits: readonly Edit[], types: readonly Edit[]): readonly Edit[] {
  const all = new Map<string, Edit>()
  for (const edit of [...edits, ...types]) {
    const record = edit.after ?? edit.before
    if (!record) continue
    const key = `${record.kind} ${record.id}`
    const earlier = all.get(key)
    // The type that goes is gone, whatever else was to be changed of it.
    if (!earlier || !edit.after) all.set(key, edit)
    else if (earlier.after) all.set(key, { before: earlier.before, after: combined(earlier, edit) } as Edit)
  }
  return [...all.values()]
}

/** What two edits of one record make together: the second one's fields where it changes them. */
function combined(first: Edit, second: Edit): Edit['after'] {
  const was = new Map(Object.entries(second.before ?? {}))
  const is = new Map(Object.entries(second.after ?? {}))
  const fields = new Map(Object.entries(first.after ?? {}))
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    if (was.get(key) === is.get(key)) continue
    if (is.has(key)) fields.set(key, is.get(key))
    else fields.delete(key)
  }
  return Object.fromEntries(fields) as unknown as Edit['after']
}
