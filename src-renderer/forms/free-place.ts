import type { Point } from '../state/shown-view.svelte'

/** Room that a new entity wants round its centre, px at 100 %: its symbol and most of its name. */
const ROOM = 90

/** The place nearest to a point where nothing stands, tried ring by ring round it. */
export function freePlace(taken: Iterable<Point>, near: Point): Point {
  const others = [...taken]
  const isFree = (point: Point) => others.every(({ x, y }) => Math.hypot(x - point.x, y - point.y) >= ROOM)
  for (let ring = 0; ring < 60; ring++) {
    const places = Math.max(1, ring * 8)
    for (let place = 0; place < places; place++) {
      const angle = (2 * Math.PI * place) / places
      const radius = (ring * ROOM) / 2
      const point = { x: near.x + radius * Math.cos(angle), y: near.y + radius * Math.sin(angle) }
      if (isFree(point)) return point
    }
  }
  return near
}
