/** A canvas as large as the window's part that it lies in, as sharp as the screen. Draws in CSS pixels. */
export class Layer {
  readonly context: CanvasRenderingContext2D
  ratio = 1
  width = 0
  height = 0
  readonly #canvas: HTMLCanvasElement

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d')
    if (!context) throw new Error('This window has no 2d canvas')
    this.#canvas = canvas
    this.context = context
  }

  resize(width: number, height: number): void {
    this.ratio = devicePixelRatio
    this.width = width
    this.height = height
    this.#canvas.width = Math.round(width * this.ratio)
    this.#canvas.height = Math.round(height * this.ratio)
  }

  /** Moves and scales what has been drawn, without drawing it anew, until it is. */
  shift(x: number, y: number, scale: number): void {
    this.#canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`
  }

  /** Wipes the layer, and moves and scales what is drawn next. */
  begin({ x, y }: { readonly x: number; readonly y: number }, scale: number): CanvasRenderingContext2D {
    const { context, ratio } = this
    this.#canvas.style.transform = ''
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height)
    context.setTransform(ratio * scale, 0, 0, ratio * scale, x * ratio, y * ratio)
    return context
  }
}
