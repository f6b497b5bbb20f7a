import type { Unit } from './alphabet'
import { SOFT, VOWELS, vowelDistance } from './phones'
import { type Spoken, weightOf } from './spoken'

/**
 * How far two words are apart by what they sound like: 0 where each letter of one may be said as a letter of the other, about 1
 * for each consonant that differs; `limit` or more as soon as it is that far. A weighted edit distance (Wagner and Fischer, 1974).
 */
export function spokenDistance(a: Spoken, b: Spoken, limit = 4): number {
  const [one, other] = [a.units, b.units]
  const isSameBare = a.isBare && a.script === b.script
  const isOneBare = a.isBare !== b.isBare
  const count = other.length
  let [above, row] = rowsOf(count + 1)
  above[0] = 0
  for (let at = 0; at < count; at++) above[at + 1] = (above[at] ?? 0) + dropOf(other[at], a.isBare, isSameBare)
  for (const unit of one) {
    const drop = dropOf(unit, b.isBare, isSameBare)
    row[0] = (above[0] ?? 0) + drop
    let least = row[0]
    for (let at = 0; at < count; at++) {
      const beside = other[at] ?? unit
      let cost = (above[at] ?? 0) + exchange(unit, beside, isOneBare)
      const without = (above[at + 1] ?? 0) + drop
      if (without < cost) cost = without
      const more = (row[at] ?? 0) + dropOf(beside, a.isBare, isSameBare)
      if (more < cost) cost = more
      row[at + 1] = cost
      if (cost < least) least = cost
    }
    if (least >= limit) return limit
    ;[above, row] = [row, above]
  }
  return Math.min(limit, above[count] ?? 0)
}

function dropOf(unit: Unit | undefined, isBesideBare: boolean, isSameBare: boolean): number {
  if (!unit) return 0
  if (isSameBare) return Math.min(1, unit.drop * 1.5)
  return isBesideBare ? unit.dropBare : unit.drop
}

/** Two rows that are used again and again: no comparison begins before the last has ended. */
function rowsOf(length: number): [Float64Array, Float64Array] {
  if (rows[0].length < length) rows = [new Float64Array(length * 2), new Float64Array(length * 2)]
  return rows
}

let rows: [Float64Array, Float64Array] = [new Float64Array(64), new Float64Array(64)]

function exchange(a: Unit, b: Unit, isBareBeside: boolean): number {
  if (a.set & b.set) return 0
  if (a.set & VOWELS && b.set & VOWELS) return vowelDistance(a.set, b.set) + (isBareBeside ? 0.3 : 0)
  if (a.near & b.set) return 0.5
  return a.set & SOFT || b.set & SOFT ? 1.3 : 1
}

/** How far two words that tell so much may be apart and still be one. */
function tolerated(weight: number): number {
  if (weight < 1) return 0.2
  if (weight < 2) return 0.3
  if (weight < 3) return 0.45
  if (weight < 4) return 0.55
  if (weight < 5) return 0.75
  return weight < 6 ? 0.95 : 1.1
}

/** How well two words agree: 1 for the same sounds, 0 where they are just too far apart, less than 0 never. `strictness` (1) narrows what is tolerated. */
export function agreement(a: Spoken, b: Spoken, strictness = 1): number {
  const allowed = tolerated(Math.max(weightOf(a), weightOf(b))) * strictness
  const distance = spokenDistance(a, b, allowed + 0.01)
  return distance > allowed ? 0 : 1 - distance / (allowed * 1.25)
}
