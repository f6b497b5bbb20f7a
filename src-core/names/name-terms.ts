import { signOf } from './letters'

/** The signs of a text that holds no letters, as they are compared: without blanks and what nobody sees. */
export function signsIn(text: string): string {
  let signs = ''
  for (const sign of text.normalize('NFC'))
    if (signOf(sign).part !== 'silent' && /[^\s\p{M}]/u.test(sign)) signs += sign
  return signs
}

const LEAST = 3
const MOST = 8

/** The first letters of the words of a name, if it has enough of them to be called by these. */
export const lettersOf = (terms: readonly string[]): string =>
  terms.length >= LEAST && terms.length <= MOST ? terms.map((term) => term.charAt(0)).join('') : ''

/** Whether a word may be the first letters of a name. */
export const isAcronymLike = (term: string): boolean => term.length >= LEAST && term.length <= MOST
