import { PALETTES } from './palette'
import { type EntitySymbol, fillOf } from './symbols'

/** The least contrast with which a shape is told from its ground (WCAG 2.2, 1.4.11). */
export const LEAST_CONTRAST = 3

/** Relative luminance of a colour as #rrggbb, 0–1 (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours as #rrggbb, 1–21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other)
  return (light + 0.05) / (dark + 0.05)
}

/** How a symbol stands out from the canvas in the light and in the dark theme. */
export const symbolContrast = (of: EntitySymbol): readonly [light: number, dark: number] => [
  contrast(fillOf(of, 'light'), PALETTES.light.canvas),
  contrast(fillOf(of, 'dark'), PALETTES.dark.canvas)
]
