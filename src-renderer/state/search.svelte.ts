import { makeSearch, type Search } from '@core/queries/search'
import type { OpenDocument } from './document.svelte'

/** Search over the open graph's names: made when first asked for, kept up to date with every change. */
export class NameSearch {
  #search: Search | undefined
  readonly #document: OpenDocument

  constructor(document: OpenDocument) {
    this.#document = document
    document.onChange((change) => this.#search?.update(change, document.graph))
  }

  get index(): Search {
    this.#search ??= makeSearch(this.#document.graph)
    return this.#search
  }

  /** Forgets the index, because another graph is open now. */
  reset() {
    this.#search = undefined
  }
}
