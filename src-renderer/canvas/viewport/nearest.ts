import type { Point } from '@core/drawing/outline'

/** The keys that move the focus, with the way that they point in. */
export const ARROWS: ReadonlyMap<string, Point> = new Map([
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: -1 }],
  ['ArrowDown', { x: 0, y: 1 }]
])

/** How much a step to the side counts against a step ahead. */
const ASIDE = 2

/** The nearest place that lies more ahead than aside, seen from one of them. */
export function nearestTowards(
  places: ReadonlyMap<string, Point>,
  from: string,
  { x: wayX, y: wayY }: Point
): string | undefined {
  const start = places.get(from)
  if (!start) return undefined
  let best: { readonly id: string; readonly far: number } | undefined
  for (const [id, { x, y }] of places) {
    const ahead = (x - start.x) * wayX + (y - start.y) * wayY
    const aside = Math.abs((x - start.x) * wayY) + Math.abs((y - start.y) * wayX)
    if (id === from || ahead <= 0 || aside > ahead) continue
    const far = Math.hypot(ahead, ASIDE * aside)
    if (!best || far < best.far) best = { id, far }
  }
  return best?.id
}

/** The place nearest to a point. */
export function nearestTo(places: ReadonlyMap<string, Point>, { x, y }: Point): string | undefined {
  let best: { readonly id: string; readonly far: number } | undefined
  for (const [id, place] of places) {
    const far = Math.hypot(place.x - x, place.y - y)
    if (!best || far < best.far) best = { id, far }
  }
  return best?.id
}
