import type { Graph } from '../../graph/graph'
import type { Entity, PropertyValue, Relation } from '../../records/records'
import { plain, quote } from '../../text/quote'
import { captionOf, captionProperties, captionText } from '../caption'
import { type ExternalPart, externalPartOf } from '../external-part'
import { labelSettings } from '../label-settings'
import { shownProperties } from '../shown-properties'
import type { StableKey } from '../stable-key'
import { type ExternalValue, isCut, type Property, sameValue } from '../value'
import { MARK, type Operation, type WriteBackPlan } from './operation'
import { fresh, retype } from './retype'
import { labelOf, relationshipTypeOf } from './type-names'

/**
 * What the analyst has added to an external database and changed in it, as operations on that database: nodes first, then
 * properties, then relationships. What cannot or need not go there is said in `left`. `chosen`: ids of the records to write
 * back; absent: all. Nothing that came from the database is ever removed from it but single properties.
 */
export function planWriteBack(graph: Graph, chosen?: ReadonlySet<string>): WriteBackPlan {
  const planning = new Planning(graph)
  const isChosen = ({ id }: { readonly id: string }) => chosen === undefined || chosen.has(id)
  const entities = [...graph.all('entity').values()].sort(byId)
  for (const entity of entities) if (isChosen(entity) && !externalPartOf(entity)) planning.create(entity)
  for (const entity of entities) {
    const part = externalPartOf(entity)
    if (isChosen(entity) && part) planning.change(entity, part)
  }
  const relations = [...graph.all('relation').values()].sort(byId)
  for (const relation of relations) if (isChosen(relation) && relation.neo4j === undefined) planning.tie(relation)
  return { operations: planning.operations, left: planning.left }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)

class Planning {
  readonly operations: Operation[] = []
  readonly left: string[] = []
  readonly #graph: Graph
  readonly #made = new Map<string, StableKey>()

  constructor(graph: Graph) {
    this.#graph = graph
  }

  /** An entity of our own becomes a node: its name as its label is captioned, its properties, and our mark. */
  create({ id, type, name, properties = {} }: Entity): void {
    const label = labelOf(this.#graph, type)
    const caption = labelSettings(this.#graph).captions.get(label)?.[0] ?? 'name'
    const values = new Map<string, ExternalValue>([[caption, fresh(name)]])
    for (const [property, value] of Object.entries(properties))
      if (!values.has(property)) values.set(property, fresh(value))
    const mark: ExternalValue = { type: 'string', text: id }
    values.set(MARK, mark)
    const key = { label, property: MARK, value: mark }
    this.#made.set(id, key)
    this.operations.push({ do: 'create-node', record: id, name, key, properties: [...values] })
  }

  /** What differs in an entity from the node that it was made of. */
  change(entity: Entity, part: ExternalPart): void {
    const changes = this.#changesOf(entity, part)
    if (changes.length === 0) return
    if (part.gone) {
      this.left.push(`${quote(entity.name)} was changed, but is no longer in the database.`)
      return
    }
    const key = keyOf(part)
    if (!key) {
      this.left.push(
        `${quote(entity.name)} was changed, but has no key by which it could be found again. Choose one for its label.`
      )
      return
    }
    for (const { property, before, after } of changes)
      if (property === key.property)
        this.left.push(`${property} of ${quote(entity.name)} is the key by which it is found, and stays as it is.`)
      else
        this.operations.push({ do: 'set-property', record: entity.id, name: entity.name, key, property, before, after })
  }

  /** A relation of our own becomes a relationship, where both its ends are or will be in the database. */
  tie({ id, type, from, to }: Relation): void {
    const [start, end] = [this.#keyOf(from), this.#keyOf(to)]
    const names = [this.#nameOf(from), this.#nameOf(to)] as const
    if (!start || !end) {
      this.left.push(
        `The relation between ${quote(names[0])} and ${quote(names[1])} stays here: not both of them can be found in the database.`
      )
      return
    }
    const relationship = relationshipTypeOf(this.#graph, type)
    this.operations.push({ do: 'create-relationship', record: id, type: relationship, from: start, to: end, names })
  }

  #changesOf(entity: Entity, part: ExternalPart): readonly Changed[] {
    const known = shownProperties(part.before)
    const now = new Map(Object.entries(entity.properties ?? {}))
    const changes: Changed[] = []
    const change = (property: string, before: ExternalValue, typed: PropertyValue | undefined) => {
      const after = typed === undefined ? NONE : isCut(before) ? undefined : retype(typed, before)
      if (typed === undefined && !isPlain(before))
        this.left.push(`${plain(property)} of ${quote(entity.name)} stays there: a ${before.type} is not removed.`)
      else if (after === undefined)
        this.left.push(
          `${plain(property)} of ${quote(entity.name)} stays as it is: what stands here is no ${kindWords(before)}.`
        )
      else if (!sameValue(before, after)) changes.push({ property, before, after })
    }
    for (const [shown, { name, value, text }] of known) if (now.get(shown) !== text) change(name, value, now.get(shown))
    for (const [name, typed] of now) if (!known.has(name)) change(name, NONE, typed)
    const caption = part.before.find(([name]) => name === part.caption)
    if (caption && entity.name !== captionText(caption[1]) && !changes.some(({ property }) => property === caption[0]))
      change(caption[0], caption[1], entity.name)
    const names = captionProperties(nodeOf(part), labelSettings(this.#graph).captions)
    if (names.length > 1 && entity.name !== captionOf(nodeOf(part), labelSettings(this.#graph).captions))
      this.left.push(
        `The name of ${quote(entity.name)} stays as it is there: it is made of ${names.map((name) => plain(name)).join(' and ')}. Change these instead.`
      )
    return changes.sort((a, b) => (a.property < b.property ? -1 : 1))
  }

  #keyOf(id: string): StableKey | undefined {
    const entity = this.#graph.get('entity', id)
    const part = entity && externalPartOf(entity)
    return this.#made.get(id) ?? (part && keyOf(part))
  }

  #nameOf(id: string): string {
    return this.#graph.get('entity', id)?.name ?? id
  }
}

interface Changed {
  readonly property: string
  readonly before: ExternalValue
  readonly after: ExternalValue
}

/** The node that an entity was made of. */
const nodeOf = ({ labels, before }: ExternalPart) => ({ id: '', labels, properties: before })

const NONE: ExternalValue = { type: 'null' }

const keyOf = ({ label, property, value, gone }: ExternalPart): StableKey | undefined =>
  gone || label === undefined || property === undefined || value === undefined || isCut(value)
    ? undefined
    : { label, property, value }

/** Kinds of value that a statement can put back as they were. */
const isPlain = ({ type }: ExternalValue) => !['bytes', 'list', 'map', 'point', 'other'].includes(type)

const kindWords = (value: ExternalValue) => (isCut(value) ? `whole ${value.type}` : value.type)

/** The properties of a node after an operation; for the record that stands for it. */
export const withProperty = (
  properties: readonly Property[],
  name: string,
  value: ExternalValue
): readonly Property[] => [
  ...properties.filter(([one]) => one !== name),
  ...(value.type === 'null' ? [] : [[name, value] as const])
]
