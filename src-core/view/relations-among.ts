import type { Change } from '../change/change'
import type { Graph } from '../graph/graph'
import type { Relation } from '../records/records'

/** The relations between chosen entities of one graph. Follows the graph by `update`, and another choice by what is different. */
export class RelationsAmong {
  #entities: ReadonlySet<string> = new Set()
  readonly #relations = new Set<string>()

  /** Those between these entities; costs what the entities have that were not among the ones asked for before. */
  of(graph: Graph, entities: ReadonlySet<string>): readonly Relation[] {
    if (entities !== this.#entities) this.#choose(graph, entities)
    return [...this.#relations].flatMap((id) => graph.get('relation', id) ?? [])
  }

  /** Takes in a change of the graph. */
  update({ edits }: Change): void {
    for (const { before, after } of edits) {
      if (before?.kind === 'relation') this.#relations.delete(before.id)
      if (after?.kind === 'relation' && this.#entities.has(after.from) && this.#entities.has(after.to))
        this.#relations.add(after.id)
    }
  }

  #choose(graph: Graph, entities: ReadonlySet<string>) {
    const before = this.#entities
    this.#entities = entities
    const isAmong = (id: string) => {
      const relation = graph.get('relation', id)
      return relation !== undefined && entities.has(relation.from) && entities.has(relation.to)
    }
    for (const id of this.#relations) if (!isAmong(id)) this.#relations.delete(id)
    for (const entity of entities) {
      if (before.has(entity)) continue
      for (const id of graph.relationsOf(entity)) if (isAmong(id)) this.#relations.add(id)
    }
  }
}
