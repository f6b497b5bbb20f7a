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
    const key = phoneticWord(read)
    if (key && key.length > 1 && !/\d/.test(key)) keys.add(key)
  }
  const found = [...keys]
  if (kept.size > 20_000) kept.clear()
  kept.set(word, found)
  return found
}

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
          .replace(/đ|dj/g, 'd'),
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

const changed = (word: string, readings: readonly string[]) =>
  readings.filter((reading) => reading !== word && reading !== '')
