import type { SvgElement } from '@core/drawing/svg-element'
import { paint } from './paint'

/** How many pictures are kept before all are forgotten; zooming makes new sizes. */
const MANY = 600

interface Sprite {
  readonly picture: OffscreenCanvas
  /** Half a side, CSS px. */
  readonly reach: number
}

/** Small pictures that are drawn over and over: painted once for each size and theme, then only copied. */
export class Sprites {
  #ratio = 1
  readonly #sprites = new Map<string, Sprite>()

  /** For a screen of `ratio` device pixels to a CSS pixel. */
  resize(ratio: number): void {
    if (ratio !== this.#ratio) this.#sprites.clear()
    this.#ratio = ratio
  }

  /** Draws the picture of that key round a point; where it is not known yet, `make` gives it with how far it reaches. */
  draw(
    context: CanvasRenderingContext2D,
    key: string,
    x: number,
    y: number,
    make: () => { readonly element: SvgElement; readonly reach: number }
  ): void {
    const { picture, reach } = this.#sprites.get(key) ?? this.#make(key, make())
    context.drawImage(picture, x - reach, y - reach, 2 * reach, 2 * reach)
  }

  #make(key: string, { element, reach }: { readonly element: SvgElement; readonly reach: number }): Sprite {
    if (this.#sprites.size > MANY) this.#sprites.clear()
    const side = Math.ceil(2 * reach * this.#ratio)
    const picture = new OffscreenCanvas(side, side)
    const context = picture.getContext('2d')
    if (context) {
      context.setTransform(this.#ratio, 0, 0, this.#ratio, side / 2, side / 2)
      paint(context, element)
    }
    const sprite = { picture, reach: side / 2 / this.#ratio }
    this.#sprites.set(key, sprite)
    return sprite
  }
}
