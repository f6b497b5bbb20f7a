import type { Box } from './box'
import type { Body } from './geometry'
import type { NameLine } from './name-lines'

/** Where a name stands from its symbol's point of view. */
export type Side = 'right' | 'left' | 'below' | 'above' | 'right-below' | 'right-above' | 'left-below' | 'left-above'

/** A line of a name in its place: x is that of the anchor, y that of the baseline. */
interface PlacedLine extends NameLine {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** A name in its place. */
export interface PlacedName {
  readonly side: Side
  readonly box: Box
  readonly lines: readonly PlacedLine[]
}

/** A place that a label might take, and what the place itself costs before looking at what is there. */
export interface Candidate<P> {
  readonly box: Box
  readonly cost: number
  /** Hides an end of its own line, so that one cannot see where it comes from or leads. */
  readonly hidesEnd?: boolean
  /** Works out what stands where; only done for the place that is taken. */
  readonly place: () => P
}

/** Distance between one baseline and the next, in type sizes. */
export const LEADING = 1.25

/** How far the ink of a line reaches above and below its baseline, in type sizes. */
const ASCENT = 0.78
const DESCENT = 0.24

/** Free space between a symbol and its name, px. */
const GAP = 6

const SIDES: readonly (readonly [Side, cost: number])[] = [
  ['right', 0],
  ['below', 0.5],
  ['left', 1],
  ['above', 1.5],
  ['right-below', 2.5],
  ['right-above', 2.5],
  ['left-below', 3],
  ['left-above', 3]
]

const DIRECTIONS: Readonly<Record<Side, readonly [horizontal: -1 | 0 | 1, vertical: -1 | 0 | 1]>> = {
  right: [1, 0],
  left: [-1, 0],
  below: [0, 1],
  above: [0, -1],
  'right-below': [1, 1],
  'right-above': [1, -1],
  'left-below': [-1, 1],
  'left-above': [-1, -1]
}

const ANCHORS = { [-1]: 'end', 0: 'middle', 1: 'start' } as const

/** Every place for a name beside its symbol: eight sides, each setting of the name, near and a little further off. */
export function namePlaces(
  body: Body,
  settings: readonly (readonly NameLine[])[],
  keptSide?: Side
): readonly Candidate<PlacedName>[] {
  const candidates: Candidate<PlacedName>[] = []
  for (const away of [0, 5, 12])
    settings.forEach((lines, second) => {
      for (const [side, cost] of SIDES) {
        const upright = side === 'below' || side === 'above'
        const setting = second === 0 ? 0 : upright ? 1 : 4
        const stays = side === keptSide ? -4 : 0
        candidates.push(nameAt(body, lines, side, GAP + away, cost + setting + away * 0.8 + stays))
      }
    })
  return candidates.sort((a, b) => a.cost - b.cost)
}

function nameAt(body: Body, lines: readonly NameLine[], side: Side, gap: number, cost: number): Candidate<PlacedName> {
  const width = Math.max(...lines.map((line) => line.width))
  const height = lines.reduce((sum, line) => sum + line.size * LEADING, 0)
  const { reach } = body.outline
  const [horizontal, vertical] = DIRECTIONS[side]
  const slant = horizontal !== 0 && vertical !== 0
  // A diagonal name tucks its corner in beside the symbol rather than standing off in both directions.
  const aside = (horizontal > 0 ? reach.right : reach.left) * body.radius * (slant ? 0.62 : 1) + (slant ? gap / 2 : gap)
  const off = (vertical > 0 ? reach.bottom : reach.top) * body.radius * (slant ? 0.66 : 1) + (slant ? gap / 2 : gap - 2)
  const x = body.x + horizontal * aside
  const left = x - (width * (1 - horizontal)) / 2
  const top = body.y + vertical * (off + height / 2) - height / 2
  const box = { left, right: left + width, top, bottom: top + height }
  return { box, cost, place: () => ({ side, box, lines: linesAt(lines, x, top, ANCHORS[horizontal]) }) }
}

function linesAt(lines: readonly NameLine[], x: number, top: number, anchor: PlacedLine['anchor']) {
  let next = top
  return lines.map((line): PlacedLine => {
    const pitch = line.size * LEADING
    const y = next + (pitch - (ASCENT + DESCENT) * line.size) / 2 + ASCENT * line.size
    next += pitch
    return { ...line, x, y, anchor }
  })
}
