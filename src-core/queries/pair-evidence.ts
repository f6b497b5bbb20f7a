import type { Graph } from '../graph/graph'
import { isSameName, type NameForm, nameForm } from '../names/same-name'
import { isDate, spanOf } from '../records/dates'
import { valueText } from '../records/property-values'
import type { Entity } from '../records/records'
import { otherEnd } from '../records/relation-ends'
import { namesOf } from './lookalikes'
import { relationsAt, relationsBetween } from './neighbours'
import { relationWordFrom } from './relation-labels'

/** One thing that speaks for or against two entities being one; `weight` in points of 100, negative against it. */
export interface PairEvidence {
  readonly weight: number
  readonly label: string
  /** Which names, ties or values it rests on. */
  readonly detail: string
}

/** What speaks for and against two entities being one, and the sum of it, 1–99. Points are a rule of thumb, no probability. */
export interface PairJudgement {
  readonly figure: number
  readonly evidence: readonly PairEvidence[]
}

/** How many ties and properties are looked at: those of a hub would take too long, and say little. */
const MOST_TIES = 200

/** The names of an entity taken apart, the main one first. */
export const formsOf = (entity: Entity): readonly NameForm[] => namesOf(entity).map(nameForm)

/** Judges a pair; undefined where no name of the one may be one of the other. `name`: what the names say, if that is known. */
export function judgePair(
  graph: Graph,
  a: Entity,
  b: Entity,
  name: PairEvidence | undefined = nameEvidence(a, b)
): PairJudgement | undefined {
  if (!name) return undefined
  const evidence = [
    name,
    typeEvidence(graph, a, b),
    ...tieEvidence(graph, a, b),
    ...propertyEvidence(a, b),
    ...periodEvidence(a, b)
  ]
  const sum = evidence.reduce((all, { weight }) => all + weight, 0)
  return { figure: Math.min(99, Math.max(1, sum)), evidence }
}

function nameEvidence(a: Entity, b: Entity): PairEvidence | undefined {
  const others = formsOf(b)
  let best: PairEvidence | undefined
  for (const [at, one] of formsOf(a).entries())
    for (const [to, other] of others.entries()) {
      const found = namePairEvidence(one, other, Number(at === 0) + Number(to === 0))
      if (found && (!best || found.weight > best.weight)) best = found
    }
  return best
}

/** What two names say for their entities being one; undefined where they are not the same. `mains`: how many of the two are main names. */
export function namePairEvidence(one: NameForm, other: NameForm, mains: number): PairEvidence | undefined {
  if (!isSameName(one, other)) return undefined
  const isWritten = one.readings[0]?.joined === other.readings[0]?.joined
  return {
    weight: 36 + 6 * mains + (isWritten ? 12 : 0),
    label: `${isWritten ? 'Same name' : 'Name alike in sound or spelling'}${mains === 2 ? '' : ', among the other names'}`,
    detail: one.name === other.name ? one.name : `${one.name} · ${other.name}`
  }
}

function typeEvidence(graph: Graph, a: Entity, b: Entity): PairEvidence {
  const label = (type: string) => graph.get('entityType', type)?.label ?? type
  return a.type === b.type
    ? { weight: 10, label: 'Same type', detail: label(a.type) }
    : { weight: -15, label: 'Another type', detail: `${label(a.type)} · ${label(b.type)}` }
}

function tieEvidence(graph: Graph, a: Entity, b: Entity): readonly PairEvidence[] {
  const between = relationsBetween(graph, a.id, b.id)[0]
  const [mine, others] = [tiesOf(graph, a), tiesOf(graph, b)]
  const shared = [...mine].filter(([id]) => others.has(id))
  const name = (id: string) => graph.get('entity', id)?.name ?? id
  const evidence: PairEvidence[] = []
  if (between)
    evidence.push({ weight: -30, label: 'Related to each other', detail: relationWordFrom(graph, between, a.id) })
  if (shared.length > 0) {
    const [first] = shared.map(([id, words]) => [[...words].find((word) => others.get(id)?.has(word)), id] as const)
    const [word, id = ''] = first ?? []
    const more = shared.length > 1 ? ` and ${shared.length - 1} more` : ''
    const weight = Math.min(24, 7 * shared.length + (word === undefined ? 0 : 5))
    evidence.push({
      weight,
      label: shared.length === 1 ? 'Common neighbour' : `${shared.length} common neighbours`,
      detail: `${word === undefined ? '' : `${word} `}${name(id)}${more}`
    })
  } else if (mine.size > 0 && others.size > 0)
    evidence.push({ weight: -5, label: 'No common neighbour', detail: `${mine.size} · ${others.size}` })
  return evidence
}

/** The other ends of an entity's relations, with the words that lead there. */
function tiesOf(graph: Graph, { id }: Entity): ReadonlyMap<string, ReadonlySet<string>> {
  const ties = new Map<string, Set<string>>()
  if (graph.relationsOf(id).length > MOST_TIES) return ties
  for (const relation of relationsAt(graph, id)) {
    const end = otherEnd(relation, id)
    ties.set(end, (ties.get(end) ?? new Set()).add(relationWordFrom(graph, relation, id)))
  }
  return ties
}

function propertyEvidence(a: Entity, b: Entity): readonly PairEvidence[] {
  const others = new Map(Object.entries(b.properties ?? {}).slice(0, MOST_TIES))
  const both = Object.entries(a.properties ?? {})
    .slice(0, MOST_TIES)
    .flatMap(([key, value]) =>
      others.has(key) ? [[key, valueText(value), valueText(others.get(key) ?? '')] as const] : []
    )
  const evidence: PairEvidence[] = []
  const same = both.filter(([, one, other]) => one === other)
  const apart = both.filter(([, one, other]) => one !== other)
  const [first] = same
  if (first)
    evidence.push({ weight: Math.min(12, 6 * same.length), label: 'Same value', detail: `${first[0]}: ${first[1]}` })
  for (const [key, one, other] of apart.slice(0, 3))
    evidence.push({ weight: -8, label: `Another ${key}`, detail: `${one} · ${other}` })
  return evidence
}

function periodEvidence(a: Entity, b: Entity): readonly PairEvidence[] {
  const [one, other] = [a.period, b.period]
  if (!isDate(one) || !isDate(other)) return []
  const [mine, theirs] = [spanOf(one), spanOf(other)]
  return mine.to < theirs.from || theirs.to < mine.from
    ? [{ weight: -25, label: 'Not at the same time', detail: `${one} · ${other}` }]
    : [{ weight: 4, label: 'At the same time', detail: one === other ? one : `${one} · ${other}` }]
}
