import type { Change } from '@core/change/change'
import type { Refusal } from '@core/change/refusal'
import { addAlias, addEntity, keepApart } from '@core/commands/entities'
import type { Graph } from '@core/graph/graph'
import { aliasFrom } from '@core/names/alias-from'
import type { Entity } from '@core/records/records'
import type { App } from '../state/app.svelte'
import { EntityTypeChoice } from './entity-type-choice.svelte'
import { LookalikeAnswers } from './lookalike-answers.svelte'

/** An end of a relation: an entity that is there, or a new one of that name and type, with the user's answers about look-alikes. */
export class EntityChoice {
  id = $state<string>()
  text = $state('')
  /** Type of a new entity. */
  readonly type: EntityTypeChoice
  /** A name of the chosen entity that is still to be kept. */
  alias = $state<string>()
  readonly lookalikes: LookalikeAnswers
  readonly #app: App

  readonly entity: Entity | undefined = $derived.by(() =>
    this.id === undefined ? undefined : this.#app.doc.graph.get('entity', this.id)
  )
  readonly isNew = $derived.by(() => this.id === undefined && this.text.trim() !== '')
  readonly isEmpty = $derived.by(() => this.id === undefined && this.text.trim() === '')
  readonly typeId: string | undefined = $derived.by(
    () => this.entity?.type ?? (this.isNew && !this.type.isEmpty ? this.type.typeId : undefined)
  )
  readonly name = $derived.by(() => this.entity?.name ?? this.text.trim())

  constructor(app: App, id?: string) {
    this.#app = app
    this.type = new EntityTypeChoice(app)
    this.lookalikes = new LookalikeAnswers(app, () => (this.isNew ? this.text : ''))
    if (id !== undefined) this.use(id)
  }

  /** Means an entity that is there; `alias` is what was typed for it and is to become one more of its names. */
  use(id: string, alias?: string) {
    this.id = id
    this.alias = alias
    this.text = this.#app.doc.graph.get('entity', id)?.name ?? id
  }

  typed() {
    this.id = undefined
    this.alias = undefined
  }

  clear() {
    this.typed()
    this.text = ''
  }

  /** What has to be done before a relation can lead to the entity `id`, which is this one's or, if it is new, the one it will have. */
  steps(id: string): readonly ((graph: Graph) => Change | Refusal)[] {
    const { alias, name } = this
    if (!this.isNew)
      return alias === undefined
        ? []
        : [(graph) => addAlias(graph, { entity: id, alias: aliasFrom(alias, graph.get('entity', id)) })]
    return [
      ...this.type.steps,
      (graph) => addEntity(graph, { id, name, type: this.type.idIn(graph) }),
      ...this.lookalikes.apart.map((other) => (graph: Graph) => keepApart(graph, id, other))
    ]
  }

  get snapshot() {
    return [this.id, this.text, this.type.snapshot, this.alias, ...this.lookalikes.snapshot]
  }
}
