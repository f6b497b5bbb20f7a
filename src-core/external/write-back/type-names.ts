import type { Graph } from '../../graph/graph'
import { settingsOf } from '../label-settings'

/** The label of nodes that stand for entities of a type: that of the database, else one made of the type's own id. */
export function labelOf(graph: Graph, typeId: string): string {
  const settings = settingsOf(graph.get('entityType', typeId))
  return settings && settings.label !== '' ? settings.label : wordsOf(typeId).map(capital).join('')
}

/** The type of relationships that stand for relations of a type, likewise. */
export function relationshipTypeOf(graph: Graph, typeId: string): string {
  const known = graph.get('relationType', typeId)?.neo4j
  const type = typeof known === 'object' && known !== null && 'type' in known ? known.type : undefined
  return typeof type === 'string' && type !== '' ? type : wordsOf(typeId).join('_').toUpperCase()
}

const wordsOf = (id: string): readonly string[] => id.match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['thing']

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`
