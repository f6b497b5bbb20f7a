import type { Change } from '@core/change/change'
import type { Graph } from '@core/graph/graph'
import { nameKey } from '@core/graph/name-key'
import { distinction } from '@core/queries/namesakes'
import type { AnyRecord, Entity } from '@core/records/records'

/** How many records of a history are looked at for names, how many of a step, and how many that it is about are told. */
const MOST_NAMES = 20_000
const MOST_RECORDS = 20
const MOST_TOLD = 2

/** Tells apart those of one name that a history is about: who has it now, and who had it at any of its steps. */
export class HistoryNamesakes {
  readonly #graph: Graph
  /** By name, the entities that had it at some step, by id, as they were then. */
  readonly #had = new Map<string, Map<string, Entity>>()
  readonly #graphs = new Map<string, Graph>()

  constructor(graph: Graph, steps: Iterable<{ readonly change: Change }>) {
    this.#graph = graph
    let left = MOST_NAMES
    for (const { change } of steps)
      for (const { before, after } of change.edits) {
        if (left-- <= 0) return
        for (const record of [before, after]) if (record?.kind === 'entity') this.#note(record)
      }
  }

  /** What tells those that the edits are about from others of their names; undefined where nothing else is called so. */
  of({ edits }: Pick<Change, 'edits'>): string | undefined {
    const records = edits.slice(0, MOST_RECORDS).flatMap(({ before, after }) => [before ?? [], after ?? []].flat())
    // What else goes or comes with an entity is not what the step is named after.
    const own = records.filter(({ kind }) => kind === 'entity')
    const about = (own.length > 0 ? own : records).flatMap((record) => this.#entitiesOf(record))
    const all = [...new Set(about.flatMap((entity) => this.#distinction(entity) ?? []))]
    if (all.length === 0) return undefined
    return all.length > MOST_TOLD ? `${all.slice(0, MOST_TOLD).join(', ')} …` : all.join(', ')
  }

  #note(entity: Entity) {
    const key = nameKey(entity.name)
    this.#had.set(key, (this.#had.get(key) ?? new Map<string, Entity>()).set(entity.id, entity))
  }

  #distinction(entity: Entity): string | undefined {
    const had = this.#had.get(nameKey(entity.name))
    if (new Set([...this.#graph.namedAlike(entity.name), ...(had?.keys() ?? []), entity.id]).size < 2) return undefined
    return distinction(this.#withAll(entity.name, had), entity)
  }

  /** The graph as if all that ever had a name still had it. */
  #withAll(name: string, had: ReadonlyMap<string, Entity> | undefined): Graph {
    const key = nameKey(name)
    const known = this.#graphs.get(key)
    if (known) return known
    const edits = [...(had?.values() ?? [])].map((after) => {
      const before = this.#graph.get('entity', after.id)
      return { ...(before && { before }), after }
    })
    const graph = this.#graph.with(edits)
    this.#graphs.set(key, graph)
    return graph
  }

  /** The entities that a record is about. */
  #entitiesOf(record: AnyRecord): readonly Entity[] {
    const named = (...ids: readonly string[]) => ids.flatMap((id) => this.#graph.get('entity', id) ?? [])
    switch (record.kind) {
      case 'entity':
        return [record]
      case 'relation':
        return named(record.from, record.to)
      case 'claim': {
        const relation = this.#graph.get('relation', record.about)
        return relation ? named(relation.from, relation.to) : named(record.about)
      }
      case 'notSame':
        return named(...record.pair)
      default:
        return []
    }
  }
}
