import { same } from '../change/change'
import type { Edit, Graph } from '../graph/graph'
import type { TypeKind } from '../queries/type-properties'
import { asProperty, valuesOf } from '../records/property-values'
import type { OneValue, Relation, View } from '../records/records'

/** What becomes of the records of a type that goes, in numbers. */
export interface Retyped {
  /** How many entities or relations get the other type. */
  readonly moved: number
  /** Relations that say then what another one says: their claims go to that. By id: which into which. */
  readonly joined: ReadonlyMap<string, string>
  /** How many views hide the type that goes and not the other, and so show these from now on. */
  readonly shownIn: number
  /** How many views hide the other type, and so hide these from now on. */
  readonly hiddenIn: number
  /** How many types name it: relation types as an end, entity types as what they are one of. */
  readonly types: number
}

/** The edits that give everything of one type another, or take the mere name of one away where `to` is undefined. */
export interface Retyping extends Retyped {
  readonly edits: readonly Edit[]
}

/** Everything of an entity type becomes one of another, wherever it is named. `to` undefined: there is nothing of it. */
function retypedEntities(graph: Graph, from: string, to: string | undefined): Retyping {
  const edits: Edit[] = []
  if (to !== undefined && graph.entitiesOfType.has(from))
    for (const before of graph.all('entity').values())
      if (before.type === from) edits.push({ before, after: { ...before, type: to } })
  const moved = edits.length
  for (const before of graph.all('relationType').values()) {
    const { from: begins, to: ends, ...rest } = before
    if (!begins?.includes(from) && !ends?.includes(from)) continue
    const [a, b] = [swapped(begins, from, to), swapped(ends, from, to)]
    edits.push({ before, after: { ...rest, ...(a && { from: a }), ...(b && { to: b }) } })
  }
  const types =
    edits.length - moved + [...graph.all('entityType').values()].filter(({ parent }) => parent === from).length
  return { moved, joined: new Map(), types, ...views(graph, 'hiddenTypes', from, to, edits), edits }
}

/** A list of ends with one type for another, each once; one that would be empty joins anything. */
function swapped(ids: readonly string[] | undefined, from: string, to: string | undefined): string[] | undefined {
  const left = ids?.flatMap((id) => (id !== from ? [id] : to === undefined ? [] : [to]))
  return left && left.length > 0 ? [...new Set(left)] : ids?.length === 0 ? [] : undefined
}

/** All relations of one type become those of another; those that say then what another says become one, with the claims of both. */
function retypedRelations(graph: Graph, from: string, to: string | undefined): Retyping {
  const edits: Edit[] = []
  const joined = new Map<string, string>()
  if (to === undefined)
    return { moved: 0, joined, types: 0, ...views(graph, 'hiddenRelationTypes', from, to, edits), edits }
  const isSymmetric = graph.get('relationType', to)?.symmetric === true
  const keyOf = (relation: Relation) =>
    JSON.stringify(isSymmetric ? [relation.from, relation.to].sort() : [relation.from, relation.to])
  const there = new Map<string, { readonly before: Relation; readonly after: Relation }>()
  const moving: Relation[] = []
  for (const relation of graph.all('relation').values()) {
    if (relation.type === from) moving.push(relation)
    else if (relation.type === to && !there.has(keyOf(relation)))
      there.set(keyOf(relation), { before: relation, after: relation })
  }
  for (const before of moving) {
    const after = { ...before, type: to }
    const twin = there.get(keyOf(after))
    there.set(keyOf(after), twin ? { ...twin, after: withBoth(twin.after, after) } : { before, after })
    if (!twin) continue
    joined.set(before.id, twin.before.id)
    edits.push({ before })
  }
  for (const { before, after } of there.values()) if (before !== after) edits.push({ before, after })
  for (const [gone, stays] of joined)
    for (const id of graph.claimsAbout(gone)) {
      const before = graph.get('claim', id)
      if (before) edits.push({ before, after: { ...before, about: stays } })
    }
  return { moved: moving.length, joined, types: 0, ...views(graph, 'hiddenRelationTypes', from, to, edits), edits }
}

/** One relation with what two say: where they differ in a property it has the values of both. */
function withBoth(stays: Relation, goes: Relation): Relation {
  const properties = new Map(Object.entries(goes.properties ?? {}))
  for (const [name, value] of Object.entries(stays.properties ?? {})) {
    const mine = valuesOf(value)
    const more = valuesOf(properties.get(name)).filter((one) => !mine.some((each) => same(each, one)))
    properties.set(name, asProperty([...mine, ...more].slice(0, MOST_VALUES) as OneValue[]) ?? value)
  }
  return { ...goes, ...stays, ...(properties.size > 0 && { properties: Object.fromEntries(properties) }) }
}

const MOST_VALUES = 500

type Hidden = 'hiddenTypes' | 'hiddenRelationTypes'

/** Views that hide the type that goes forget it; the edits are added to those that are there. */
function views(graph: Graph, field: Hidden, from: string, to: string | undefined, edits: Edit[]) {
  let [shownIn, hiddenIn] = [0, 0]
  for (const before of graph.all('view').values()) {
    const hidden = before[field]
    const hidesOther = to !== undefined && hidden?.includes(to) === true
    if (!hidden?.includes(from)) {
      if (hidesOther) hiddenIn++
      continue
    }
    if (!hidesOther) shownIn++
    const after: View = { ...before, [field]: hidden.filter((id) => id !== from) }
    edits.push({ before, after })
  }
  return { shownIn, hiddenIn }
}

/** The edits of a type of that kind that goes, and of everything that is of it. */
export const retyped = (graph: Graph, kind: TypeKind, from: string, to: string | undefined): Retyping =>
  kind === 'entityType' ? retypedEntities(graph, from, to) : retypedRelations(graph, from, to)
