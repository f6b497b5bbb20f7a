import type { Graph } from '../graph/graph'
import { entityName } from '../queries/relation-labels'
import { quote } from '../text/quote'
import { entitiesNamed, type FindNames, typeAndName } from './known-names'
import type { Part } from './parts'

/** An end of a relation: an entity that is there, by id, or a new one. `type` is the id of its type. */
export type End =
  | { readonly id: string; readonly type: string }
  | { readonly id?: undefined; readonly name: string; readonly type: string }

/** Why a name means nothing for certain; see LineProblem. */
export interface Wrong {
  readonly wrong: string
  readonly hasChoice?: boolean
}

/** What a name at an end means, or what is wrong with it; undefined while it is looked up. `+Type Name` means what is there by that name and type, else a new one. */
export function readEnd(graph: Graph, find: FindNames, part: Part): End | Wrong | undefined {
  const { type, name } = part.isNew ? typeAndName(graph, part.text) : { name: part.text }
  if (part.isNew && !type) return { wrong: `After + stands what it is, then its name: ${example(graph)}` }
  if (name === '') return { wrong: type ? `After “+${type.label}” stands the name.` : 'A name is missing here.' }
  const ids = entitiesNamed(graph, find, name)
  if (!ids) return undefined
  if (type) {
    const same = ids.find((id) => graph.get('entity', id)?.type === type.id)
    return same === undefined ? { name, type: type.id } : { id: same, type: type.id }
  }
  const [id, second] = ids
  if (second !== undefined) return { wrong: severalCalled(graph, name, ids), hasChoice: true }
  const entity = graph.get('entity', id ?? '')
  if (entity) return { id: entity.id, type: entity.type }
  return {
    wrong: `Nothing is called ${quote(name)}. To make it new, write what it is: ${example(graph)}`,
    hasChoice: true
  }
}

/** Namesakes, by what tells them apart. */
export function severalCalled(graph: Graph, text: string, ids: readonly string[]): string {
  const told = ids.slice(0, 3).map((id) => entityName(graph, id))
  const more = ids.length > 3 ? ' …' : ''
  return `${ids.length} are called ${quote(text)}: ${told.join(', ')}${more}.`
}

const example = (graph: Graph) => {
  const [type] = graph.all('entityType').values()
  return type ? `+${type.label} Name.` : 'the first type is made with “Add an entity”.'
}
