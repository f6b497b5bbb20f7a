import { type Box, crosses, type Segment } from './box'

/** Side of a cell, px: about the size of a label. */
const CELL = 64

/** Somebody's boxes or line; `seen` is the number of the last search that met it, so that it is counted once. */
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
  readonly #cells = new Map<number, Item[]>()
  readonly #owners = new Map<string, Owner>()
  #searches = 0

  addBox(id: string, box: Box): void {
    const owner = { box, seen: 0 }
    this.#owners.set(id, owner)
    this.#add({ owner, box })
  }

  /** Adds a line by its corners, drawn straight from one to the next. */
  addLine(id: string, points: readonly { readonly x: number; readonly y: number }[]): void {
    for (let at = 1; at < points.length; at++) {
      const { x: ax, y: ay } = points[at - 1] as (typeof points)[number]
      const { x: bx, y: by } = points[at] as (typeof points)[number]
      const box = { left: Math.min(ax, bx), top: Math.min(ay, by), right: Math.max(ax, bx), bottom: Math.max(ay, by) }
      const owner = this.#owners.get(id) ?? { box, seen: 0 }
      this.#owners.set(id, owner)
      this.#add({ owner, box, line: [ax, ay, bx, by] })
    }
  }

  /** Takes a box away again. */
  removeBox(id: string): void {
    const owner = this.#owners.get(id)
    if (!owner) return
    this.#owners.delete(id)
    for (const key of keysOf(owner.box)) {
      const items = this.#cells.get(key)
      const at = items?.findIndex((item) => item.owner === owner) ?? -1
      if (at >= 0) items?.splice(at, 1)
    }
  }

  /** The boxes of all that touch a box, each owner once, except one owner. */
  touching(box: Box, except?: string): readonly Box[] {
    const found: Box[] = []
    const search = ++this.#searches
    const own = except === undefined ? undefined : this.#owners.get(except)
    if (own) own.seen = search
    for (const key of keysOf(box)) {
      const items = this.#cells.get(key)
      if (!items) continue
      for (const { owner, box: held, line } of items) {
        if (owner.seen === search || !meets(held, box) || (line && !crosses(line, box))) continue
        owner.seen = search
        found.push(held)
      }
    }
    return found
  }

  #add(item: Item): void {
    for (const key of keysOf(item.box)) {
      const items = this.#cells.get(key)
      if (items) items.push(item)
      else this.#cells.set(key, [item])
    }
  }
}

/** Whether two boxes touch; a level or upright line has a box without area. */
const meets = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom

/** Keys of the cells that a box touches. Far cells may share a key: that costs a test, never a wrong answer. */
function keysOf({ left, top, right, bottom }: Box): readonly number[] {
  const keys: number[] = []
  const [lastX, lastY] = [Math.floor(right / CELL), Math.floor(bottom / CELL)]
  for (let x = Math.floor(left / CELL); x <= lastX; x++)
    for (let y = Math.floor(top / CELL); y <= lastY; y++) keys.push((x * 4093 + y) | 0)
  return keys
}
