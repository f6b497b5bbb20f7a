import type { App } from '../state/app.svelte'
import { type Picture, pictureOf } from './layers/picture'

/** What the canvas shows of the window's state, and what it says of it to those who do not see it. */
export class CanvasState {
  readonly app: App
  /** The entity that has the key focus. */
  focused = $state<string>()
  readonly picture: Picture = $derived.by(() =>
    pictureOf(this.app.doc.graph, this.app.view.shown, { dates: this.app.view.showsDates })
  )
  /** Changes when another view or another file is shown. */
  readonly shownId = $derived.by(() => `${this.app.doc.handle} ${this.app.view.record.id}`)
  readonly theme = $derived.by(() => (this.app.preferences.dark ? 'dark' : 'light'))

  /** The entity beside which the handle for a new relation stands: the hovered one, else the selected one. */
  readonly offered = $derived.by(() => {
    const { selection, doc } = this.app
    if (doc.readOnly !== undefined) return undefined
    const { hovered } = selection
    return hovered !== undefined && this.picture.entities.has(hovered) ? hovered : selection.entity
  })

  readonly summary = $derived.by(() => {
    const { entities, shown } = this.picture
    return `Graph of ${counted(entities.size, 'entity', 'entities')} and ${counted(shown, 'relation', 'relations')}`
  })

  /** The focused entity in a sentence. */
  readonly said = $derived.by(() => {
    const drawn = this.focused === undefined ? undefined : this.picture.entities.get(this.focused)
    if (!drawn) return ''
    const { id, name, type } = drawn.entity
    const kind = this.app.doc.graph.get('entityType', type)?.label ?? type
    const ties = counted(this.picture.degrees.get(id) ?? 0, 'relation', 'relations')
    return `${name}, ${kind}, ${ties}${this.app.selection.entities.has(id) ? ', selected' : ''}`
  })

  constructor(app: App) {
    this.app = app
  }
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
