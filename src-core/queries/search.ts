import type { Change } from '../change/change'
import type { Graph } from '../graph/graph'
import type { Entity } from '../records/records'
import { NameIndex, type NameKind, type SearchHit } from './name-index'

/** An entity that was found, by which of its names, and how. */
export type Hit = Omit<SearchHit, 'entity'> & { readonly entity: Entity }

/** What users call each kind of name. */
export const NAME_KIND_LABELS: Readonly<Record<NameKind, string>> = {
  name: 'name',
  alias: 'alias',
  acronym: 'acronym',
  former: 'former name',
  'nom-de-guerre': 'nom de guerre',
  transliteration: 'transliteration',
  native: 'native name'
}

/** Finds entities by any of their names in any script. */
export interface Search {
  /** The entities whose names answer the text, best first, each once; at most `most` (20). */
  find(text: string, options?: { readonly most?: number }): readonly Hit[]
  /** Takes in a change; `graph` is the graph after it. */
  update(change: Change, graph: Graph): void
}

/** An index over all names and aliases of a graph. */
export function makeSearch(graph: Graph): Search {
  const index = new NameIndex(graph)
  for (const entity of graph.all('entity').values()) index.add(entity)
  return {
    find(text, options) {
      return index.find(text, options).flatMap(({ entity, ...found }): readonly Hit[] => {
        const whole = graph.get('entity', entity)
        return whole ? [{ entity: whole, ...found }] : []
      })
    },
    update(change, after) {
      graph = after
      for (const { before, after } of change.edits) {
        if (before?.kind === 'entity') index.remove(before.id)
        if (after?.kind === 'entity') index.add(after)
      }
      index.over(graph)
    }
  }
}
