// Signs that nobody can see, after the Unicode Character Database (UAX #44, Default_Ignorable_Code_Point) and UAX #9 for the
// controls of direction. Those that a script or an emoji needs are left alone.

const NAMES: ReadonlyMap<number, string> = new Map([
  [0x00ad, 'soft hyphen'],
  [0x034f, 'combining grapheme joiner'],
  [0x061c, 'Arabic letter mark'],
  [0x115f, 'Hangul filler'],
  [0x1160, 'Hangul filler'],
  [0x180e, 'Mongolian vowel separator'],
  [0x200b, 'zero-width space'],
  [0x200c, 'zero-width non-joiner'],
  [0x200d, 'zero-width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x2060, 'word joiner'],
  [0x2800, 'blank Braille pattern'],
  [0x3164, 'Hangul filler'],
  [0xfeff, 'byte order mark'],
  [0xffa0, 'Hangul filler'],
  [0xfffc, 'object replacement character']
])

/** Kinds of sign of which there are many, by their code points. */
const RANGES: readonly (readonly [number, number, string])[] = [
  [0x00, 0x1f, 'control character'],
  [0x7f, 0x9f, 'control character'],
  [0x180b, 0x180f, 'variation selector'],
  [0x202a, 0x202e, 'control of direction'],
  [0x2061, 0x2064, 'invisible operator'],
  [0x2066, 0x2069, 'control of direction'],
  [0x206a, 0x206f, 'control character'],
  [0xfe00, 0xfe0f, 'variation selector'],
  [0xe0000, 0xe007f, 'tag character'],
  [0xe0100, 0xe01ef, 'variation selector']
]

/** A sign with its code point: `zero-width space (U+200B)`. */
export function signInWords(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  const range = RANGES.find(([from, to]) => code >= from && code <= to)?.[2]
  const mark = /^\p{M}/u.test(sign) ? 'mark that belongs on a letter' : 'invisible sign'
  const name = NAMES.get(code) ?? range ?? (/^\s/.test(sign) ? 'blank' : mark)
  return `${name} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`
}

// Tab and line ends may be seen by what they do; the numbers' signs of Arabic, Syriac and Kaithi can be seen themselves.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800\ufffc]/u
const SEEN = /[\t\n\r\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u

const isUnseen = (sign: string) => UNSEEN.test(sign) && !SEEN.test(sign)

/** Scripts in which letters join or change shape, so that the joiners say something: Arabic and its kin, and those of Brahmi. */
const SHAPING =
  /[\p{Script_Extensions=Arabic}\p{sc=Syriac}\p{sc=Mongolian}\p{sc=Nko}\p{sc=Mandaic}\p{sc=Manichaean}\p{sc=Hanifi_Rohingya}\p{sc=Phags_Pa}\p{sc=Adlam}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Myanmar}\p{sc=Khmer}\p{sc=Tibetan}\p{sc=Thai}\p{sc=Lao}\p{sc=Balinese}\p{sc=Javanese}\p{sc=Sundanese}\p{sc=Tai_Tham}\p{sc=Cham}\p{sc=Brahmi}\p{sc=Grantha}\p{sc=Newa}\p{sc=Meetei_Mayek}\p{sc=Chakma}\p{sc=Sharada}\p{sc=Limbu}\p{sc=Lepcha}]/u

const isShaping = (sign: string) => SHAPING.test(sign) && !isUnseen(sign)

/** Scripts that write no blanks between words: there a zero-width space says where one ends. */
const UNSPACED =
  /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{sc=Tai_Le}\p{sc=New_Tai_Lue}\p{sc=Tai_Tham}\p{sc=Tai_Viet}\p{sc=Balinese}\p{sc=Javanese}]/u

const RIGHT_TO_LEFT =
  /[\p{Script_Extensions=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Samaritan}\p{sc=Mandaic}\p{sc=Adlam}\p{sc=Hanifi_Rohingya}]/u

const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u

/** An invisible sign in a text, and where: in UTF-16 code units. */
export interface Invisible {
  readonly at: number
  readonly sign: string
}

/** The signs of a text that nobody sees and no script or emoji needs, in order. */
export function* invisiblesIn(text: string): Generator<Invisible> {
  // Most texts have none: that is seen without taking them apart.
  if (!UNSEEN.test(text)) return
  const signs = Array.from(text)
  const paired = pairedControls(signs)
  const isRightToLeft = signs.some((sign) => RIGHT_TO_LEFT.test(sign) && !isUnseen(sign))
  const isBraille = BRAILLE.test(text)
  let at = 0
  for (const [index, sign] of signs.entries()) {
    if (isUnseen(sign) && !isNeeded({ signs, index, sign, isRightToLeft, isBraille, isPaired: paired.has(index) }))
      yield { at, sign }
    at += sign.length
  }
}

/** The first of them in words; undefined where there is none: `zero-width space (U+200B)`. */
export function firstInvisible(text: string): string | undefined {
  const [first] = invisiblesIn(text)
  return first && signInWords(first.sign)
}

/** The text without them. */
export function withoutInvisibles(text: string): string {
  let cleaned = text
  // Taking one away can leave another without what it belonged to; not for long.
  for (let round = 0; round < 4; round++) {
    const pieces: string[] = []
    let from = 0
    for (const { at, sign } of invisiblesIn(cleaned)) {
      pieces.push(cleaned.slice(from, at))
      from = at + sign.length
    }
    if (from === 0) break
    cleaned = pieces.join('') + cleaned.slice(from)
  }
  return cleaned
}

/** Whether a name holds nothing that anybody can see: blanks, invisible signs, marks without a letter. */
export function isInvisibleName(name: string): boolean {
  for (const sign of name) if (!isUnseen(sign) && !/[\s\p{M}]/u.test(sign)) return false
  return true
}

/** The first sign of such a name that is more than a blank, in words; undefined where there are blanks only. */
export function signOfInvisibleName(name: string): string | undefined {
  const sign = Array.from(name).find((one) => !/^[ \t\n\r]$/.test(one))
  return sign === undefined ? undefined : signInWords(sign)
}

interface Around {
  readonly signs: readonly string[]
  readonly index: number
  readonly sign: string
  readonly isRightToLeft: boolean
  readonly isBraille: boolean
  readonly isPaired: boolean
}

function isNeeded({ signs, index, sign, isRightToLeft, isBraille, isPaired }: Around): boolean {
  const before = signs[index - 1] ?? ''
  const after = signs[index + 1] ?? ''
  const code = sign.codePointAt(0) ?? 0
  switch (code) {
    case 0x200b:
      return UNSPACED.test(before) && UNSPACED.test(nextSeen(signs, index))
    case 0x200c:
      return isShaping(before) && isShaping(nextSeen(signs, index))
    case 0x200d:
      return isShaping(before) || isShaping(after) || (isEmoji(signs, index - 1) && EMOJI_BASE.test(after))
    case 0x200e:
    case 0x200f:
    case 0x061c:
      return isRightToLeft
    case 0x034f:
      return /\p{M}/u.test(before) || /\p{M}/u.test(after)
    case 0x115f:
    case 0x1160:
      return JAMO.test(before) || JAMO.test(after)
    case 0x2800:
      return isBraille
    case 0x180e:
      return /\p{sc=Mongolian}/u.test(before)
  }
  if (/\p{Variation_Selector}/u.test(sign)) return before !== '' && !/\s/.test(before) && !isUnseen(before)
  if (code >= 0xe0020 && code <= 0xe007f) return isFlag(signs, index)
  if (isPaired) return isRightToLeft
  // Controls of hieroglyphs, shorthand and notes are part of what is written.
  return /[\u{13430}-\u{1345f}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}]/u.test(sign) && before !== ''
}

/** The next sign that can be seen, a few further on at most: of two joiners side by side one is enough. */
const nextSeen = (signs: readonly string[], index: number) =>
  signs.slice(index + 1, index + 9).find((sign) => !isUnseen(sign)) ?? ''

const EMOJI_BASE = /\p{Extended_Pictographic}/u
const JAMO = /[\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/u
const BRAILLE = /[\u2801-\u28ff]/u

/** Whether what stands there belongs to an emoji: one itself, or a selector or skin tone behind one. */
function isEmoji(signs: readonly string[], index: number): boolean {
  const sign = signs[index] ?? ''
  return EMOJI.test(sign) || (sign === '\ufe0f' && EMOJI.test(signs[index - 1] ?? ''))
}

/** How many tags a flag has at most. */
const LONGEST_FLAG = 32

/** Whether a tag character is part of a flag: a black flag, tags, and the tag that ends them (UTS #51, ED-14a). */
function isFlag(signs: readonly string[], index: number): boolean {
  const isTag = (sign: string | undefined) => sign !== undefined && /^[\u{e0020}-\u{e007e}]$/u.test(sign)
  let first = index
  while (index - first < LONGEST_FLAG && isTag(signs[first - 1])) first--
  let last = index
  while (last - index < LONGEST_FLAG && isTag(signs[last])) last++
  return EMOJI_BASE.test(signs[first - 1] ?? '') && signs[last] === '\u{e007f}' && last > first
}

/** Where embeddings and isolates stand that are closed as they were opened and hold something; overrides never are. */
function pairedControls(signs: readonly string[]): ReadonlySet<number> {
  const paired = new Set<number>()
  const open: { readonly index: number; readonly close: string; readonly seen: number }[] = []
  let seen = 0
  for (const [index, sign] of signs.entries()) {
    if (/[\u2066-\u2068]/.test(sign)) open.push({ index, close: '\u2069', seen })
    else if (/[\u202a\u202b]/.test(sign)) open.push({ index, close: '\u202c', seen })
    else if (/[\u202d\u202e]/.test(sign)) open.push({ index: -1, close: '\u202c', seen })
    else if (sign === '\u2069' || sign === '\u202c') {
      if (open.at(-1)?.close !== sign) continue
      const begin = open.pop()
      if (begin && begin.index >= 0 && seen > begin.seen) paired.add(begin.index).add(index)
    } else if (!isUnseen(sign) && !/\s/.test(sign)) seen++
  }
  return paired
}
