import type { DrawingTheme } from '@core/scene/palette'
import type { SvgElement } from '@core/scene/svg-element'
import { drawSymbol, type EntitySymbol } from '@core/scene/symbols'

/** Radius of the symbol inside its picture; a vector picture is sharp at any size. */
const RADIUS = 48

/** How far a symbol's picture reaches from its centre, in radii: its silhouette and the outline of a dimmed one. */
export const reachOf = ({ outline: { reach } }: EntitySymbol): number =>
  Math.max(reach.left, reach.right, reach.top, reach.bottom) * 1.06

/** A symbol as the address of a picture that Cytoscape can draw on its node. */
export function symbolImage(symbol: EntitySymbol, theme: DrawingTheme, dimmed: boolean): string {
  const reach = reachOf(symbol) * RADIUS
  const side = 2 * reach
  const body = markup(drawSymbol(symbol, { theme, radius: RADIUS, dimmed }))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="${-reach} ${-reach} ${side} ${side}">${body}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

// Symbols are ours through and through, so that nothing in them needs escaping.
function markup({ tag, attributes, children = [] }: SvgElement): string {
  const text = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
  return `<${tag}${text}>${children.map(markup).join('')}</${tag}>`
}
