import { scriptOf } from './names'
import { phoneticWord } from './phonetic-key'

// The keys under which a word is kept for how it sounds: the usual one, and those of the readings that other tongues give its
// letters, all other readings at once. Words that sound alike share a key, or have two that differ in one letter.

/** How a word sounds, by the usual reading of its letters and by others; none where its script is not known. */
export function wordKeys(word: string): readonly string[] {
  const known = kept.get(word)
  if (known) return known
  const keys = new Set<string>()
  for (const read of [word, ...otherReadings(word)]) {
    const key = phoneticWord(read)?.replace(/(.)\1+/g, '$1')
    if (key && key.length > 1 && !/\d/.test(key)) keys.add(key)
  }
  for (const key of [...keys]) {
    const wide = coarseKey(key)
    if (wide.length > 1) keys.add(`-${wide}`)
  }
  const found = [...keys]
  if (kept.size > 20_000) kept.clear()
  kept.set(word, found)
  return found
}

/** A key in which sounds that are written for each other are one. */
export const coarseKey = (key: string): string =>
  key
    .replace(/ts/g, 's')
    .replace(/./g, (sound) => COARSE.get(sound) ?? sound)
    .replace(/(.)\1+/g, '$1')

const COARSE: ReadonlyMap<string, string> = new Map(
  Object.entries({ f: 'b', d: 't', z: 's', S: 's', j: 'k', h: '', A: '' })
)

const kept = new Map<string, readonly string[]>()

function otherReadings(word: string): readonly string[] {
  const lower = word.toLowerCase()
  switch (scriptOf(word)) {
    case 'Latn':
      return changed(lower, [
        // Turkish c; German and Slavic j and w; Croatian đ; German z and s; Arabic words before another, which end in -at.
        lower.replace(/c(?![hk])/g, 'j'),
        lower
          .replace(/(?<!d)j/g, 'y')
          .replace(/w/g, 'v')
          .replace(/đ|dj/g, 'd')
          .replace(/[cć]$/, 'ch'),
        slavic(lower),
        lower.replace(/dz|ds(?=e$)/g, 'z'),
        lower.replace(/(?<=.{3}a)t$/, ''),
        lower.replace(/g(?!h)/g, 'h'),
        lower.replace(/^[ea]l(?=[^aeiou].{2})/, ''),
        lower.replace(/^(abd)[aeou]+(?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|t(?=t)|d(?=d))(?!l?l?ah?$)/, '$1')
      ])
    case 'Cyrl':
      return changed(lower, [
        lower.replace(/г/g, 'х'),
        lower.replace(/ђ/g, 'д').replace(/дж/g, 'д'),
        lower.replace(/(?<=.{3}[ая])т$/, ''),
        lower.replace(/^(абд)[уеэаию](?:ль?|р(?=р)|с(?=с)|н(?=н)|з(?=з)|д(?=д))(?!л?ла)/, '$1')
      ])
    case 'Arab':
      return changed(lower, [
        lower.replace(/[ةه]$/, ''),
        lower.replace(/^عبدال(?!له$)/, 'عبد'),
        lower.replace(/ق/g, 'غ')
      ])
    default:
      return []
  }
}

/** As Germans and Poles write Slavic names. */
const slavic = (word: string) =>
  word
    .replace(/schtsch|szcz|tsch|dsch|sch|cz|sz|rz|ch|[cwj]/g, (letters) => SLAVIC.get(letters) ?? letters)
    .replace(/dz|ds(?=e$)/g, 'z')

const SLAVIC: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ schtsch: 'sh', szcz: 'sh', tsch: 'š', dsch: 'dzh', sch: 'sh', cz: 'š', sz: 'sh', rz: 'zh', ch: 'kh' },
    ...{ c: 'ts', w: 'v', j: 'y' }
  })
)

const changed = (word: string, readings: readonly string[]) =>
  readings.filter((reading) => reading !== word && reading !== '')
