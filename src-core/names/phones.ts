// Speech sounds as bits, so that a letter can stand for several at once: Latin c for k, s, ts, ch and j. Two letters may be
// the same sound if their sets meet. C is ts, S sh, c ch, Z zh, j dzh, x kh, G gh, A ayn and hamza; the others as in English.

const PHONES = 'bpfvwmntdszCScZjkgxGhqlryAaeiou'
const bits: ReadonlyMap<string, number> = new Map(Array.from(PHONES, (phone, at) => [phone, 1 << at]))

/** The set of sounds named by these letters. */
export function phoneSet(letters: string): number {
  let set = 0
  for (const letter of letters) set |= bits.get(letter) ?? 0
  return set
}

/** All vowels. */
export const VOWELS = phoneSet('aeiou')
/** Half-vowels, which writers leave out or put in beside a vowel. */
export const GLIDES = phoneSet('wyA')
/** All vowels and half-vowels. */
export const SOFT = VOWELS | GLIDES

/** Sounds that one hand writes for the other: half a difference. */
const NEAR_GROUPS = [
  ...['bp', 'bv', 'pf', 'fv', 'vw', 'td', 'ts', 'dz', 'sz', 'sS', 'sC', 'zC', 'zZ', 'zj', 'Sc', 'SZ', 'cj', 'cC', 'Zj'],
  ...['kg', 'kq', 'kx', 'gG', 'gq', 'gj', 'xh', 'xG', 'xq', 'Gq', 'hA', 'jy', 'mn', 'wo', 'wu', 'yi', 'ye']
]

const near: readonly number[] = Array.from(PHONES, (phone) =>
  NEAR_GROUPS.reduce((set, group) => (group.includes(phone) ? set | phoneSet(group) : set), 0)
)

/** The sounds near to those of a set. */
export function nearTo(set: number): number {
  let found = 0
  for (let at = 0; at < near.length; at++) if (set & (1 << at)) found |= near[at] ?? 0
  return found
}

/** How far two sets of vowels are apart, 0–1: in `Tartus` and `Tartous` less than in `Hasan` and `Husayn`. */
export function vowelDistance(a: number, b: number): number {
  const at = ((a >>> FIRST_VOWEL) & 31) * 32 + ((b >>> FIRST_VOWEL) & 31)
  const known = distances[at] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  let least = 1
  for (const [[one, other], distance] of VOWEL_PAIRS)
    if (distance < least && ((a & one && b & other) || (a & other && b & one))) least = distance
  distances[at] = least
  return least
}

const UNKNOWN = -1
const FIRST_VOWEL = PHONES.length - 'aeiou'.length
const distances = new Float64Array(1024).fill(UNKNOWN)

const VOWEL_PAIRS: readonly (readonly [readonly [number, number], number])[] = (
  [
    ['ae', 0.15],
    ['ei', 0.1],
    ['ou', 0.1],
    ['ao', 0.25],
    ['ai', 0.4],
    ['eo', 0.4],
    ['au', 0.5],
    ['eu', 0.45],
    ['io', 0.5],
    ['iu', 0.5]
  ] as const
).map(([pair, distance]) => [[phoneSet(pair.charAt(0)), phoneSet(pair.charAt(1))], distance])
