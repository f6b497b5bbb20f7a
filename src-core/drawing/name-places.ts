import type { Box } from './box'
import type { Body } from './geometry'
import type { NameLine } from './name-lines'

/** Where a name stands from its symbol's point of view. */
type Side = 'right' | 'left' | 'below' | 'above'

/** A line of a name in its place: x is that of the anchor, y that of the baseline. */
interface PlacedLine extends NameLine {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** A name in its place. */
export interface PlacedName {
  readonly side: Side
  /** How far it is slid along that side, -1 to 1, down and to the right. */
  readonly slide: number
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

/** How much more or less free space is tried, px. */
const AWAY = [0, -2, 4, 9, 15]

const SIDES: readonly (readonly [Side, cost: number])[] = [
  ['right', 0],
  ['below', 0.5],
  ['left', 1],
  ['above', 1.5]
]

const DIRECTIONS: Readonly<Record<Side, readonly [horizontal: -1 | 0 | 1, vertical: -1 | 0 | 1]>> = {
  right: [1, 0],
  left: [-1, 0],
  below: [0, 1],
  above: [0, -1]
}

/** How far along its side a name is slid: 0 is the middle; at 1 and -1 it only just stands beside its symbol. */
const SLIDES: readonly (readonly [slide: number, cost: number])[] = [
  [0, 0],
  [0.3, 1],
  [-0.3, 1.1],
  [0.6, 1.9],
  [-0.6, 2],
  [0.95, 2.8],
  [-0.95, 2.9]
]

/** One of the places round a symbol, whatever the symbol. */
interface Spot {
  readonly side: Side
  readonly slide: number
  readonly away: number
  /** Which of the settings of a name. */
  readonly setting: number
  readonly cost: number
}

const SPOTS: readonly Spot[] = AWAY.flatMap((away) =>
  [0, 1].flatMap((setting) =>
    SIDES.flatMap(([side, cost]) =>
      SLIDES.map(([slide, aside]) => {
        const other = setting === 0 ? 0 : side === 'below' || side === 'above' ? 1 : 4
        return { side, slide, away, setting, cost: cost + aside + other + Math.abs(away) * 0.8 }
      })
    )
  )
).sort((a, b) => a.cost - b.cost)

/**
 * Every place for a name beside its symbol, the best first: four sides, slid along each, each setting of the name, near
 * and further off. Fixed places that slide, as in van Kreveld, Strijk and Wolff (1999).
 */
export function* namePlaces(
  body: Body,
  settings: readonly (readonly NameLine[])[],
  kept?: Pick<PlacedName, 'side' | 'slide'>
): Generator<Candidate<PlacedName>, void> {
  const stays = ({ side, slide }: Spot) => (side !== kept?.side ? 0 : slide === kept.slide ? 4 : 3)
  const spots = kept
    ? SPOTS.map((spot) => ({ ...spot, cost: spot.cost - stays(spot) })).sort((a, b) => a.cost - b.cost)
    : SPOTS
  for (const { side, slide, away, setting, cost } of spots) {
    const lines = settings[setting]
    if (lines) yield nameAt(body, lines, side, slide, GAP + away, cost)
  }
}

function nameAt(
  body: Body,
  lines: readonly NameLine[],
  side: Side,
  slide: number,
  gap: number,
  cost: number
): Candidate<PlacedName> {
  const width = Math.max(...lines.map((line) => line.width))
  const height = lines.reduce((sum, line) => sum + line.size * LEADING, 0)
  const { reach } = body.outline
  const [horizontal, vertical] = DIRECTIONS[side]
  const beside = (horizontal > 0 ? reach.right : reach.left) * body.radius + gap
  const off = (vertical > 0 ? reach.bottom : reach.top) * body.radius + gap - 2
  const halfWidth = (slide > 0 ? reach.right : reach.left) * body.radius
  const halfHeight = (slide > 0 ? reach.bottom : reach.top) * body.radius
  const x = body.x + (horizontal === 0 ? slide * (width / 2 + halfWidth) : horizontal * (beside + width / 2))
  const y = body.y + (vertical === 0 ? slide * (height / 2 + halfHeight) : vertical * (off + height / 2))
  const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
  // The shorter of two lines stands on the side of the symbol.
  const towards = horizontal || Math.sign(slide)
  return { box, cost, place: () => ({ side, slide, box, lines: linesAt(lines, box, towards) }) }
}

function linesAt(lines: readonly NameLine[], { left, right, top }: Box, towards: number): readonly PlacedLine[] {
  const anchor = towards > 0 ? 'start' : towards < 0 ? 'end' : 'middle'
  const x = towards > 0 ? left : towards < 0 ? right : (left + right) / 2
  let next = top
  return lines.map((line): PlacedLine => {
    const pitch = line.size * LEADING
    const y = next + (pitch - (ASCENT + DESCENT) * line.size) / 2 + ASCENT * line.size
    next += pitch
    return { ...line, x, y, anchor }
  })
}
