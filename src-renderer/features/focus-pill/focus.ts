import type { Graph } from '@core/graph/graph'
import { entityName } from '@core/queries/relation-labels'
import type { Entity, Relation } from '@core/records/records'

/** What the picture is focused on, in numbers of what is shown. */
export interface Focus {
  readonly name: string
  readonly relations: number
  readonly neighbours: number
  /** Whether it is in the picture at all, or filtered out of it. */
  readonly shown: boolean
}

interface Selected {
  readonly entities: ReadonlySet<string>
  readonly relation: string | undefined
}

/** What is in focus: an entity, also the one that a relation was reached from, or several; undefined when nothing is. */
export function focus(
  graph: Graph,
  shown: { readonly entities: readonly Entity[]; readonly relations: readonly { readonly relation: Relation }[] },
  { entities, relation }: Selected
): Focus | undefined {
  const chosen = relation === undefined ? undefined : graph.get('relation', relation)
  const ids = entities.size > 0 ? entities : new Set(chosen ? [chosen.from, chosen.to] : [])
  const names = [...ids].flatMap((id) => (graph.get('entity', id) ? [entityName(graph, id)] : []))
  if (names.length === 0) return undefined
  const touching = shown.relations.filter(({ relation }) => ids.has(relation.from) || ids.has(relation.to))
  const ends = new Set(touching.flatMap(({ relation }) => [relation.from, relation.to]))
  const name = chosen && entities.size === 0 ? names.join(' – ') : names.length === 1 ? names[0] : undefined
  return {
    name: name ?? `${names.length} entities`,
    relations: touching.length,
    neighbours: [...ends].filter((id) => !ids.has(id)).length,
    shown: shown.entities.some(({ id }) => ids.has(id))
  }
}
