import type { Graph } from '../graph/graph'
import { nameKey } from '../graph/name-key'
import type { Entity } from '../records/records'
import { otherEnd } from '../records/relation-ends'

/** What tells entities of one name apart, worked out for all of them at once, and once for each state of a graph. */
const known = new WeakMap<Graph, Map<string, ReadonlyMap<string, string>>>()

/** Above this many of one name only type, summary and number are looked at; and before that this many relations of each. */
const MOST_WITH_TIES = 40
const MOST_TIES = 24

/** The shortest that tells an entity from all others of its name: its type, how its summary begins, a tie, or a number; undefined where nothing else is called so. */
export function distinction(graph: Graph, entity: Entity): string | undefined {
  const ids = graph.namedAlike(entity.name)
  if (ids.length < 2) return undefined
  const groups = known.get(graph) ?? new Map<string, ReadonlyMap<string, string>>()
  known.set(graph, groups)
  const key = nameKey(entity.name)
  const group = groups.get(key) ?? toldApart(graph, ids)
  groups.set(key, group)
  return group.get(entity.id)
}

/** What may tell an entity from others, one kind after another, each from the shortest on. */
type Ways = (graph: Graph, entity: Entity, namesakes: ReadonlySet<string>) => readonly string[]

function toldApart(graph: Graph, ids: readonly string[]): ReadonlyMap<string, string> {
  const namesakes = new Set(ids)
  const all = [...ids].sort().flatMap((id) => graph.get('entity', id) ?? [])
  const found = new Map<string, string>()
  const kinds: readonly Ways[] = all.length > MOST_WITH_TIES ? [types, beginnings] : [types, beginnings, ties]
  for (const ways of kinds) {
    const said = all.map((entity) => [entity, ways(graph, entity, namesakes)] as const)
    const users = new Map<string, number>()
    for (const [, texts] of said)
      for (const key of new Set(texts.map(nameKey))) users.set(key, (users.get(key) ?? 0) + 1)
    for (const [{ id }, texts] of said) {
      const own = found.has(id) ? undefined : texts.find((text) => users.get(nameKey(text)) === 1)
      if (own !== undefined) found.set(id, own)
    }
  }
  for (const [at, { id }] of all.entries()) if (!found.has(id)) found.set(id, String(at + 1))
  return found
}

const types: Ways = (graph, { type }) => [graph.get('entityType', type)?.label ?? type]

/** Words of a summary that are tried, from few to many, and letters at most: some scripts do not part words. */
const WORDS = [4, 7, 12]
const LETTERS = 60

/** What may not stand at the end of a clause that was cut. */
const SMALL = /(?:\s(?:\p{Ll}{1,3}|from|with|since|until))+$/u

/** How a summary begins: up to its first stop, in a few words, without a small word at the end. */
const beginnings: Ways = (_graph, { summary = '' }) => {
  const [clause = ''] = summary.trim().split(/[.,;:()\n]|\s[–—-]\s/, 1)
  const whole = [clause, summary.trim()].map((text) => text.trim().split(/\s+/))
  return whole
    .flatMap((words) => WORDS.map((count) => words.slice(0, count)))
    .map((words) => words.join(' ').replace(SMALL, ''))
    .map((text) => ([...text].length > LETTERS ? `${[...text].slice(0, LETTERS).join('')}…` : text))
    .filter((text) => text !== '')
}

/** What it has to do with others that are not called the same: “pays Southgate Bank”. */
const ties: Ways = (graph, { id }, namesakes) =>
  graph
    .relationsOf(id)
    .toSorted()
    .slice(0, MOST_TIES)
    .flatMap((tie) => {
      const relation = graph.get('relation', tie)
      if (!relation) return []
      const other = otherEnd(relation, id)
      const name = graph.get('entity', other)?.name
      const type = graph.get('relationType', relation.type)
      const word = relation.from === id ? type?.label : type?.inverse
      return name === undefined || namesakes.has(other) ? [] : [`${word ?? relation.type} ${name}`]
    })
    .sort()
