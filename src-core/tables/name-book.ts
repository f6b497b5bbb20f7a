import type { Graph } from '../graph/graph'
import { nameKey } from '../graph/name-key'
import { namesOf } from '../queries/lookalikes'
import type { Alias, Entity } from '../records/records'

/** What is to become of a name that looks like one that is there: that one, a new one that is another, or a new one for now. */
type Answer = { readonly use: string } | 'new' | 'later'

/** The answers by the key of the name: see nameKey. */
export type Answers = ReadonlyMap<string, Answer>

/** An entity that the table adds. */
export interface NewEntity {
  readonly id: string
  /** The key of its name. */
  readonly key: string
  readonly name: string
  readonly type: string
  /** Whether a row of the table says its type itself. */
  readonly isTyped: boolean
  /** The row that names it first. */
  readonly line: number
  aliases: readonly Alias[]
  readonly properties: Map<string, string>
  summary: string
  /** How many rows name it. */
  rows: number
}

/** What a name means: an entity that is there or one that is to be made; or why nobody can tell. */
export type Meant =
  | { readonly there: Entity }
  | { readonly made: NewEntity }
  | { readonly unknown: string }
  | { readonly problem: string }

/** Entities looked at between two yields. */
const STRIDE = 500

/** All names of a graph, and those that a table adds. The exact name or alias, in any script, wins. */
export class NameBook {
  readonly #graph: Graph
  readonly #byKey: ReadonlyMap<string, readonly string[]>
  readonly #answers: Answers
  readonly #made = new Map<string, NewEntity>()

  private constructor(graph: Graph, byKey: ReadonlyMap<string, readonly string[]>, answers: Answers) {
    this.#graph = graph
    this.#byKey = byKey
    this.#answers = answers
  }

  /** Which entities of a graph are called what, by nameKey; yields the part that is done. */
  static *keys(graph: Graph): Generator<number, ReadonlyMap<string, readonly string[]>> {
    const byKey = new Map<string, string[]>()
    const all = graph.all('entity')
    let seen = 0
    for (const entity of all.values()) {
      if (++seen % STRIDE === 0) yield seen / all.size
      for (const key of new Set(namesOf(entity).map(nameKey))) {
        const ids = byKey.get(key)
        if (ids) ids.push(entity.id)
        else byKey.set(key, [entity.id])
      }
    }
    return byKey
  }

  static over(graph: Graph, byKey: ReadonlyMap<string, readonly string[]>, answers: Answers): NameBook {
    return new NameBook(graph, byKey, answers)
  }

  get made(): Iterable<NewEntity> {
    return this.#made.values()
  }

  /** What a name means, of that type where the table says one. */
  find(name: string, type?: string): Meant {
    const key = nameKey(name)
    if (key === '') return { problem: 'A name needs something that can be seen.' }
    const answer = this.#answers.get(key)
    if (typeof answer === 'object') {
      const there = this.#graph.get('entity', answer.use)
      if (there) return { there }
    }
    const made = this.#made.get(key)
    if (made) return { made }
    const ids = this.#byKey.get(key) ?? []
    const all = ids.flatMap((id) => this.#graph.get('entity', id) ?? [])
    const ofType = all.filter((entity) => entity.type === type)
    const fitting = ofType.length > 0 ? ofType : all
    // The main name goes before another name of something else.
    const mains = fitting.length > 1 ? fitting.filter((entity) => nameKey(entity.name) === key) : fitting
    const [only, ...more] = mains.length > 0 ? mains : fitting
    if (!only) return { unknown: key }
    if (more.length === 0) return { there: only }
    return {
      problem: `“${name}” is the name of ${more.length + 1} of your entities. Give one of them a name of its own, or a type here.`
    }
  }

  add(entity: NewEntity): void {
    this.#made.set(entity.key, entity)
  }
}
