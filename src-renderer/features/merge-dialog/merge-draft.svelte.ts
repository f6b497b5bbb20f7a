import { apply, type Change } from '@core/change/change'
import { inOneChange } from '@core/change/in-one-change'
import { isRefusal, type Refusal } from '@core/change/refusal'
import { editEntity } from '@core/commands/entities'
import { mergeEntities } from '@core/commands/merge-entities'
import { entityConflicts, type FieldConflict, type Whose } from '@core/commands/merged-entity'
import type { Graph } from '@core/graph/graph'
import type { Entity } from '@core/records/records'
import type { App } from '../../state/app.svelte'
import type { DialogFields } from '../../state/dialogs.svelte'

export type MergeRequest = DialogFields['merge']

const OTHER: Readonly<Record<Whose, Whose>> = { keep: 'drop', drop: 'keep', both: 'both' }

/** Which two become one, which of them stays, and what stands where they conflict. */
export class MergeDraft {
  keepId = $state<string>()
  dropId = $state<string>()
  #choices = $state.raw<ReadonlyMap<string, Whose>>(new Map())
  readonly #request: MergeRequest
  readonly #app: App

  /** The open graph, with what was typed into the form that this came from. */
  readonly graph: Graph = $derived.by(() => {
    const { graph } = this.#app.doc
    const edited = this.#edit(graph)
    const after = isRefusal(edited) ? edited : apply(graph, edited)
    return isRefusal(after) ? graph : after
  })
  readonly keep: Entity | undefined = $derived.by(() => this.#entity(this.keepId))
  readonly drop: Entity | undefined = $derived.by(() => this.#entity(this.dropId))
  readonly conflicts: readonly FieldConflict[] = $derived.by(() =>
    this.keep && this.drop ? entityConflicts(this.keep, this.drop) : []
  )
  /** The merge by itself, on `graph`. */
  readonly merge: Change | Refusal | undefined = $derived.by(() =>
    this.keep && this.drop ? mergeEntities(this.graph, this.#args) : undefined
  )

  constructor(app: App, request: MergeRequest) {
    this.#app = app
    this.#request = request
    const [first, second] = request.ids
    const isSecondBetter = second !== undefined && this.#ties(second) > this.#ties(first)
    this.keepId = isSecondBetter ? second : first
    this.dropId = isSecondBetter ? first : second
  }

  swap() {
    ;[this.keepId, this.dropId] = [this.dropId, this.keepId]
    this.#choices = new Map([...this.#choices].map(([field, whose]) => [field, OTHER[whose]]))
  }

  whose = (field: string): Whose => this.#choices.get(field) ?? 'keep'

  choose(field: string, whose: Whose) {
    this.#choices = new Map(this.#choices).set(field, whose)
  }

  /** All in one step: what was typed before, then the merge. */
  get change(): Change | Refusal | undefined {
    const { merge } = this
    if (!merge || isRefusal(merge)) return merge
    return inOneChange(this.#app.doc.graph, merge.label, [this.#edit, (now) => mergeEntities(now, this.#args)])
  }

  get #args() {
    const conflicting = new Set(this.conflicts.map(({ field }) => field))
    const choices = new Map([...this.#choices].filter(([field]) => conflicting.has(field)))
    return { keep: this.keepId ?? '', drop: this.dropId ?? '', choices }
  }

  #edit = (graph: Graph): Change | Refusal => {
    const { ids, edit } = this.#request
    return edit ? editEntity(graph, { id: ids[0], ...edit }) : { label: '', edits: [] }
  }

  #entity = (id: string | undefined) => (id === undefined ? undefined : this.graph.get('entity', id))

  #ties = (id: string) => this.#app.doc.graph.relationsOf(id).length
}
