import type { Change } from '@core/change/change'
import type { Refusal } from '@core/change/refusal'
import { addEntityType, newTypeId, sameWord } from '@core/commands/vocabulary'
import type { Graph } from '@core/graph/graph'
import type { App } from '../state/app.svelte'
import { entityTypes } from './types'

/** What an entity is: a type that the graph knows, or a new one of the word that was typed. */
export class EntityTypeChoice {
  id = $state('')
  text = $state('')
  readonly #app: App

  readonly isNew: boolean = $derived.by(() => this.id === '' && this.text.trim() !== '')
  readonly isEmpty: boolean = $derived.by(() => this.id === '' && this.text.trim() === '')

  constructor(app: App, id = '') {
    this.#app = app
    this.use(id)
  }

  use(id: string) {
    this.id = id
    this.text = this.#app.doc.graph.get('entityType', id)?.label ?? id
  }

  /** What was typed counts as picked where it is the word of a type. */
  typed() {
    this.id = entityTypes(this.#app.doc.graph).find(({ label }) => sameWord(label, this.text))?.id ?? ''
  }

  /** The id that the entity's type has, or will have. */
  get typeId(): string {
    return this.isNew ? newTypeId(this.#app.doc.graph, 'entityType', this.text) : this.id
  }

  /** The id of the type in a graph in which the steps have been done. */
  idIn(graph: Graph): string {
    return this.isNew ? (entityTypes(graph).find(({ label }) => sameWord(label, this.text))?.id ?? '') : this.id
  }

  /** What has to be done before an entity can have that type. */
  get steps(): readonly ((graph: Graph) => Change | Refusal)[] {
    const { isNew, text } = this
    // Where both ends of a relation are of the same new type, the second one finds it there.
    return isNew ? [(graph) => added(graph, text)] : []
  }

  get snapshot() {
    return [this.id, this.text]
  }
}

function added(graph: Graph, label: string): Change | Refusal {
  const isThere = entityTypes(graph).some((type) => sameWord(type.label, label))
  return isThere ? { label: '', edits: [] } : addEntityType(graph, { id: newTypeId(graph, 'entityType', label), label })
}
