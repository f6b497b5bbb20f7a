import type { Graph } from '../../graph/graph'
import { unmetNeeds } from '../../graph/needs'
import { basisOf } from '../../records/basis'
import type { AnyRecord, Kind } from '../../records/records'

const EVIDENCE: readonly Kind[] = ['source', 'entity', 'relation', 'claim']

/** Looks whether what records of a graph name is there, and whether their own ids are theirs alone: says yes or no, fast; referenceProblems() has the words. Circles of sources are not looked for. */
export class ReferenceCheck {
  readonly #graph: Graph
  /** Types and sources that are there: a file names the same few again and again. */
  readonly #known = { entityType: new Set<string>(), relationType: new Set<string>(), source: new Set<string>() }

  constructor(graph: Graph) {
    this.#graph = graph
  }

  areSound(record: AnyRecord): boolean {
    return !this.#isShared(record) && this.#isMet(record)
  }

  #isMet(record: AnyRecord): boolean {
    switch (record.kind) {
      case 'entity':
        return this.#has('entityType', record.type)
      case 'relation':
        return (
          this.#has('relationType', record.type) &&
          this.#graph.get('entity', record.from) !== undefined &&
          this.#graph.get('entity', record.to) !== undefined
        )
      case 'claim':
        return (
          this.#has('source', record.source) &&
          basisOf(record).every((id) => this.#has('source', id)) &&
          (this.#graph.get('relation', record.about) ?? this.#graph.get('entity', record.about)) !== undefined
        )
      default:
        return unmetNeeds(this.#graph, record).length === 0
    }
  }

  #has(kind: 'entityType' | 'relationType' | 'source', id: string): boolean {
    const known = this.#known[kind]
    if (known.has(id)) return true
    if (!this.#graph.get(kind, id)) return false
    known.add(id)
    return true
  }

  /** Whether evidence of another kind has the same id; of two such records one at least is found. */
  #isShared({ kind, id }: AnyRecord): boolean {
    for (let at = EVIDENCE.indexOf(kind) + 1; at > 0 && at < EVIDENCE.length; at++)
      if (this.#graph.get(EVIDENCE[at] as Kind, id)) return true
    return false
  }
}
