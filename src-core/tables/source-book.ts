import { isRefusal } from '../change/refusal'
import { newSource } from '../commands/sources'
import type { Edit, Graph } from '../graph/graph'
import { nameKey } from '../graph/name-key'
import type { Reliability, Source } from '../records/records'
import { MAX_NAME } from '../records/text'

/** The sources of a graph by title and address, and those that a table adds. */
export class SourceBook {
  readonly #graph: Graph
  readonly #newId: (prefix: string) => string
  readonly #byTitle = new Map<string, Source>()
  readonly #byUrl = new Map<string, Source>()
  readonly #added: Source[] = []
  /** How many rows give a source another reliability than it has; its own stands. */
  gradedOtherwise = 0

  constructor(graph: Graph, newId: (prefix: string) => string) {
    this.#graph = graph
    this.#newId = newId
    for (const source of graph.all('source').values()) this.#put(source)
  }

  get edits(): readonly Edit[] {
    return this.#added.map((after) => ({ after }))
  }

  /** The source of that title or web address, new where there is none; or why it cannot be one. */
  find(text: string, reliability: Reliability | undefined): { readonly source: Source } | { readonly problem: string } {
    const isUrl = /^https?:\/\/\S+$/i.test(text)
    const known =
      (isUrl ? this.#byUrl.get(text) : undefined) ?? this.#byTitle.get(nameKey(text)) ?? this.#graph.get('source', text)
    if (known) {
      if (reliability !== undefined && reliability !== known.reliability) this.gradedOtherwise++
      return { source: known }
    }
    const made = newSource(this.#graph, {
      id: this.#newId('s'),
      title: isUrl ? text.slice(0, MAX_NAME) : text,
      reliability: reliability ?? 'F',
      ...(isUrl && { url: text })
    })
    if (isRefusal(made)) return { problem: made.refused }
    this.#added.push(made)
    this.#put(made)
    return { source: made }
  }

  #put(source: Source) {
    const key = nameKey(source.title)
    if (!this.#byTitle.has(key)) this.#byTitle.set(key, source)
    if (source.url !== undefined && !this.#byUrl.has(source.url)) this.#byUrl.set(source.url, source)
  }
}
