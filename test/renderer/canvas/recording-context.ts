import { onTestFinished, vi } from 'vitest'

/** One call that draws, with the ink that it was made with. */
interface Drawn {
  readonly call: string
  readonly given: readonly unknown[]
  readonly fill: unknown
  readonly stroke: unknown
  readonly width: unknown
  readonly dash: readonly number[]
}

const DRAWING = new Set(['fill', 'stroke', 'fillText', 'strokeText', 'drawImage', 'roundRect'])

/** A context that notes what is drawn: Happy DOM has none, and no paths or pictures either. */
export function recordingContext() {
  const drawn: Drawn[] = []
  const ink: Record<string, unknown> = {}
  let dash: readonly number[] = []
  const context = new Proxy(ink, {
    get: (_, name) => {
      if (typeof name !== 'string') return undefined
      if (name in ink) return ink[name]
      return (...given: readonly unknown[]) => {
        if (name === 'setLineDash') dash = given[0] as readonly number[]
        if (!DRAWING.has(name)) return
        const { fillStyle: fill, strokeStyle: stroke, lineWidth: width } = ink
        drawn.push({ call: name, given, fill, stroke, width, dash })
      }
    }
  }) as unknown as CanvasRenderingContext2D
  return { context, drawn }
}

/** Paths and off-screen pictures for one test; returns how many pictures were painted. */
export function withPictures(): { painted: number } {
  const count = { painted: 0 }
  class Path {
    moveTo() {}
    lineTo() {}
    bezierCurveTo() {}
    arc() {}
    ellipse() {}
    roundRect() {}
    closePath() {}
  }
  class Picture {
    readonly #recording = recordingContext()
    constructor() {
      count.painted++
    }
    getContext() {
      return this.#recording.context
    }
  }
  vi.stubGlobal('Path2D', Path)
  vi.stubGlobal('OffscreenCanvas', Picture)
  onTestFinished(() => void vi.unstubAllGlobals())
  return count
}
