import type { Point } from './outline'

/** Side of a square, px: a few symbols wide. */
const SIDE = 128

/** Things by where they stand, so that those beside a line are found without looking at all of them. */
export class Places<P extends Point> {
  readonly #columns = new Map<number, Map<number, P[]>>()

  constructor(places: Iterable<P>) {
    for (const place of places) {
      const [column, row] = [Math.floor(place.x / SIDE), Math.floor(place.y / SIDE)]
      const rows = this.#columns.get(column) ?? new Map<number, P[]>()
      this.#columns.set(column, rows)
      const found = rows.get(row)
      if (found) found.push(place)
      else rows.set(row, [place])
    }
  }

  /** All that stand within `reach` px of the straight line between two points, and some that stand a little further off; in no order. */
  *beside(a: Point, b: Point, reach: number): Generator<P> {
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const first = Math.floor((Math.min(a.x, b.x) - reach) / SIDE)
    const last = Math.floor((Math.max(a.x, b.x) + reach) / SIDE)
    for (let column = first; column <= last; column++) {
      const rows = this.#columns.get(column)
      if (!rows) continue
      // The piece of the line from which something in this column can be within reach.
      const share = (x: number) => (dx === 0 ? 0 : Math.min(1, Math.max(0, (x - a.x) / dx)))
      const [from, to] = dx === 0 ? [0, 1] : [share(column * SIDE - reach), share((column + 1) * SIDE + reach)]
      const [top, bottom] = [a.y + dy * from, a.y + dy * to]
      const lowest = Math.floor((Math.max(top, bottom) + reach) / SIDE)
      for (let row = Math.floor((Math.min(top, bottom) - reach) / SIDE); row <= lowest; row++)
        yield* rows.get(row) ?? []
    }
  }
}
