import type { Change } from '@core/change/change'
import type { Entity, View } from '@core/records/records'
import { defaultView, shown } from '@core/view/shown'
import type { OpenDocument } from './document.svelte'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Which view is shown, with the filters that the user has set since; positions are saved in the file, filters are not. */
export class ShownView {
  id = $state<string>()
  hiddenTypes = $state.raw<ReadonlySet<string>>(new Set())
  hiddenStatuses = $state.raw<ReadonlySet<string>>(new Set())
  /** Where entities stand, in pixels at 100 %; what is missing waits for the layout. */
  positions = $state.raw<ReadonlyMap<string, Point>>(new Map())
  readonly #document: OpenDocument

  /** The view's record; the file's first one, or one that shows everything, where none was chosen. */
  readonly record: View = $derived.by(() => {
    const { graph } = this.#document
    const chosen = this.id === undefined ? undefined : graph.get('view', this.id)
    return chosen ?? [...graph.all('view').values()].sort((a, b) => (a.id < b.id ? -1 : 1))[0] ?? defaultView(graph)
  })

  /** The view as it looks now, filters and positions included: what is drawn and what a figure is made from. */
  readonly current: View = $derived({
    ...this.record,
    hiddenTypes: [...this.hiddenTypes],
    hiddenStatuses: [...this.hiddenStatuses],
    positions: [...this.positions].map(([id, { x, y }]): [string, number, number] => [id, x, y])
  })

  /** The entities, and the relations with their evidence, that the view shows; apart from `current`, so that dragging does not recount. */
  readonly shown = $derived.by(() =>
    shown(this.#document.graph, {
      ...this.record,
      hiddenTypes: [...this.hiddenTypes],
      hiddenStatuses: [...this.hiddenStatuses]
    })
  )

  /** The same without the user's filters: what the legend counts. */
  readonly unfiltered = $derived.by(() =>
    shown(this.#document.graph, { ...this.record, hiddenTypes: [], hiddenStatuses: [] })
  )

  constructor(document: OpenDocument) {
    this.#document = document
    document.onChange(({ edits }) => {
      if (edits.some(({ after }) => after?.kind === 'view' && after.id === this.record.id)) this.#follow()
    })
  }

  /** Takes over the file's places where they are others than ours: from another program, or from a backup. */
  #follow() {
    const moved = this.record.positions.flatMap(([id, x, y]): [string, Point][] => {
      const at = this.positions.get(id)
      return at && Math.round(at.x) === Math.round(x) && Math.round(at.y) === Math.round(y) ? [] : [[id, { x, y }]]
    })
    if (moved.length > 0) this.place(new Map(moved), false)
  }

  show(id: string | undefined) {
    this.id = id
    const { record } = this
    this.hiddenTypes = new Set(record.hiddenTypes ?? [])
    this.hiddenStatuses = new Set(record.hiddenStatuses ?? [])
    this.positions = new Map(record.positions.map(([entity, x, y]) => [entity, { x, y }]))
  }

  toggleType(id: string) {
    this.hiddenTypes = toggled(this.hiddenTypes, id)
  }

  toggleStatus(id: string) {
    this.hiddenStatuses = toggled(this.hiddenStatuses, id)
  }

  showAll() {
    this.hiddenTypes = new Set()
    this.hiddenStatuses = new Set()
  }

  /** Moves entities; `keep` writes the new places to the file's view, as after a drag. A layout's places are not the user's. */
  place(moved: ReadonlyMap<string, Point>, keep: boolean) {
    this.positions = new Map([...this.positions, ...moved])
    if (keep && !this.#document.readOnly) this.#document.run(this.#saved())
  }

  /** Lets an entity be seen: where it is to stand, in the view's list if there is one, its type not filtered out. */
  admit(entity: Entity, at: Point) {
    if (this.hiddenTypes.has(entity.type)) this.toggleType(entity.type)
    this.positions = new Map(this.positions).set(entity.id, at)
    if (!this.#document.readOnly) this.#document.run(this.#saved([entity.id]))
  }

  #saved(admitted: readonly string[] = []): Change {
    const { graph } = this.#document
    const before = graph.get('view', this.record.id)
    const positions = [...this.positions]
      .filter(([id]) => graph.get('entity', id))
      .map(([id, { x, y }]): [string, number, number] => [id, Math.round(x), Math.round(y)])
      .sort(([a], [b]) => (a < b ? -1 : 1))
    const entities = this.record.entities && [...new Set([...this.record.entities, ...admitted])]
    return {
      label: `Arrange ${this.record.name}`,
      edits: [{ ...(before && { before }), after: { ...this.record, ...(entities && { entities }), positions } }]
    }
  }
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
