import type { Box } from '@core/drawing/box'
import { type DrawingTheme, PALETTES } from '@core/drawing/palette'
import cytoscape, { type Core } from 'cytoscape'
import { LEAST_ZOOM, MOST_ZOOM } from '../../state/camera.svelte'
import type { Point } from '../../state/shown-view.svelte'
import { Labeller } from '../labels/labeller'
import { MANY_LINES, type Placement } from '../labels/labels'
import { Viewport } from '../viewport/viewport'
import { apply, redraw } from './draw'
import type { Emphasis, Hover } from './emphasis'
import { drawLabels } from './labels-layer'
import { Layer } from './layer'
import { drawLines, type Sight } from './lines-layer'
import { EMPTY, type Picture } from './picture'
import { drawPointer, type PointerMarks } from './pointer-layer'
import { Sprites } from './sprites'
import { Stage, symbolScale } from './stage'
import { stylesheet } from './style'
import { drawSymbols } from './symbols-layer'

/** Where the parts of the picture are drawn, from the ground up. */
export interface Surfaces {
  readonly lines: HTMLCanvasElement
  readonly nodes: HTMLElement
  readonly labels: HTMLCanvasElement
}

/** How long the camera has to stand still before labels look for better places, ms; in a large picture that takes a while itself. */
const SETTLED = 120
const LARGE_SETTLED = 250

/** The picture on the screen: lines and symbols below, labels above, and between them Cytoscape, which has the camera and the pointer. */
export class Drawing {
  readonly cy: Core
  readonly viewport: Viewport
  readonly stage = new Stage()
  marks: PointerMarks = {}
  readonly #lines: Layer
  readonly #labels: Layer
  readonly #labeller: Labeller
  readonly #sprites = new Sprites()
  readonly #onPlaced: (hidden: number) => void
  #theme: DrawingTheme
  #picture: Picture = EMPTY
  #sizedAt = 1
  #painted = { pan: { x: 0, y: 0 }, zoom: 1 }
  #frame = 0
  #holding = 0
  #settling: ReturnType<typeof setTimeout> | undefined

  constructor(surfaces: Surfaces, theme: DrawingTheme, onPlaced: (hidden: number) => void) {
    this.#theme = theme
    this.#onPlaced = onPlaced
    this.#lines = new Layer(surfaces.lines)
    this.#labels = new Layer(surfaces.labels)
    this.#labeller = new Labeller(
      this.stage,
      () => this.#box(),
      () => this.repaint()
    )
    this.cy = cytoscape({
      container: surfaces.nodes,
      style: this.#style(),
      minZoom: LEAST_ZOOM,
      maxZoom: MOST_ZOOM,
      autounselectify: true
    })
    this.viewport = new Viewport(this.cy)
    this.viewport.onZoom(() => this.#zoomed())
    this.viewport.onPan(() => {
      if (this.stage.curves.size > MANY_LINES) this.#settleLater()
    })
    // Drawn in the same frame as the nodes, so that nothing lags behind them.
    this.cy.on('render', () => this.#follow())
  }

  /** Shows a picture at these places; labels keep theirs where they can. */
  show(picture: Picture, positions: ReadonlyMap<string, Point>): void {
    const drawn = new Map([...this.#picture.entities].filter(([id]) => this.cy.hasElementWithId(id)))
    apply(this.cy, redraw(drawn, picture, positions))
    this.#picture = picture
    this.#moveNodes(positions)
    this.stage.set(picture, positions)
    this.label()
  }

  /** Moves some entities without looking for new places of labels: while they are dragged or glide. */
  move(moved: ReadonlyMap<string, Point>): void {
    this.#labeller.pause()
    this.#moveNodes(moved)
    this.stage.move(moved)
    this.repaint()
  }

  /** Lets what is selected stand out; labels are placed anew for it. */
  emphasise(emphasis: Emphasis): void {
    this.#labeller.emphasis = emphasis
    this.stage.ring(emphasis.selectedEntities)
    this.label()
  }

  hover(hover: Hover): void {
    this.#labeller.hoverOver(hover)
    this.repaint()
  }

  paintIn(theme: DrawingTheme): void {
    if (theme === this.#theme) return
    this.#theme = theme
    this.cy.style(this.#style())
    this.repaint()
  }

  /** Draws these marks besides those that are there; undefined takes one away. */
  mark(marks: PointerMarks): void {
    this.marks = { ...this.marks, ...marks }
    this.repaint()
  }

  /** Whether it has no size yet, before the page is laid out. */
  get empty(): boolean {
    return this.#lines.width === 0 || this.#lines.height === 0
  }

  /** What is in the middle stays there. */
  resize(width: number, height: number): void {
    const [dx, dy] = [width - this.#lines.width, height - this.#lines.height]
    const first = this.#lines.width === 0
    this.#size(width, height)
    this.cy.resize()
    if (!first) this.viewport.panBy(dx / 2, dy / 2)
    this.#paint()
  }

  /** Lets the labels look for places again. */
  label(): void {
    if (this.stage.zoom !== this.viewport.zoom) this.#zoomStage()
    this.#labeller.begin()
    this.repaint()
  }

  /** The labels where they stand now. */
  get placement(): Placement {
    return this.#labeller.placement
  }

  /** Resolves when the labels stand where they should. */
  labelled(): Promise<void> {
    return this.#labeller.placed()
  }

  /** Draws nothing new until what is done is done: the camera looks for its place. */
  async held(work: () => Promise<void>): Promise<void> {
    this.#holding++
    try {
      await work()
    } finally {
      this.#holding--
      this.#paint()
    }
  }

  repaint(): void {
    this.#frame ||= requestAnimationFrame(() => this.#paint())
  }

  destroy(): void {
    clearTimeout(this.#settling)
    cancelAnimationFrame(this.#frame)
    this.#labeller.pause()
    this.cy.destroy()
  }

  #size(width: number, height: number) {
    for (const layer of [this.#lines, this.#labels]) layer.resize(width, height)
    this.#sprites.resize(devicePixelRatio)
  }

  #style() {
    return stylesheet(this.#theme, (node) => (node.data('size') * symbolScale(this.#sizedAt)) / this.#sizedAt)
  }

  #zoomed() {
    if (this.stage.curves.size <= MANY_LINES) this.#zoomStage()
    this.#settleLater()
  }

  #zoomStage() {
    this.#labeller.pause()
    this.stage.zoomTo(this.viewport.zoom)
  }

  #settleLater() {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => this.#settle(), this.stage.curves.size > MANY_LINES ? LARGE_SETTLED : SETTLED)
  }

  /** The camera stands still: labels look for better places. Each step is a task of its own, so that none holds up the window. */
  #settle() {
    const zoom = this.viewport.zoom
    if (this.stage.zoom !== zoom) {
      this.#zoomStage()
      this.#settling = setTimeout(() => this.#settle())
      this.#paint()
    } else if (this.#sizedAt !== zoom) {
      this.#sizedAt = zoom
      this.#settling = setTimeout(() => this.#settle())
      this.cy.style().update()
    } else {
      this.#settling = undefined
      this.label()
    }
  }

  /** What is in sight, px as drawn. */
  #box(): Box {
    const { x, y } = this.viewport.pan
    const { width, height } = this.#lines
    const scale = this.viewport.zoom / this.stage.zoom
    return { left: -x / scale, top: -y / scale, right: (width - x) / scale, bottom: (height - y) / scale }
  }

  #moveNodes(positions: ReadonlyMap<string, Point>) {
    this.cy.batch(() => {
      for (const [id, { x, y }] of positions) {
        const node = this.cy.getElementById(id)
        if (node.empty() || node.grabbed()) continue
        const now = node.position()
        if (now.x !== x || now.y !== y) node.position({ x, y })
      }
    })
  }

  /** Draws what the camera sees now; a large picture is only moved until the camera stands still. */
  #follow() {
    const { pan, zoom } = this.viewport
    if (this.#settling === undefined || this.stage.curves.size <= MANY_LINES) return this.#paint()
    const scale = zoom / this.#painted.zoom
    const { x, y } = this.#painted.pan
    for (const layer of [this.#lines, this.#labels]) layer.shift(pan.x - x * scale, pan.y - y * scale, scale)
  }

  #paint() {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#labeller.look()
    if (this.#holding > 0) return
    // Another screen may have finer pixels.
    if (this.#lines.ratio !== devicePixelRatio) this.#size(this.#lines.width, this.#lines.height)
    const { pan, zoom } = this.viewport
    this.#painted = { pan, zoom }
    const scale = zoom / this.stage.zoom
    const { emphasis, hover, placement, hovered } = this.#labeller
    this.#onPlaced(placement.hidden)
    const sight: Sight = {
      stage: this.stage,
      emphasis,
      hover,
      placements: [placement, hovered],
      palette: PALETTES[this.#theme],
      box: this.#box()
    }
    const ground = this.#lines.begin(pan, scale)
    drawLines(ground, sight)
    drawSymbols(ground, sight, this.#theme, this.#sprites)
    const labels = this.#labels.begin(pan, scale)
    drawLabels(labels, sight, this.#theme, this.#sprites)
    drawPointer(labels, sight, this.marks)
  }
}
