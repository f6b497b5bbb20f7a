import { untrack } from 'svelte'
import type { CanvasState } from './canvas-state.svelte'
import { attachGestures } from './input/gestures'
import { followPointer } from './input/pointer'
import { followWheel } from './input/wheel'
import { Drawing, type Surfaces } from './layers/drawing'
import { emphasisOf, hoverOf } from './layers/emphasis'
import { Framing } from './viewport/framing'
import { ARROWS, nearestTo, nearestTowards } from './viewport/nearest'
import { Placing } from './viewport/placing'

/** The picture in the page: drawn once, then told of every change of the window's state. Made inside an effect. */
export class LiveCanvas {
  readonly #state: CanvasState
  readonly #drawing: Drawing
  readonly #framing: Framing
  readonly #placing: Placing
  readonly #detach: () => void
  readonly #ends = new AbortController()

  constructor(root: HTMLElement, surfaces: Surfaces, state: CanvasState) {
    const { camera, selection, view, dialogs } = state.app
    const drawing = new Drawing(surfaces, state.theme, (hidden) => {
      camera.hiddenLabels = hidden
    })
    const { viewport } = drawing
    const framing = new Framing(viewport, drawing.stage, () => drawing.placement)
    const placing = new Placing(state, drawing, framing)
    this.#state = state
    this.#drawing = drawing
    this.#framing = framing
    this.#placing = placing
    attachGestures(drawing, framing, state.app, (point) => {
      placing.addAt = point
    })
    const moved = () => {
      const { zoom, centre } = viewport
      camera.zoom = zoom
      if (!placing.isFitting) camera.sight = { zoom, ...centre }
    }
    viewport.onZoom(moved)
    viewport.onPan(moved)
    this.#followSize(root)
    followPointer(root, drawing, state, this.#ends.signal)
    followWheel(root, viewport, this.#ends.signal)
    this.#detach = camera.attach({
      fit: () => framing.fit(),
      zoomTo: (zoom) => viewport.zoomTo(zoom),
      reveal: (ids) => placing.reveal(ids),
      centre: () => placing.addAt ?? viewport.centre,
      arrange: () => placing.arrange()
    })

    $effect(() => {
      void [state.picture, view.positions]
      untrack(() => placing.show())
    })
    $effect(() => {
      const emphasis = emphasisOf(state.picture, selection.entities, selection.relation)
      untrack(() => drawing.emphasise(emphasis))
    })
    $effect(() => drawing.hover(hoverOf(state.picture, selection.hovered)))
    $effect(() => drawing.paintIn(state.theme))
    $effect(() => drawing.mark({ focused: state.focused, handle: state.offered }))
    $effect(() => {
      // What the dialog was opened for has been added by the time that the next task runs.
      if (dialogs.open === undefined)
        setTimeout(() => {
          placing.addAt = undefined
        })
    })
  }

  /** Moves the key focus the way that an arrow points, or to where one begins. */
  focusTowards(key: string): void {
    const { focused, app } = this.#state
    const { stage, viewport } = this.#drawing
    const { bodies, zoom } = stage
    const { x, y } = viewport.centre
    const way = ARROWS.get(key)
    const next =
      way && focused !== undefined && bodies.has(focused)
        ? (nearestTowards(bodies, focused, way) ?? focused)
        : (app.selection.entity ?? nearestTo(bodies, { x: x * zoom, y: y * zoom }))
    this.#state.focused = next
    if (next !== undefined) this.#framing.reveal([next])
  }

  destroy(): void {
    this.#ends.abort()
    this.#detach()
    this.#placing.destroy()
    this.#drawing.viewport.stop()
    this.#drawing.destroy()
  }

  #followSize(root: HTMLElement) {
    const size = new ResizeObserver(([entry]) => {
      if (!entry) return
      this.#drawing.resize(entry.contentRect.width, entry.contentRect.height)
      this.#placing.fitOnce()
    })
    size.observe(root)
    this.#ends.signal.addEventListener('abort', () => size.disconnect())
  }
}
