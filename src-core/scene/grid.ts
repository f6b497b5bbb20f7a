import { type Box, crosses, overlaps } from './box'

/** Side of a cell, px: about the size of a label. */
const CELL = 64

interface Item {
  readonly owner: string
  readonly box: Box
  /** Ends of a straight piece of a line, where the item is one. */
  readonly line?: readonly [number, number, number, number]
}

/** Boxes and pieces of lines by place, so that what touches a spot is found without looking at all of them. */
export class Grid {
  readonly #cells = new Map<number, Item[]>()

  addBox(owner: string, box: Box): void {
    this.#add({ owner, box })
  }

  addLine(owner: string, ax: number, ay: number, bx: number, by: number): void {
    const box = { left: Math.min(ax, bx), top: Math.min(ay, by), right: Math.max(ax, bx), bottom: Math.max(ay, by) }
    this.#add({ owner, box, line: [ax, ay, bx, by] })
  }

  /** Takes away what an owner put into the cells that a box touches. */
  remove(owner: string, box: Box): void {
    for (const key of keysOf(box)) {
      const items = this.#cells.get(key)
      if (items)
        this.#cells.set(
          key,
          items.filter((item) => item.owner !== owner)
        )
    }
  }

  /** The boxes of what touches a box, each owner once, except one owner. */
  touching(box: Box, except?: string): readonly Box[] {
    const found = new Map<string, Box>()
    for (const key of keysOf(box))
      for (const item of this.#cells.get(key) ?? []) {
        if (item.owner === except || found.has(item.owner)) continue
        if (item.line ? crosses(...item.line, box) : overlaps(item.box, box)) found.set(item.owner, item.box)
      }
    return [...found.values()]
  }

  #add(item: Item): void {
    for (const key of keysOf(item.box)) {
      const items = this.#cells.get(key)
      if (items) items.push(item)
      else this.#cells.set(key, [item])
    }
  }
}

function keysOf({ left, top, right, bottom }: Box): readonly number[] {
  const keys: number[] = []
  const lastX = Math.floor(right / CELL)
  const lastY = Math.floor(bottom / CELL)
  for (let x = Math.floor(left / CELL); x <= lastX; x++)
    for (let y = Math.floor(top / CELL); y <= lastY; y++) keys.push(x * 0x200000 + y)
  return keys
}
