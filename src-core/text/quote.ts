import { ExactNumber } from './exact-number'

const LONGEST = 40

/**
 * External text, fit to stand in a message: on one line, at most 40 characters, with whatever is invisible or turns the
 * direction of writing (Unicode categories Cc, Cf, Zl, Zp, Cs) shown as its code point, as in ‹U+202E›.
 */
export function plain(text: string, longest = LONGEST): string {
  const shown: string[] = []
  let length = 0
  for (const character of text.slice(0, longest * 4)) {
    if (length >= longest) return `${shown.join('')}…`
    length += 1
    shown.push(INVISIBLE.test(character) ? codePoint(character) : character)
  }
  return text.length > longest * 4 ? `${shown.join('')}…` : shown.join('')
}

/** The same within quotation marks. */
export const quote = (text: string, longest = LONGEST): string => `“${plain(text, longest)}”`

/** A JSON value, short enough to stand in a message; lists and objects by their kind only. */
export function quoteValue(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (value instanceof ExactNumber) return plain(value.text)
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}

// The two joiners (ZWNJ, ZWJ) shape letters in Persian, Arabic and Indic names and are let through.
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/u

const codePoint = (character: string) =>
  `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`
