import type { Point } from '../../state/shown-view.svelte'
import type { CanvasState } from '../canvas-state.svelte'
import type { Drawing } from '../layers/drawing'
import { Arranger } from './arranger'
import type { Framing } from './framing'
import { animate, LAYOUT_MOTION } from './motion'

/** Above this many entities a new layout is shown at once: gliding there would stutter. */
const GLIDING = 400

/** How long a frame is waited for, ms. */
const UNSEEN = 2000

/** Sees to it that everything shown has a place, and that a view is first seen as a whole. */
export class Placing {
  /** Where the next new entity goes: the place that was double-clicked. */
  addAt: Point | undefined
  readonly #state: CanvasState
  readonly #drawing: Drawing
  readonly #framing: Framing
  readonly #arranger: Arranger
  #fitted: string | undefined
  /** Whether it is the program that moves the camera, for the first sight of a view. */
  isFitting = false
  /** The last graph of which main was told that it is drawn, by how many had been shown. */
  #told = 0
  /** What is to be brought into sight once it has a place. */
  #awaited: readonly string[] = []
  #stopGliding: () => void = () => {}
  /** Counts the layouts, so that one which was overtaken by another does nothing. */
  #turn = 0
  #frame = 0

  constructor(state: CanvasState, drawing: Drawing, framing: Framing) {
    this.#state = state
    this.#drawing = drawing
    this.#framing = framing
    this.#arranger = new Arranger(state.app.camera)
  }

  /** Draws what is shown; what has no place yet is placed first. */
  show(): void {
    const { picture, app } = this.#state
    this.#drawing.show(picture, app.view.positions)
    if ([...picture.entities.keys()].every((id) => app.view.positions.has(id))) {
      this.fitOnce()
      void this.#tellDrawn()
      const awaited = this.#awaited
      if (awaited.length > 0) this.reveal(awaited)
    } else void this.#placeMissing()
  }

  /** Brings entities into sight, now or when they have a place. */
  reveal(ids: Iterable<string>): void {
    const { picture, app } = this.#state
    const all = [...ids].filter((id) => picture.entities.has(id))
    this.#awaited = all.every((id) => app.view.positions.has(id)) ? [] : all
    cancelAnimationFrame(this.#frame)
    if (this.#awaited.length > 0) return
    // When the names stand: what they take belongs into sight as well.
    this.#frame = requestAnimationFrame(() => void this.#drawing.labelled().then(() => this.#framing.reveal(all)))
  }

  /** The first sight of a view is all of it, or what was in sight when the file was open before. */
  fitOnce(): void {
    const { shownId } = this.#state
    if (this.#fitted === shownId || this.#drawing.stage.bodies.size === 0 || this.#drawing.empty) return
    this.#fitted = shownId
    const drawing = this.#drawing
    const label = () => {
      drawing.label()
      return drawing.labelled()
    }
    const { camera } = this.#state.app
    const wanted = camera.takeWanted()
    camera.sight = wanted
    this.isFitting = true
    const first = async () => {
      if (!wanted) return this.#framing.fitFirst(label)
      drawing.viewport.moveTo(wanted.zoom, wanted, true)
      await label()
      if (!this.#framing.seesAny()) await this.#framing.fitFirst(label)
    }
    void drawing.held(first).finally(() => {
      this.isFitting = false
    })
  }

  /** Places everything anew, and saves it. */
  async arrange(): Promise<void> {
    const { view } = this.#state.app
    const { shownId } = this.#state
    this.#turn++
    const places = await this.#arranger.run(view.shown, new Map())
    if (shownId !== this.#state.shownId) return
    // What had no place yet was to get one with the rest.
    if (!places) return this.show()
    await this.#glide(new Map(view.positions), places)
    view.place(places, true)
    this.#framing.fit()
  }

  destroy(): void {
    this.#stopGliding()
    cancelAnimationFrame(this.#frame)
    this.#arranger.destroy()
  }

  /** Main hears once of each graph that it is drawn: one that ends the window before is not opened unasked at the next start. */
  async #tellDrawn() {
    const { app } = this.#state
    const { handle, times } = app.doc
    if (handle === '' || times === this.#told) return
    this.#told = times
    await this.#drawing.labelled()
    // Painted as well; a window that is not seen paints nothing.
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve))
      setTimeout(resolve, UNSEEN)
    })
    await app.client.request('graph:drawn', { handle }).catch(() => {})
  }

  async #placeMissing() {
    const { shownId, app } = this.#state
    const { view } = app
    const centre = view.positions.size > 0 ? (this.addAt ?? this.#drawing.viewport.centre) : undefined
    const { shown, foundFrom: beside } = view
    // A layout that failed must not leave anything unseen.
    const turn = ++this.#turn
    const found = await this.#arranger
      .run(shown, view.positions, { ...(centre && { centre }), beside })
      .catch(() => undefined)
    // A later one places these as well.
    if (turn !== this.#turn || shownId !== this.#state.shownId) return
    const places =
      found ??
      inSpiral(
        shown.entities.filter(({ id }) => !view.positions.has(id)),
        view.positions
      )
    const missing = [...places].filter(([id]) => !view.positions.has(id))
    if (missing.length > 0) view.settle(new Map(missing))
  }

  #glide(before: ReadonlyMap<string, Point>, places: ReadonlyMap<string, Point>): Promise<void> {
    if (places.size > GLIDING) return Promise.resolve()
    return new Promise((resolve) => {
      this.#stopGliding = animate(
        LAYOUT_MOTION,
        (share) =>
          this.#drawing.move(new Map([...places].map(([id, to]) => [id, between(before.get(id) ?? to, to, share)]))),
        resolve
      )
    })
  }
}

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share
})

/** Places for when a layout was stopped or failed, below what has one: not a good picture, but everything is there and nothing on top of another. */
function inSpiral(
  entities: readonly { readonly id: string }[],
  positions: ReadonlyMap<string, Point>
): ReadonlyMap<string, Point> {
  const golden = Math.PI * (3 - Math.sqrt(5))
  let bottom = Number.NEGATIVE_INFINITY
  for (const { y } of positions.values()) bottom = Math.max(bottom, y)
  const middle = positions.size === 0 ? 0 : bottom + 80 * Math.sqrt(entities.length) + 120
  return new Map(
    entities.map(({ id }, at) => {
      const far = 80 * Math.sqrt(at)
      const [x, y] = [far * Math.cos(at * golden), middle + far * Math.sin(at * golden)]
      return [id, { x: Math.round(x), y: Math.round(y) }]
    })
  )
}
