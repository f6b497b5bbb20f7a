import type { Point } from '../state/shown-view.svelte'

/** Room that a new entity wants round its centre, px on the screen: its symbol and most of its name. */
const ROOM = 90

/** The place nearest to a point where nothing stands, tried ring by ring round it. Farther off where the picture is small (zoom below 1). */
export function freePlace(taken: Iterable<Point>, near: Point, zoom = 1): Point {
  const room = ROOM / Math.min(1, zoom)
  const others = [...taken]
  const isFree = (point: Point) => others.every(({ x, y }) => Math.hypot(x - point.x, y - point.y) >= room)
  for (let ring = 0; ring < 60; ring++) {
    const places = Math.max(1, ring * 8)
    for (let place = 0; place < places; place++) {
      const angle = (2 * Math.PI * place) / places
      const radius = (ring * room) / 2
      const point = { x: near.x + radius * Math.cos(angle), y: near.y + radius * Math.sin(angle) }
      if (isFree(point)) return point
    }
  }
  return near
}
