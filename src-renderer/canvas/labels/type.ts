import { NATIVE_WEIGHT, WINDOW_NAME_WEIGHTS } from '@core/drawing/type-sizes'
import { drawable, isRightToLeft, type Measure } from '@core/text/typesetting'

/** The families of the window, in the order in which a letter looks for its form. */
const FAMILIES = "'Inter Variable', 'Noto Sans Arabic Variable', 'Noto Sans Hebrew Variable', sans-serif"

/** One sample of each script that the bundled fonts hold; the browser loads a font's part when a letter of it is asked for. */
const SAMPLES = 'Aa Łő Жж Ωω حا אב'

const fontOf = (size: number, weight: number) => `${weight} ${size}px ${FAMILIES}`

/** Resolves when the fonts are there: text that is measured or drawn earlier would come out in another one. */
export async function fontsLoaded(): Promise<void> {
  const weights = [NATIVE_WEIGHT, WINDOW_NAME_WEIGHTS.plain, WINDOW_NAME_WEIGHTS.hub]
  await Promise.all(weights.map((weight) => document.fonts.load(fontOf(13, weight), SAMPLES)))
}

/** The advance width of a text, px. Every width is asked for many times, so that it is kept. */
export function measurer(): Measure {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  const widths = new Map<string, number>()
  return (text, size, weight, rightToLeft) => {
    const key = `${weight} ${size} ${rightToLeft ?? ''} ${text}`
    const known = widths.get(key)
    if (known !== undefined || !context) return known ?? 0
    if (widths.size > MANY) widths.clear()
    setType(context, text, size, weight, rightToLeft)
    const { width } = context.measureText(text)
    widths.set(key, width)
    return width
  }
}

/** How many widths are kept before all are forgotten. */
const MANY = 20_000

/** Makes a context ready to write a text: in its own direction, or in that of what it is part of. */
export function setType(
  context: Context,
  text: string,
  size: number,
  weight: number,
  rightToLeft = isRightToLeft(drawable(text))
): void {
  context.font = fontOf(size, weight)
  context.direction = rightToLeft ? 'rtl' : 'ltr'
}

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
