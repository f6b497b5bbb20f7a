import { type Box, crosses, grown, type Segment } from './box'

/** Side of a cell, px: about the size of a label. */
export const CELL = 64

/** The boxes or line of one owner; `seen` is the number of the last search that met it, so that it is counted once. */
interface Owner {
  readonly box: Box
  seen: number
}

interface Item {
  readonly owner: Owner
  readonly box: Box
  /** Ends of a straight piece of a line, where the item is one. */
  readonly line?: Segment
}

/** Boxes and lines by place, so that what touches a spot is found without looking at all of them. */
export class Grid {
  /** How many things searches have looked at so far: what they cost, the same on every machine. */
  looks = 0
  readonly #cells = new Map<number, Item[]>()
  readonly #owners = new Map<string, Owner>()
  readonly #side: number
  #searches = 0

  /** `side` of a cell, px. */
  constructor(side = CELL) {
    this.#side = side
  }

  addBox(id: string, box: Box): void {
    const owner = { box, seen: 0 }
    this.#owners.set(id, owner)
    const item = { owner, box }
    for (const key of this.#keysOf(box)) this.#put(key, item)
  }

  /** Adds a line by its corners, drawn straight from one to the next. */
  addLine(id: string, points: readonly { readonly x: number; readonly y: number }[]): void {
    for (let at = 1; at < points.length; at++) {
      const { x: ax, y: ay } = points[at - 1] as (typeof points)[number]
      const { x: bx, y: by } = points[at] as (typeof points)[number]
      const box = { left: Math.min(ax, bx), top: Math.min(ay, by), right: Math.max(ax, bx), bottom: Math.max(ay, by) }
      const owner = this.#owners.get(id) ?? { box, seen: 0 }
      this.#owners.set(id, owner)
      const item = { owner, box, line: [ax, ay, bx, by] } as const
      for (const key of this.#keysAlong(item.line)) this.#put(key, item)
    }
  }

  /** Takes a box away again. */
  removeBox(id: string): void {
    const owner = this.#owners.get(id)
    if (!owner) return
    this.#owners.delete(id)
    for (const key of this.#keysOf(owner.box)) {
      const items = this.#cells.get(key)
      const at = items?.findIndex((item) => item.owner === owner) ?? -1
      if (at >= 0) items?.splice(at, 1)
    }
  }

  /** The boxes of all that touch a box, each owner once, except one owner; no more than `most`. */
  touching(box: Box, except?: string, most = Number.POSITIVE_INFINITY): readonly Box[] {
    const found: Box[] = []
    const search = ++this.#searches
    const own = except === undefined ? undefined : this.#owners.get(except)
    if (own) own.seen = search
    this.#find(box, search, found, most)
    return found
  }

  /** The boxes of all that touch the boxes of a line's pieces, `reach` px larger on all sides, each owner once. */
  beside(points: readonly { readonly x: number; readonly y: number }[], reach: number): readonly Box[] {
    const found: Box[] = []
    const search = ++this.#searches
    for (let at = 1; at < points.length; at++) {
      const { x: ax, y: ay } = points[at - 1] as (typeof points)[number]
      const { x: bx, y: by } = points[at] as (typeof points)[number]
      const box = { left: Math.min(ax, bx), top: Math.min(ay, by), right: Math.max(ax, bx), bottom: Math.max(ay, by) }
      this.#find(grown(box, reach), search, found, Number.POSITIVE_INFINITY)
    }
    return found
  }

  #find(box: Box, search: number, found: Box[], most: number) {
    for (const key of this.#keysOf(box)) {
      const items = this.#cells.get(key)
      if (!items) continue
      for (const { owner, box: held, line } of items) {
        this.looks++
        if (owner.seen === search || !meets(held, box) || (line && !crosses(line, box))) continue
        owner.seen = search
        found.push(held)
        if (found.length >= most) return
      }
    }
  }

  #put(key: number, item: Item) {
    const items = this.#cells.get(key)
    if (items) items.push(item)
    else this.#cells.set(key, [item])
  }

  /** Keys of the cells that a box touches. */
  #keysOf({ left, top, right, bottom }: Box): readonly number[] {
    const keys: number[] = []
    const [lastX, lastY] = [this.#cell(right), this.#cell(bottom)]
    for (let x = this.#cell(left); x <= lastX; x++) for (let y = this.#cell(top); y <= lastY; y++) keys.push(key(x, y))
    return keys
  }

  /** Keys of the cells that a straight line runs through, column by column: as many as it is long, not as its box is large. */
  #keysAlong([ax, ay, bx, by]: Segment): readonly number[] {
    const keys: number[] = []
    const [fromX, fromY, toX, toY] = ax <= bx ? [ax, ay, bx, by] : [bx, by, ax, ay]
    const slope = toX === fromX ? 0 : (toY - fromY) / (toX - fromX)
    const lastX = this.#cell(toX)
    for (let x = this.#cell(fromX); x <= lastX; x++) {
      // Where the line enters and leaves the column; it may begin or end in it.
      const enters = x * this.#side <= fromX ? fromY : fromY + (x * this.#side - fromX) * slope
      const leaves = (x + 1) * this.#side >= toX ? toY : fromY + ((x + 1) * this.#side - fromX) * slope
      const lastY = this.#cell(Math.max(enters, leaves) + SLACK)
      for (let y = this.#cell(Math.min(enters, leaves) - SLACK); y <= lastY; y++) keys.push(key(x, y))
    }
    return keys
  }

  #cell(value: number): number {
    return Math.floor(value / this.#side)
  }
}

/** For what is lost to rounding where a line crosses from cell to cell, px. */
const SLACK = 1e-6

/** Whether two boxes touch; a level or upright line has a box without area. */
const meets = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom

/** Far cells may share a key: that costs a look, never a wrong answer. */
const key = (x: number, y: number) => (x * 4093 + y) | 0
