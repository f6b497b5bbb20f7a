import { type Change, same } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Edit, Graph } from '../graph/graph'
import { holdersOf, type TypeKind } from '../queries/type-properties'
import type { PropertyDefinition } from '../records/property-definitions'
import { asProperty, convertedValue, propertyFault, valuesOf } from '../records/property-values'
import type { Entity, EntityType, OneValue, PropertyValue, Relation, RelationType } from '../records/records'
import { changeOf, named } from './change-of'
import { patched } from './fields'
import { missing } from './rules'
import { sameWord } from './vocabulary'

/** A property of a type: which type of which kind, and the property's word. */
export interface PropertyOfType {
  readonly kind: TypeKind
  readonly type: string
  readonly name: string
}

/** What a change of a property does, with the values that there are, in numbers. */
export interface PropertyPlan {
  readonly change: Change
  /** How many entities or relations have a value of it. */
  readonly values: number
  /** How many of these values become another value of the same meaning: “2500” the number 2500. */
  readonly converted: number
  /** How many do not fit then. They stay as they are and are told where they stand. */
  readonly unfitting: number
  /** How many claims about it go by the new word. */
  readonly claims: number
}

/** Gives a type one more property, behind the others. What has a property of that word by chance has a value of it. */
export function addProperty(
  graph: Graph,
  {
    kind,
    type: id,
    definition
  }: { readonly kind: TypeKind; readonly type: string; readonly definition: PropertyDefinition }
): Change | Refusal {
  const type = graph.get(kind, id)
  if (!type) return missing(kind, id, 'type')
  const after = withDefinitions(type, [...(type.properties ?? []), tidy(definition)])
  if (isRefusal(after)) return after
  const refusal = unusable(type, tidy(definition))
  return (
    refusal ??
    changeOf(`Add the property “${named(definition.name)}” to “${named(type.label)}”`, [{ before: type, after }])
  )
}

/** What changing a property does: values move to its new word and become values of its new kind, where they can. Nothing is lost. */
export function planEditProperty(
  graph: Graph,
  args: PropertyOfType & { readonly definition: PropertyDefinition }
): PropertyPlan | Refusal {
  const type = graph.get(args.kind, args.type)
  if (!type) return missing(args.kind, args.type, 'type')
  const was = type.properties?.find(({ name }) => name === args.name)
  if (!was) return noProperty(type, args.name)
  const definition = { ...unknownOf(was), ...tidy(args.definition) }
  const refusal = unusable(type, definition, was)
  if (refusal) return refusal
  const after = withDefinitions(
    type,
    (type.properties ?? []).map((each) => (each === was ? definition : each))
  )
  if (isRefusal(after)) return after
  const edits: Edit[] = [{ before: type, after }]
  let [converted, unfitting, claims] = [0, 0, 0]
  const holders = holdersOf(graph, args.kind, type.id, was.name)
  for (const before of holders) {
    const value = before.properties?.[was.name]
    if (value === undefined) continue
    const now = was.kind === definition.kind ? value : convertedValue(value, definition)
    if (!same(now, value)) converted++
    const properties = renamed(before.properties ?? {}, was.name, definition.name, now)
    const put = Object.entries(properties).find(([name]) => name === definition.name)?.[1] ?? now
    if (propertyFault(put, definition) !== undefined) unfitting++
    edits.push({ before, after: { ...before, properties } as Entity | Relation })
  }
  if (was.name !== definition.name)
    for (const edit of claimEdits(graph, args.kind, type.id, was.name, definition.name)) {
      edits.push(edit)
      claims++
    }
  const label =
    was.name === definition.name
      ? `Edit the property “${named(was.name)}” of “${named(type.label)}”`
      : `Rename the property “${named(was.name)}” to “${named(definition.name)}”`
  return { change: changeOf(label, edits), values: holders.length, converted, unfitting, claims }
}

/** What removing a property does: its values stay where they are, as properties of their own. */
export function planRemoveProperty(graph: Graph, { kind, type: id, name }: PropertyOfType): PropertyPlan | Refusal {
  const type = graph.get(kind, id)
  if (!type) return missing(kind, id, 'type')
  if (!type.properties?.some((each) => each.name === name)) return noProperty(type, name)
  const after = withDefinitions(
    type,
    type.properties.filter((each) => each.name !== name)
  )
  if (isRefusal(after)) return after
  const change = changeOf(`Remove the property “${named(name)}” of “${named(type.label)}”`, [{ before: type, after }])
  return { change, values: holdersOf(graph, kind, id, name).length, converted: 0, unfitting: 0, claims: 0 }
}

/** Puts the properties of a type in an order, by their words; those that are not named follow. */
export function orderProperties(
  graph: Graph,
  { kind, type: id, names }: { readonly kind: TypeKind; readonly type: string; readonly names: readonly string[] }
): Change | Refusal {
  const type = graph.get(kind, id)
  if (!type) return missing(kind, id, 'type')
  const own = type.properties ?? []
  const unknown = names.find((name) => !own.some((each) => each.name === name))
  if (unknown !== undefined) return noProperty(type, unknown)
  const at = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length)
  const after = withDefinitions(
    type,
    own.toSorted((a, b) => at(a.name) - at(b.name))
  )
  return isRefusal(after)
    ? after
    : changeOf(`Order the properties of “${named(type.label)}”`, [{ before: type, after }])
}

/** What the schema does not know of a definition stays with it. */
const unknownOf = ({ name: _n, kind: _k, unit: _u, choices: _c, several: _s, ...rest }: PropertyDefinition): object =>
  rest

/** A definition without what its kind has no use for. */
function tidy({ unit, choices, several, ...rest }: PropertyDefinition): PropertyDefinition {
  const kept = [...new Set((choices ?? []).map((each) => each.normalize('NFC').trim()).filter(Boolean))]
  return {
    ...rest,
    name: rest.name.normalize('NFC').trim(),
    ...(rest.kind === 'number' && unit?.trim() && { unit: unit.trim() }),
    ...(rest.kind === 'choice' && { choices: kept }),
    ...(several && { several })
  }
}

function withDefinitions(type: EntityType | RelationType, definitions: readonly PropertyDefinition[]) {
  const properties = definitions.length > 0 ? [...definitions] : undefined
  const after =
    type.kind === 'entityType'
      ? patched('entityType', type, { properties })
      : patched('relationType', type, { properties })
  return isRefusal(after) ? refuse(after.refused, after.field?.split('.').at(-1) ?? 'name') : after
}

function unusable(
  type: EntityType | RelationType,
  definition: PropertyDefinition,
  was?: PropertyDefinition
): Refusal | undefined {
  const twin = type.properties?.find((each) => each !== was && sameWord(each.name, definition.name))
  if (twin) return refuse(`“${named(type.label)}” already has the property “${named(twin.name)}”.`, 'name')
  if (definition.kind === 'choice' && (definition.choices ?? []).length === 0)
    return refuse('A list needs at least one value.', 'choices')
  return undefined
}

const noProperty = (type: EntityType | RelationType, name: string): Refusal =>
  refuse(`“${named(type.label)}” has no property “${named(name)}”; it may have been removed.`, 'name')

/** Properties with a value under another word, in its place; where the word has a value already, both are there. */
function renamed(properties: Readonly<Record<string, PropertyValue>>, from: string, to: string, value: PropertyValue) {
  const there = from === to ? undefined : Object.entries(properties).find(([name]) => name === to)?.[1]
  const mine = valuesOf(value)
  const both = [...mine, ...valuesOf(there).filter((one) => !mine.some((each) => same(each, one)))]
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, each]) =>
      name === from
        ? [[to, asProperty(both as OneValue[]) ?? value] as const]
        : name === to
          ? []
          : [[name, each] as const]
    )
  )
}

/** Claims about a property of a type's things, which go by another word. */
function* claimEdits(graph: Graph, kind: TypeKind, type: string, from: string, to: string): Generator<Edit> {
  if (kind !== 'entityType') return
  const isIts = new Set<string>()
  for (const { id } of holdersOf(graph, kind, type, from)) isIts.add(id)
  for (const before of graph.all('claim').values()) {
    if (before.property !== from) continue
    const about = graph.get('entity', before.about)
    if (about && (isIts.has(about.id) || about.type === type)) yield { before, after: { ...before, property: to } }
  }
}
