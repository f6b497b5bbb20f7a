import { type Refusal, refuse } from '../change/refusal'
import type { Graph } from '../graph/graph'
import { byId } from '../records/ids'
import type { Claim, Kind, RelationType } from '../records/records'
import { quote } from '../text/quote'

const EVIDENCE = ['entity', 'relation', 'claim', 'source'] as const

/** Entities, relations, claims and sources share their ids, because claims may be about two of these kinds. */
export function idTaken(graph: Graph, id: string, field = 'id'): Refusal | undefined {
  return kindWithId(graph, id) && refuse(`The id ${quote(id)} belongs to something else here.`, field)
}

/** Which of these four kinds of thing has an id. */
export const kindWithId = (graph: Graph, id: string): (typeof EVIDENCE)[number] | undefined =>
  EVIDENCE.find((kind) => graph.get(kind, id))

const WORDS: Readonly<Partial<Record<Kind, string>>> = {
  entityType: 'type',
  relationType: 'relation type',
  notSame: 'pair'
}

/** Refuses what refers to something that is not in the graph. */
export const missing = (kind: Kind, id: string, field = 'id'): Refusal =>
  refuse(`There is no ${WORDS[kind] ?? kind} ${quote(id)} here; it may have been removed.`, field)

/** The claims about a relation or an entity, by id. */
export function claimsAbout(graph: Graph, id: string): readonly Claim[] {
  const claims: Claim[] = []
  for (const at of graph.claimsAbout(id)) {
    const claim = graph.get('claim', at)
    if (claim) claims.push(claim)
  }
  return claims.sort(byId)
}

/** Why a relation type does not join two types of entity, and which do; undefined if it does. A symmetric one joins them either way round. */
export function joinProblem(graph: Graph, relationType: string, from: string, to: string): string | undefined {
  const type = graph.get('relationType', relationType)
  if (!type || joins(type, from, to)) return undefined
  const label = (id: string) => graph.get('entityType', id)?.label ?? id
  const ends = (ids: readonly string[] | undefined) => (ids ? listed(ids.map(label)) : 'anything')
  const fitting = typesJoining(graph, from, to).map(({ label }) => `“${label}”`)
  const instead = fitting.length > 0 ? ` These do: ${fitting.slice(0, 4).join(', ')}.` : ''
  const does = `“${type.label}” joins ${ends(type.from)} to ${ends(type.to)}`
  return `${does}, not ${label(from)} to ${label(to)}.${instead}`
}

/** The relation types that join two types of entity, by id. */
const typesJoining = (graph: Graph, from: string, to: string): readonly RelationType[] =>
  [...graph.all('relationType').values()].filter((type) => joins(type, from, to)).sort(byId)

function joins(type: RelationType, from: string, to: string): boolean {
  const fits = (a: string, b: string) => (type.from?.includes(a) ?? true) && (type.to?.includes(b) ?? true)
  return fits(from, to) || (type.symmetric === true && fits(to, from))
}

const listed = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : (words[0] ?? 'nothing')
