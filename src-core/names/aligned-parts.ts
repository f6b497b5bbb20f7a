import { type NamePart, saidWhole } from './name-part'
import { type Spoken, together } from './spoken'
import { agreement } from './spoken-distance'

/** Whether a name must be met word by word. */
interface Options {
  readonly isWhole?: boolean
}

/** How well the words must agree on the whole, 0–1. */
const LEAST = 0.42

/**
 * Whether the parts of two names are the same in order: each of the shorter meets one of the longer, the first the first; the longer
 * may have more if the shorter has two at least. Turned round where only one of the words can be a given name.
 */
export function alignedParts(
  a: readonly NamePart[],
  b: readonly NamePart[],
  { isWhole = false }: Options = {}
): boolean {
  if (fits(a, b, isWhole) || fits(b, a, isWhole)) return true
  if (isWhole) return false
  const turned = turnedRound(a, b)
  return turned !== undefined && fits(a, turned, true, 0.6)
}

function fits(short: readonly NamePart[], long: readonly NamePart[], isWhole: boolean, strictness = 1): boolean {
  const [few, many] = [countOf(short), countOf(long)]
  if (few === 0 || few > many + 3) return false
  const single = few === 1 && many === 1 ? 0.8 : 1
  const canSkip = !isWhole && few >= 2
  const best = bestAlignment(short, long, canSkip, single * strictness)
  return best >= LEAST
}

/** How many parts a name has that may not be missing. */
export const countOf = (parts: readonly NamePart[]): number => parts.filter(({ isOptional }) => !isOptional).length

/** The mean agreement of the best alignment; -1 if there is none. */
function bestAlignment(
  short: readonly NamePart[],
  long: readonly NamePart[],
  canSkip: boolean,
  strictness: number
): number {
  const hasInitials = short.some(({ isInitial }) => isInitial)
  const known = new Map<number, readonly [number, number] | undefined>()
  const from = (i: number, j: number, matched: boolean): readonly [number, number] | undefined => {
    if (i === short.length && j === long.length) return [0, 0]
    const key = (i * 64 + j) * 2 + Number(matched)
    if (known.has(key)) return known.get(key)
    let best: readonly [number, number] | undefined
    const consider = (next: readonly [number, number] | undefined, share: number, weight: number) => {
      if (next && share >= 0) {
        const sum: readonly [number, number] = [next[0] + share * weight, next[1] + weight]
        if (!best || sum[0] / Math.max(1, sum[1]) > best[0] / Math.max(1, best[1])) best = sum
      }
    }
    const [one, other] = [short[i], long[j]]
    if (one?.isOptional) consider(from(i + 1, j, matched), 0, 0)
    if (other?.isOptional) consider(from(i, j + 1, matched), 0, 0)
    if (other && !other.isOptional && canSkip && canBeSkipped(long, j, matched, hasInitials))
      consider(from(i, j + 1, matched), 0, 0)
    if (one && other) {
      consider(from(i + 1, j + 1, true), partAgreement(one, other, strictness), 1)
      for (const [mine, theirs] of JOINS) {
        if (i + mine > short.length || j + theirs > long.length) continue
        const share = joinedAgreement(short.slice(i, i + mine), long.slice(j, j + theirs), strictness)
        if (share >= 0) consider(from(i + mine, j + theirs, true), share, Math.max(mine, theirs))
      }
    }
    known.set(key, best)
    return best
  }
  const found = from(0, 0, false)
  return found && found[1] > 0 ? found[0] / found[1] : -1
}

const JOINS = [
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [2, 3],
  [3, 2]
] as const

/** A name may have more in its middle and at its end; at its head only what is given along with another name. */
function canBeSkipped(long: readonly NamePart[], at: number, matched: boolean, hasInitials: boolean): boolean {
  const part = long[at]
  if (!part) return false
  if (matched) return !hasInitials || part.isPatronymic
  const rest = countOf(long.slice(at + 1))
  return rest >= 2 && (part.bond !== '' ? part.bond !== 'abd' : part.ids.includes('given:muhammad'))
}

/** How well two parts agree, 0–1; -1 if they are two names. */
function partAgreement(a: NamePart, b: NamePart, strictness: number): number {
  if (a.ids.length > 0 && b.ids.length > 0) return a.ids.some((id) => b.ids.includes(id)) && a.bond === b.bond ? 1 : -1
  if (a.isInitial || b.isInitial) return initialAgreement(a, b)
  if (a.bond !== b.bond) return bestOf(saidWhole(a), saidWhole(b), strictness * 0.5)
  if (a.term === b.term) return 1
  if (a.isOptional !== b.isOptional) return -1
  return bestOf(a.said, b.said, strictness)
}

function bestOf(a: readonly Spoken[], b: readonly Spoken[], strictness: number): number {
  let best = -1
  for (const one of a) for (const other of b) best = Math.max(best, positive(agreement(one, other, strictness)))
  return best
}

const positive = (share: number) => (share > 0 ? share : -1)

function initialAgreement(a: NamePart, b: NamePart): number {
  if (a.isInitial && b.isInitial) return a.term === b.term || meetsFirst(a, b) ? 0.9 : -1
  return meetsFirst(a, b) ? 0.8 : -1
}

const meetsFirst = (a: NamePart, b: NamePart) => {
  const [one, other] = [a.said[0]?.units[0], b.said[0]?.units[0]]
  if (a.said[0]?.script === b.said[0]?.script) return a.term.charAt(0) === b.term.charAt(0)
  return one !== undefined && other !== undefined && (one.set & other.set) !== 0
}

/** Words written together on one side and apart on the other. */
function joinedAgreement(a: readonly NamePart[], b: readonly NamePart[], strictness: number): number {
  if (a.map(({ term }) => term).join('') === b.map(({ term }) => term).join('')) return 1
  const [one, other] = [saidTogether(a), saidTogether(b)]
  return one && other ? positive(agreement(one, other, strictness * 0.75)) : -1
}

function saidTogether(parts: readonly NamePart[]): Spoken | undefined {
  let whole: Spoken | undefined
  for (const part of parts) {
    const [said] = saidWhole(part)
    if (!said || part.isInitial) return undefined
    whole = whole ? together(whole, said) : said
  }
  return whole
}

/** The parts with the last or first word moved, if it is not a given name that trades places with another. */
function turnedRound(a: readonly NamePart[], b: readonly NamePart[]): readonly NamePart[] | undefined {
  const [first, last] = [b[0], b.at(-1)]
  if (!first || !last || countOf(b) < 2 || countOf(a) !== countOf(b)) return undefined
  const isGiven = ({ ids }: NamePart) => ids.some((id) => id.startsWith('given:'))
  const names = [...a, ...b].filter(isGiven).length
  if (countOf(b) === 2 && isGiven(first) && isGiven(last)) return undefined
  if (names === 0 && countOf(b) > 2) return undefined
  return isGiven(last) || names === 0 ? [last, ...b.slice(0, -1)] : [...b.slice(1), first]
}
