import type { Change } from '@core/change/change'
import type { Refusal } from '@core/change/refusal'
import { withAdmitted } from '@core/commands/views'
import { exploredPlace } from '@core/external/explored-place'
import type { AnyRecord, Entity, View } from '@core/records/records'
import { bounded, placesOf } from '@core/view/bounded-places'
import { type Filters, legendFilters, lensOf, withoutLegend } from '@core/view/filters'
import { type ListFilter, shownAllInLegend, toggledInLegend } from '@core/view/legend-changes'
import { RelationsAmong } from '@core/view/relations-among'
import { defaultView, type Shown, shown, shownCount, shownEntities, without } from '@core/view/shown'
import { isDrawnWhole, MOST_BROUGHT, strongestNeighbours, workingSet } from '@core/view/working-set'
import { untrack } from 'svelte'
import type { OpenDocument } from './document.svelte'
import { isLarge } from './large-change.svelte'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Which view is shown, and how. What its legends hide and where things stand is part of the view, so that every change of it can be undone. */
export class ShownView {
  id = $state<string>()
  /** Where entities stand, in pixels at 100 %; what is missing waits for the layout. */
  positions = $state.raw<ReadonlyMap<string, Point>>(new Map())
  /** Entity → the one from which it was found last, beside which it is put when it has no place yet. */
  foundFrom: ReadonlyMap<string, string> = new Map()
  /** Where the layout has put what has no place in the file. */
  #laid: ReadonlyMap<string, Point> = new Map()
  readonly #doc: OpenDocument
  /** Those that were brought into the drawing of a part, the last one last. */
  #included = $state.raw<ReadonlySet<string>>(new Set())

  /** The view's record; the file's first one, or one that shows everything, where none was chosen. */
  readonly record: View = $derived.by(() => {
    const { graph } = this.#doc
    const chosen = this.id === undefined ? undefined : graph.get('view', this.id)
    return chosen ?? [...graph.all('view').values()].sort((a, b) => (a.id < b.id ? -1 : 1))[0] ?? defaultView(graph)
  })

  /** The record without its places, which change with every drag. */
  readonly #facts: View = $derived.by(() => {
    const { positions: _positions, ...rest } = this.record
    const before = this.#factsBefore
    if (!before || !sameFields(rest, before)) this.#factsBefore = { ...rest, positions: NOWHERE }
    return this.#factsBefore ?? this.record
  })
  #factsBefore: View | undefined

  /** The fields by which its legends filter; the table of filters says which there are. */
  readonly filters: Filters = $derived.by(() => legendFilters({ ...NOTHING_HIDDEN, ...this.#facts }))
  readonly hiddenTypes: ReadonlySet<string> = $derived.by(() => new Set(this.filters.hiddenTypes))
  readonly hiddenRelationTypes: ReadonlySet<string> = $derived.by(() => new Set(this.filters.hiddenRelationTypes))
  /** What is merely denied is drawn where that is asked for. */
  readonly hiddenStatuses: ReadonlySet<string> = $derived.by(
    () => new Set([...(this.filters.hiddenStatuses ?? []), ...(this.filters.denials ? [] : ['denied'])])
  )

  readonly #whole = $derived.by(() => isDrawnWhole(this.#doc.graph, this.#facts))

  /** What decides which part is drawn. Not the graph: what one has before one's eyes does not go because something else grew. */
  readonly #occasion = $derived.by(() =>
    this.#whole ? '' : [this.#doc.times, this.record.id, ...[...this.hiddenTypes].sort()].join(' ')
  )

  readonly #chosen = $derived.by(() => {
    if (this.#occasion === '') return undefined
    return untrack(() => {
      const { graph, ranking } = this.#doc
      return workingSet(graph, { ...this.#facts, positions: this.record.positions }, ranking)
    })
  })

  /** Of a view too large to be drawn, the entities that are: the best connected, those with a place of their own, and those brought in. */
  readonly drawn: ReadonlySet<string> | undefined = $derived.by(() =>
    this.#chosen ? new Set([...this.#chosen, ...this.#included]) : undefined
  )

  /** How much of the view is drawn, where that is a part of it. */
  readonly part = $derived.by(() => {
    const [drawn, of] = [this.shown.entities.length, shownCount(this.#doc.graph, this.#facts)]
    return this.drawn && drawn < of ? { drawn, of, included: this.#included.size > 0 } : undefined
  })

  /** Whether the dates of relations stand on their lines. */
  readonly showsDates: boolean = $derived.by(() => this.#facts.dates === true)

  /** The view as it looks now, filters and positions included: what is drawn and what a figure is made from. */
  readonly current: View = $derived({
    ...this.record,
    ...(this.drawn && { entities: [...this.drawn].sort() }),
    positions: [...this.positions].map(([id, { x, y }]): [string, number, number] => [id, x, y])
  })

  /** The entities, and the relations with their evidence, that the view shows; apart from `current`, so that dragging does not recount. */
  readonly shown: Shown = $derived.by(() => without(this.unfiltered, this.filters))

  /** The same without the user's filters: what the legend counts. */
  readonly unfiltered: Shown = $derived.by(() => {
    const { graph } = this.#doc
    const { drawn } = this
    const view: View = withoutLegend(this.#facts)
    return drawn ? shown(graph, { ...view, entities: [...drawn] }, this.#among.of(graph, drawn)) : shown(graph, view)
  })

  /** The relations between what is drawn: looking through all that a hub has at every change would take too long. */
  readonly #among = $derived.by(() => {
    void this.#doc.times
    return new RelationsAmong()
  })

  /** How many entities of each type the view has, whatever is drawn of it: what the legend counts. */
  readonly counts: ReadonlyMap<string, number> = $derived.by(() => {
    const [{ graph }, view] = [this.#doc, withoutLegend(this.#facts)]
    if (!view.entities && lensOf(view).isByType) return graph.entitiesOfType
    const counts = new Map<string, number>()
    for (const { type } of shownEntities(graph, view)) counts.set(type, (counts.get(type) ?? 0) + 1)
    return counts
  })

  /** How many entities were hidden in the view one by one. */
  readonly leftOut: number = $derived.by(() => {
    const [{ graph }, view] = [this.#doc, withoutLegend(this.#facts)]
    return shownCount(graph, { ...view, hiddenEntities: [], onlyEntities: [] }) - shownCount(graph, view)
  })

  /** The view with the filters as they are now, whatever is drawn of it: what lists go by. */
  get filtered(): View {
    return this.#facts
  }

  constructor(doc: OpenDocument) {
    this.#doc = doc
    doc.onChange((change) =>
      untrack(() => {
        // After a large one it is made anew.
        if (isLarge(change)) return this.#follow(undefined, this.record)
        this.#among.update(change)
        for (const { before, after } of change.edits)
          if ((after ?? before)?.kind === 'view') this.#follow(before?.kind === 'view' ? before : undefined, after)
      })
    )
  }

  /**
   * Takes over the file's places where they are others than ours: after an undo, from another program, or from a backup.
   * What has no place in the file any more goes back to where the layout had put it.
   */
  #follow(before: View | undefined, after: AnyRecord | undefined) {
    const { record } = this
    if ((after ?? before)?.id !== record.id) return
    const places = placesOf(record)
    const back = (before?.positions ?? []).flatMap(([id]): [string, Point][] => {
      const at = places.has(id) ? undefined : this.#laid.get(id)
      return at ? [[id, at]] : []
    })
    if (back.length > 0) this.positions = new Map([...this.positions, ...back])
    const moved = [...places].filter(([id, { x, y }]) => {
      const at = this.positions.get(id)
      return !(at && Math.round(at.x) === Math.round(x) && Math.round(at.y) === Math.round(y))
    })
    if (moved.length > 0) this.positions = new Map([...this.positions, ...moved])
  }

  show(id: string | undefined) {
    this.id = id
    this.#included = new Set()
    const { record } = this
    this.positions = placesOf(record)
    this.foundFrom = new Map()
    this.#laid = new Map()
  }

  /** Hides one row of a legend, or shows it again. */
  toggle(field: ListFilter, id: string): Refusal | undefined {
    return this.#doc.run(toggledInLegend(this.#doc.graph, this.record, field, id))
  }

  /** Takes off the filter of one field, or of all. */
  showAll(field?: ListFilter): Refusal | undefined {
    return this.#doc.run(shownAllInLegend(this.#doc.graph, this.record, field))
  }

  /** Sees to it that these entities are drawn where only a part is; each that was not comes with the neighbours that it has the best supported ties to. */
  include(ids: Iterable<string>, { neighbours = NEIGHBOURS } = {}) {
    const { drawn } = this
    if (!drawn) return
    const { graph } = this.#doc
    const missing = [...ids].filter((id) => !drawn.has(id) && graph.get('entity', id))
    if (missing.length === 0) return
    this.#draw(missing.flatMap((id) => [...strongestNeighbours(graph, id, neighbours), id]))
  }

  /** Draws more of the neighbours of an entity, the best supported first. */
  includeNeighbours(id: string) {
    const { drawn } = this
    if (drawn) this.#draw(strongestNeighbours(this.#doc.graph, id, MORE_NEIGHBOURS, (other) => drawn.has(other)))
  }

  /** Whether some neighbour of an entity is not drawn, as only a part is. */
  hidesNeighbours(id: string): boolean {
    const { drawn } = this
    const { graph } = this.#doc
    return (
      drawn !== undefined &&
      graph.relationsOf(id).some((at) => {
        const relation = graph.get('relation', at)
        return relation && !(drawn.has(relation.from) && drawn.has(relation.to))
      })
    )
  }

  /** Takes out of the drawing what was brought in. */
  takeBack() {
    this.#included = new Set()
  }

  #draw(ids: readonly string[]) {
    const before = [...this.#included].filter((id) => !ids.includes(id))
    this.#included = new Set([...before, ...ids].slice(-MOST_BROUGHT))
  }

  /** Moves entities; `keep` writes the new places to the file's view, as after a drag. A layout's places are not the user's. */
  place(moved: ReadonlyMap<string, Point>, keep: boolean) {
    this.positions = new Map([...this.positions, ...moved])
    if (!keep) this.#laid = new Map([...this.#laid, ...moved])
    else this.#doc.run(this.#saved())
  }

  /**
   * Takes over the places that a layout has found for what had none. In a file of an exploration they are kept, with the step
   * that brought the entities in: what grew bit by bit is to look the same when it is opened again. Opening alone keeps nothing.
   */
  settle(places: ReadonlyMap<string, Point>) {
    this.place(places, false)
    const { graph, readOnly, position } = this.#doc
    if (exploredPlace(graph) && !readOnly && position > 0) this.#doc.run(this.#saved(), { joins: true })
  }

  /**
   * Lets an entity be seen: where it is to stand, through the view's lists, its type not filtered out. Part of the step before,
   * that made the entity, or under a label a step of its own.
   */
  admit(entity: Entity, at: Point, label?: string) {
    this.admitAll(new Map([[entity.id, at]]), label)
  }

  /** The same for several, each with its place. */
  admitAll(places: ReadonlyMap<string, Point>, label?: string): Refusal | undefined {
    const ids = [...places.keys()]
    this.include(ids, { neighbours: 0 })
    this.positions = new Map([...this.positions, ...places])
    return this.#doc.run(this.#saved(ids, label), { joins: label === undefined })
  }

  #saved(admitted: readonly string[] = [], label = `Arrange ${this.record.name}`): Change {
    const { graph } = this.#doc
    const before = graph.get('view', this.record.id)
    const positions = [...this.positions]
      .filter(([id]) => graph.get('entity', id))
      .map(([id, { x, y }]): [string, number, number] => [id, Math.round(bounded(x)), Math.round(bounded(y))])
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return {
      label: label.slice(0, 200),
      edits: [{ ...(before && { before }), after: { ...withAdmitted(graph, this.record, admitted), positions } }]
    }
  }
}

/** How many neighbours come with an entity that is brought in, and how many more at a time. */
const NEIGHBOURS = 12
const MORE_NEIGHBOURS = 24

const NOTHING_HIDDEN = { hiddenTypes: [], hiddenRelationTypes: [], hiddenStatuses: [] }
const NOWHERE: View['positions'] = []

/** Whether a view says the same as another but for its places. */
const sameFields = (fields: Omit<View, 'positions'>, view: View) => {
  const keys = Object.keys(view).filter((key) => key !== 'positions')
  return (
    keys.length === Object.keys(fields).length &&
    keys.every((key) => Reflect.get(fields, key) === Reflect.get(view, key))
  )
}
