import { signOf } from './letters'
import { fusedLetters, SERVANT_LETTERS, servantIn } from './servants'

/** A word of a name, folded for comparing; `at[n]` is where its n-th letter begins in the original text, and after the last one where the word ends. */
export interface Word {
  readonly term: string
  readonly at: readonly number[]
  /** `al-`, `ash-` and the like: counts only where nothing else is left. */
  readonly isArticle: boolean
  /** Of how many words it is made, where it is a name such as Abd al-Rahman in the form that all spellings share. */
  readonly bound?: number
}

/** The words of a name as they stand, and what it can also be found under: Arabic words without article, hyphenated ones as one. */
export interface NameWords {
  readonly plain: readonly Word[]
  readonly also: readonly Word[]
}

/**
 * A name as it is compared: without case, marks, apostrophes (ayn, hamza) and article, one form of each Arabic letter, words
 * parted by single blanks. `Hay’at Taḥrīr al-Shām` gives `hayat tahrir sham`.
 */
export const foldName = (text: string): string =>
  meantWords(text)
    .map(({ term }) => withoutArticle(term))
    .join(' ')

/** The words of a name but for its articles, unless there is nothing else. */
export function meantWords(text: string): readonly Word[] {
  const { plain } = nameWords(text)
  const meant = plain.filter(({ isArticle }) => !isArticle)
  return meant.length > 0 ? meant : plain
}

/** Takes a name apart. */
export function nameWords(text: string): NameWords {
  const plain: Word[] = []
  const also: Word[] = []
  for (const words of split(text)) {
    plain.push(...words)
    if (words.length > 1) also.push(joined(words))
    for (const word of words) {
      const term = withoutArticle(word.term)
      if (term !== word.term) also.push({ ...word, term, at: word.at.slice(word.term.length - term.length) })
    }
  }
  for (const word of boundWords(plain)) if (word.bound) also.push(word)
  return { plain, also }
}

/** The words, those such as Abd al-Rahman put together and Abdulrahman without its article: both `abdrahman`. */
export function boundWords(words: readonly Word[]): readonly Word[] {
  if (!words.some(({ term }) => fusedLetters(term) > 0 || servantIn(term) !== undefined)) return words
  const found: Word[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (!word) break
    let next = index + 1
    while (words[next]?.isArticle && next < words.length - 1) next++
    const [servant, other] = [servantIn(word.term), words[next]]
    const fused = fusedLetters(word.term)
    if (servant !== undefined && other && !other.isArticle) {
      const bare = withoutArticle(other.term)
      const at = [...word.at.slice(0, SERVANT_LETTERS), ...other.at.slice(other.term.length - bare.length)]
      found.push({ term: servant + bare, at, isArticle: false, bound: 2 })
      index = next
    } else if (fused > 0) {
      const term = word.term.slice(0, SERVANT_LETTERS) + word.term.slice(fused)
      found.push({
        term,
        at: [...word.at.slice(0, SERVANT_LETTERS), ...word.at.slice(fused)],
        isArticle: false,
        bound: 1
      })
    } else found.push(word)
  }
  return found
}

/** A word as it is written. */
export const wordText = (text: string, { at }: Word): string => text.slice(at[0], at.at(-1))

/** An Arabic word without its article, where at least three letters stay: not in الله. */
export const withoutArticle = (term: string): string =>
  term.startsWith('ال') && term.length >= 5 ? term.slice(2) : term

/** The script that most letters of a text are in, as an ISO 15924 code; Zyyy where there are none or it is another one. */
export function scriptOf(text: string): string {
  const counts = new Map<string, number>()
  let most = 'Zyyy'
  for (const sign of text) {
    const { script } = signOf(sign)
    if (script === 'Zyyy') continue
    const count = (counts.get(script) ?? 0) + 1
    counts.set(script, count)
    if (count > (counts.get(most) ?? 0)) most = script
  }
  return most
}

/** The words between blanks; where they hang together by hyphens, several in a row. */
function split(text: string): readonly (readonly Word[])[] {
  const groups: Word[][] = []
  let words: Word[] = []
  let term = ''
  let at: number[] = []
  const endWord = (end: number, isHyphen: boolean) => {
    if (term === '') return
    at.push(end)
    words.push({ term, at, isArticle: isHyphen ? ARTICLES.has(term) : term === 'al' || term === 'el' })
    term = ''
    at = []
  }
  const endGroup = (end: number) => {
    endWord(end, false)
    if (words.length > 0) groups.push(words)
    words = []
  }
  let offset = 0
  for (const sign of text) {
    const { part, letters } = signOf(sign)
    if (part === 'hyphen') endWord(offset, true)
    else if (part === 'gap' || (part === 'dot' && !isInitial(text, offset))) endGroup(offset)
    else if (part === 'letter') {
      term += letters
      for (let unit = 0; unit < letters.length; unit += 1) at.push(offset)
    }
    offset += sign.length
  }
  endGroup(offset)
  return groups
}

/** Whether a dot stands between single letters or behind the last of them, as in U.S. and H.T.S., which are written without dots as well; not in J.Smith. */
const isInitial = (text: string, offset: number) =>
  /(?:^|[^\p{L}\p{N}])\p{L}$/u.test(text.slice(Math.max(0, offset - 3), offset)) &&
  !/^\.[\p{L}\p{N}]{2}/u.test(text.slice(offset, offset + 5))

function joined(words: readonly Word[]): Word {
  const at = words.flatMap((word) => word.at.slice(0, -1))
  const end = words.at(-1)?.at.at(-1) ?? 0
  return { term: words.map(({ term }) => term).join(''), at: [...at, end], isArticle: false }
}

// With assimilation to the sun letters, as transliterated before a hyphen; Latin and Cyrillic.
const ARTICLES: ReadonlySet<string> = new Set(
  'al el ul ad adh ed an en ar er as es ash esh at et ath az ez аль эль ад ан ар ас ат аш аз эд эн эр эс эш эз'.split(
    ' '
  )
)
