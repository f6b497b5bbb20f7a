import { type Box, grown } from './box'
import type { Body } from './geometry'
import { Grid } from './grid'

/** Free space that a label leaves round it, px. */
export const AIR = 2

/** How much nearer a name has to be to its own symbol than to any other, px; and where others begin to make one hesitate. */
const NEARER = 2
const HESITATION = 14

/** A symbol with the box of its silhouette. */
interface Standing {
  readonly id: string
  readonly body: Body
  readonly box: Box
}

/** The symbols of a drawing by where they stand: which places are open to a label. */
export class Symbols {
  readonly #grid = new Grid()
  readonly #byBox = new Map<Box, Standing>()
  readonly #byId = new Map<string, Standing>()

  /** How many things have been looked at so far. */
  get looks(): number {
    return this.#grid.looks
  }

  add(id: string, body: Body, box: Box): void {
    const standing = { id, body, box }
    this.#byBox.set(box, standing)
    this.#byId.set(id, standing)
    this.#grid.addBox(id, box)
  }

  /** The box of the symbol of that id. */
  boxOf(id: string): Box | undefined {
    return this.#byId.get(id)?.box
  }

  /** Whether a label would stand on a symbol, or against it. */
  isOn(label: Box): boolean {
    return this.#grid.touching(grown(label, AIR)).length > 0
  }

  /**
   * How doubtful it would be whose name this is, 0 (plain) to 1; undefined where it would stand on a symbol, or not be
   * nearer to its own than to every other. Silhouettes have corners: the own one counts as far as it can be taken to be,
   * another as near.
   */
  doubt(label: Box, own: string): number | undefined {
    const standing = this.#byId.get(own)
    if (!standing) return undefined
    const [square, round] = gaps(label, standing)
    if (square < AIR) return undefined
    const far = Math.max(square, round)
    const reach = far + NEARER
    let least = reach + HESITATION
    for (const box of this.#grid.touching(grown(label, least), own)) {
      const other = this.#byBox.get(box)
      if (!other) continue
      const [across, around] = gaps(label, other)
      least = Math.min(least, across, around)
      if (least < reach) return undefined
    }
    return 1 - (least - reach) / HESITATION
  }
}

/** Free space between a label and a symbol, px: by the box of its silhouette, and by its circle. */
function gaps({ left, right, top, bottom }: Box, { body, box }: Standing): readonly [square: number, round: number] {
  const square = Math.hypot(
    Math.max(0, box.left - right, left - box.right),
    Math.max(0, box.top - bottom, top - box.bottom)
  )
  const [dx, dy] = [Math.max(left - body.x, body.x - right, 0), Math.max(top - body.y, body.y - bottom, 0)]
  return [square, Math.max(0, Math.hypot(dx, dy) - body.radius)]
}
