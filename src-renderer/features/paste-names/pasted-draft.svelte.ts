import { inOneChange } from '@core/change/in-one-change'
import { addEntity } from '@core/commands/entities'
import { type PastedNames, pastedNames } from '@core/commands/pasted-names'
import type { Graph } from '@core/graph/graph'
import { lookalikes } from '@core/queries/lookalikes'
import type { Entity } from '@core/records/records'
import { EntityTypeChoice } from '../../forms/entity-type-choice.svelte'
import { freePlace } from '../../forms/free-place'
import type { App } from '../../state/app.svelte'
import type { Point } from '../../state/shown-view.svelte'
import { inSlices } from '../../state/slices'
import { plural } from '../../ui/count'

/** One of the pasted names, and what in the graph it may mean. */
export class PastedName {
  readonly name: string
  /** Undefined as long as nobody has looked. */
  like = $state.raw<{ readonly entity: Entity; readonly isSame: boolean } | 'nothing'>()
  /** Whether it is to be added; until the user says, it is where nothing is called so. */
  #wanted = $state<boolean>()

  constructor(name: string) {
    this.name = name
  }

  get wanted(): boolean {
    return this.#wanted ?? (this.like === undefined || this.like === 'nothing')
  }

  set wanted(wanted: boolean) {
    this.#wanted = wanted
  }
}

/** Names that were pasted, on their way to becoming entities. */
export class PastedDraft {
  readonly pasted: PastedNames
  readonly rows: readonly PastedName[]
  readonly type: EntityTypeChoice
  readonly #app: App

  readonly wanted: readonly PastedName[] = $derived.by(() => this.rows.filter(({ wanted }) => wanted))
  readonly looked: number = $derived.by(() => this.rows.filter(({ like }) => like !== undefined).length)
  readonly missing: string | undefined = $derived.by(() => {
    if (this.rows.length === 0) return 'There is no name in what was pasted.'
    if (this.wanted.length === 0) return 'None of them is to be added.'
    return this.type.isEmpty ? 'Choose what they are.' : undefined
  })

  constructor(app: App, text: string) {
    this.#app = app
    this.pasted = pastedNames(text)
    this.rows = this.pasted.names.map((name) => new PastedName(name))
    this.type = new EntityTypeChoice(app)
  }

  /** Looks name by name for what the graph may know it as; the returned function ends that. */
  look(): () => void {
    const { doc, search } = this.#app
    const find = (text: string, options?: { readonly most?: number }) => search.find(text, options) ?? []
    const { rows } = this
    function* looking() {
      for (const row of rows) {
        const [same] = doc.graph.namedAlike(row.name).flatMap((id) => doc.graph.get('entity', id) ?? [])
        const [hit] = same ? [] : lookalikes(doc.graph, { find }, row.name)
        row.like = same ? { entity: same, isSame: true } : hit ? { entity: hit.entity, isSame: false } : 'nothing'
        yield
      }
    }
    return inSlices(looking(), () => {})
  }

  /** Adds them as one change; answers why not, in a sentence. */
  add(): string | undefined {
    const { camera, doc, newId, selection, view } = this.#app
    const made = this.wanted.map(({ name }) => ({ id: newId('e'), name }))
    const { type } = this
    const change = inOneChange(doc.graph, `Add ${plural(made.length, 'entity', 'entities')}`, [
      ...type.steps,
      ...made.map(
        ({ id, name }) =>
          (graph: Graph) =>
            addEntity(graph, { id, name, type: type.idIn(graph) })
      )
    ])
    const refusal = doc.run(change)
    if (refusal) return refusal.refused
    const places = new Map<string, Point>()
    const taken = [...view.positions.values()]
    for (const { id } of made) {
      const place = freePlace(taken, camera.centre(), camera.zoom)
      taken.push(place)
      places.set(id, place)
    }
    view.admitAll(places)
    selection.selectEntities(places.keys())
    return undefined
  }
}
