import type { Alphabet, Unit } from './alphabet'
import { ARABIC } from './alphabets/arabic'
import { ARMENIAN } from './alphabets/armenian'
import { CYRILLIC } from './alphabets/cyrillic'
import { GEORGIAN } from './alphabets/georgian'
import { GREEK } from './alphabets/greek'
import { HANGUL } from './alphabets/hangul'
import { HEBREW } from './alphabets/hebrew'
import { KANA } from './alphabets/kana'
import { LATIN } from './alphabets/latin'
import { SOFT, VOWELS } from './phones'

/** How a word may be said: its sounds in order, and how they are written. */
export interface Spoken {
  readonly units: readonly Unit[]
  /** Whether its script leaves out short vowels. */
  readonly isBare: boolean
  readonly script: string
}

const ALPHABETS: ReadonlyMap<string, Alphabet> = new Map([
  ['Latn', LATIN],
  ['Cyrl', CYRILLIC],
  ['Arab', ARABIC],
  ['Hebr', HEBREW],
  ['Grek', GREEK],
  ['Geor', GEORGIAN],
  ['Armn', ARMENIAN],
  ['Hang', HANGUL],
  ['Jpan', KANA]
])

/** How a word is said that is written in this script (ISO 15924); undefined where the script is not known. */
export function spoken(word: string, script: string): Spoken | undefined {
  const letters = ALPHABETS.get(script)
  if (!letters) return undefined
  return { units: settled(unitsIn(evened(word, script), letters), letters.isBare), isBare: letters.isBare, script }
}

/** As `spoken`, remembered: the same few words are asked for again and again. */
export function saidAs(word: string, script: string): Spoken | undefined {
  const known = remembered.get(word)
  if (known) return known
  const said = spoken(word, script)
  if (!said) return undefined
  if (remembered.size > 4000) remembered.clear()
  remembered.set(word, said)
  return said
}

const remembered = new Map<string, Spoken>()

/** The sounds of two words as those of one. */
export const together = (a: Spoken, b: Spoken): Spoken => ({ ...a, units: [...a.units, ...b.units] })

/** How much tells a word apart from others: its consonants, and half of what is half a vowel. */
export function weightOf({ units }: Spoken): number {
  let weight = 0
  for (const { set, drop } of units) if (set & ~SOFT) weight += set & VOWELS ? 0.5 : drop >= 0.4 ? 1 : 0
  return weight
}

function evened(word: string, script: string): string {
  const lower = word.normalize('NFKC').toLowerCase()
  switch (script) {
    case 'Latn':
      return lower
        .normalize('NFC')
        .replace(/([b-df-hj-np-tv-z])\1+/g, '$1')
        .replace(/(?<=[^aeiou])[iyj]{2,}$/, 'i')
    case 'Cyrl':
      return lower
        .normalize('NFC')
        .replace(/([б-джзк-нп-тф-щ])\1+/g, '$1')
        .replace(/[иіыйїј]{2,}$/, 'и')
    case 'Arab':
      return lower
        .replace(/[\u0640\u064b-\u0652\u0670]/g, '')
        .replace(/لله/g, 'له')
        .replace(/([يی])[يی]+/g, '$1')
    case 'Jpan':
      return lower.replace(/[ァ-ヴ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
    case 'Hang':
      return lower.normalize('NFD')
    case 'Hebr':
      return lower.replace(/[\u0591-\u05bd\u05bf-\u05c7]/g, '')
    default:
      return lower
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/(\p{L})\1/gu, '$1')
        .normalize('NFC')
  }
}

function unitsIn(word: string, { letters, longest }: Alphabet): Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < word.length; ) {
    let length = Math.min(longest, word.length - at)
    let found: readonly Unit[] | undefined
    for (; length > 0 && !found; length--) {
      const part = word.slice(at, at + length)
      found =
        (at === 0 ? letters.get(`^${part}`) : undefined) ??
        (at + length === word.length ? letters.get(`${part}$`) : undefined) ??
        letters.get(part)
    }
    if (found) {
      for (const unit of found) units.push(unit)
      at += length + 1
      continue
    }
    // A letter with a mark that the table has no own sound for, or a ligature.
    const plain = word.charAt(at).normalize('NFKD').replace(/\p{M}/gu, '')
    if (plain !== word.charAt(at))
      for (const letter of plain) for (const unit of letters.get(letter) ?? []) units.push(unit)
    at += 1
  }
  return units
}

/** A vowel at the end tells names apart where one inside does not: Samir and Samira, Julan and Julani. */
function settled(units: Unit[], isBare: boolean): readonly Unit[] {
  const last = units.at(-1)
  if (isBare || units.length < 2 || !last || last.set & ~VOWELS || last.drop < 0.3) return units
  return [...units.slice(0, -1), { ...last, drop: 0.8, dropBare: 0.5 }]
}
