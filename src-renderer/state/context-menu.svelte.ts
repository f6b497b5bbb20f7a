import type { MenuEntry } from '../ui/menu-entry'

/** What a context menu can be about: an entity, several, a relation, or the picture with nothing under the pointer. */
export type Context = 'entity' | 'several' | 'relation' | 'canvas'

interface Point {
  readonly x: number
  readonly y: number
}

/** Whether a context menu was asked for by Shift+F10 or the menu key (UI Events, 3.5.4). */
export const isByKey = ({ button }: MouseEvent): boolean => button !== 2

const pointOf = ({ clientX: x, clientY: y }: MouseEvent): Point => ({ x, y })

function middleOf(target: EventTarget | null): Point {
  if (!(target instanceof Element)) return { x: 0, y: 0 }
  const { x, y, width, height } = target.getBoundingClientRect()
  return { x: x + width / 2, y: y + height / 2 }
}

/** A context menu that is open: at a point of the window, about a thing of the graph, or with entries of its own. */
export interface ContextMenuRequest extends Point {
  readonly label: string
  readonly about: Context | readonly MenuEntry[]
}

/** The one context menu of the window. */
export class ContextMenu {
  open = $state.raw<ContextMenuRequest>()
  /** What had the focus before: it gets it back. */
  #before: Element | null = null

  /** Opens at the pointer or, asked for by key, at `at`: a point of the window, else the middle of what has the focus. */
  show(event: MouseEvent, label: string, about: ContextMenuRequest['about'], at?: Point) {
    event.preventDefault()
    event.stopPropagation()
    if (!this.open) this.#before = document.activeElement
    this.open = { ...(isByKey(event) ? (at ?? middleOf(event.currentTarget)) : pointOf(event)), label, about }
  }

  close() {
    this.open = undefined
    if (this.#before instanceof HTMLElement) this.#before.focus({ preventScroll: true })
    this.#before = null
  }
}
