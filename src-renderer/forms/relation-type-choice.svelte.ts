import type { Change } from '@core/change/change'
import type { Refusal } from '@core/change/refusal'
import { addRelationType } from '@core/commands/vocabulary'
import { widenRelationType } from '@core/commands/widen-relation-type'
import type { Graph } from '@core/graph/graph'
import type { Aspect, RelationType } from '@core/records/records'
import type { App } from '../state/app.svelte'
import { joins } from './types'

/** How two entities are related: a type that the graph knows, or a new one with its word back. */
export class RelationTypeChoice {
  id = $state<string>()
  text = $state('')
  /** The word back of a new type. */
  inverse = $state('')
  /** Whether what a new type names happens once or lasts. */
  aspect = $state<Aspect>('state')
  readonly #app: App

  readonly type: RelationType | undefined = $derived.by(() =>
    this.id === undefined ? undefined : this.#app.doc.graph.get('relationType', this.id)
  )
  readonly isNew = $derived.by(() => this.id === undefined && this.text.trim() !== '')
  /** How it reads from the other end. */
  readonly back = $derived.by(() => (this.type ? this.type.inverse : this.inverse.trim()))

  constructor(app: App, id?: string) {
    this.#app = app
    if (id !== undefined) this.use(id)
  }

  use(id: string) {
    this.id = id
    this.text = this.#app.doc.graph.get('relationType', id)?.label ?? id
  }

  /** Whether the type has never joined these two types of entity so far. */
  widens(from: string | undefined, to: string | undefined): boolean {
    const { type } = this
    return type !== undefined && !joins(type, from, to) && !(type.symmetric && joins(type, to, from))
  }

  /** What has to be done before a relation of this type, whose id will be `id`, can join those types of entity. */
  steps(id: string, from: string, to: string): readonly ((graph: Graph) => Change | Refusal)[] {
    const { text, inverse, aspect } = this
    if (this.isNew)
      return [(graph) => addRelationType(graph, { id, label: text, inverse, aspect, from: [from], to: [to] })]
    return this.widens(from, to) ? [(graph) => widenRelationType(graph, { id, from, to })] : []
  }

  get snapshot() {
    return [this.id, this.text, this.inverse, this.aspect]
  }
}
