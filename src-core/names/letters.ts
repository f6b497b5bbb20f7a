/** What a sign does in a name: it is a letter, joins words, is not heard, ends an initial, or parts words. */
export interface Sign {
  readonly part: 'letter' | 'hyphen' | 'silent' | 'dot' | 'gap'
  /** The letters that it stands for when names are compared; none for marks and hamza. */
  readonly letters: string
  /** ISO 15924; Zyyy where it belongs to none of those below. */
  readonly script: string
}

/** What a sign (one code point) does. Worked out once for each that occurs. */
export function signOf(sign: string): Sign {
  const known = signs.get(sign)
  if (known) return known
  const found = { part: partOf(sign), letters: foldLetter(sign), script: scriptOfSign(sign) }
  if (signs.size < 20_000) signs.set(sign, found)
  return found
}

const signs = new Map<string, Sign>()

const HYPHENS = /[-‐‑‒–—־]/
// Signs that nobody sees: soft hyphen, joiners, word joiner and byte order mark, direction marks, fillers, tags, variation selectors.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u
// Signs inside a word that only tell how it is said: apostrophes, primes, half rings for ayn and hamza, tatweel.
const SILENT = /['’‘ʼ`´ʻʾʿˈʹʺ″′\u0640]/

function partOf(sign: string): Sign['part'] {
  if (sign === '.') return 'dot'
  if (HYPHENS.test(sign)) return 'hyphen'
  if (SILENT.test(sign) || INVISIBLE.test(sign)) return 'silent'
  return /[\p{L}\p{N}\p{M}]/u.test(sign) ? 'letter' : 'gap'
}

const scriptOfSign = (sign: string) => SCRIPTS.find(([, pattern]) => pattern.test(sign))?.[0] ?? 'Zyyy'

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Syrc', /\p{Script=Syriac}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Laoo', /\p{Script=Lao}/u],
  ['Khmr', /\p{Script=Khmer}/u],
  ['Mymr', /\p{Script=Myanmar}/u]
]

/** Without case and marks (Unicode NFKD), and one form of each letter. */
function foldLetter(sign: string): string {
  const plain = sign.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  return LETTERS.get(sign.toLowerCase()) ?? Array.from(plain, (letter) => LETTERS.get(letter) ?? letter).join('')
}

const pairs = (text: string) => text.split(' ').map((pair): [string, string] => [pair.charAt(0), pair.slice(1)])
const digits = (ten: string) => Array.from(ten, (digit, value): [string, string] => [digit, String(value)])

// What NFKD keeps apart although readers do not. Writers do not agree on hamza, so it is left out.
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...pairs('ßss æae œoe øo łl đd ðd þth ıi ħh ŧt əa ςσ ёе ґг'),
  ...pairs('ء ىي یي ےي ةه ەه ہه ۀه کك ٱا ڤف ךכ םמ ןנ ףפ ץצ'),
  ...digits('٠١٢٣٤٥٦٧٨٩'),
  ...digits('۰۱۲۳۴۵۶۷۸۹')
])
