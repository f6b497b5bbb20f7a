import type { Graph } from '@core/graph/graph'
import type { View } from '@core/records/records'
import { type Listed, listedFrom } from '@core/view/relations-of'
import type { OpenDocument } from './document.svelte'
import type { ShownView } from './shown-view.svelte'
import { inSlices } from './slices'

/** The relations of an entity in the view, in the order of lists; of very many they are put in order little by little. The last list is kept. */
export class ListedRelations {
  readonly #doc: OpenDocument
  readonly #view: ShownView
  #known: { readonly graph: Graph; readonly view: View; readonly entity: string; readonly list: Listed } | undefined

  constructor(doc: OpenDocument, view: ShownView) {
    this.#doc = doc
    this.#view = view
  }

  /** Calls back with the list, at once where it is short or known. Returns what calls it off. */
  of(entity: string, then: (list: Listed) => void): () => void {
    const { graph } = this.#doc
    const view = this.#view.filtered
    const known = this.#known
    if (known && known.graph === graph && known.view === view && known.entity === entity) {
      then(known.list)
      return () => {}
    }
    return inSlices(listedFrom(graph, view, entity), (list) => {
      this.#known = { graph, view, entity, list }
      then(list)
    })
  }
}
