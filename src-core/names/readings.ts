import { ALSO_CALLED } from './data/titles'
import { bondOf, bound, isPatronymic, type NamePart, saidOf } from './name-part'
import { meantWords, type Word, withoutArticle, wordText } from './names'
import { connectors, inflectedMeanings, kin, LONGEST_PHRASE, type Meaning, meaningsOf, wholeIds } from './other-names'

/** A name taken apart for comparing. */
export interface Reading {
  /** Without case, marks, blanks, titles and legal forms. */
  readonly joined: string
  /** What the name as a whole stands for in any tongue. */
  readonly ids: readonly string[]
  /** The words of its own, in the order of given name and family name. */
  readonly own: readonly NamePart[]
  /** The words that many names are made of, and states. */
  readonly general: readonly Meaning[]
  /** All words in order, those of its own and the others. */
  readonly all: readonly NamePart[]
  /** Arabic digits, Roman and written numbers, each by its value. */
  readonly numbers: readonly string[]
  /** The first letters of its words, with and without small words such as `of`. */
  readonly initials: readonly string[]
  /** The whole in capitals, if it is no longer than an acronym. */
  readonly acronym: string
}

const MOST_READINGS = 4
const MOST_WORDS = 16

/** The ways to read a name: as it stands, and what brackets, quotation marks and `also known as` put beside it; at most 4. */
export function readingsOf(name: string): readonly Reading[] {
  const texts = new Set<string>()
  for (const part of name.slice(0, 300).split(ALSO_CALLED)) {
    const plain = part.replace(BRACKETS, ' ').replace(/\s+/g, ' ').trim()
    if (plain !== '') texts.add(plain)
    for (const [, inside = ''] of part.matchAll(BRACKETS)) if (INSIDE_IS_NAME.test(inside)) texts.add(inside.trim())
    const unquoted = plain.replace(NICKNAME, ' ').trim()
    if (unquoted !== plain && unquoted.includes(' ')) texts.add(unquoted)
  }
  const readings = [...texts].slice(0, MOST_READINGS).map(readingOf)
  return readings.some(({ joined }) => joined !== '') ? readings : [readingOf(name)]
}

/** What stands in brackets behind a name and may tell it from its namesakes. */
export const bracketed = (name: string): string => [...name.matchAll(BRACKETS)].map(([, inside]) => inside).join(' ')

const BRACKETS = /[([（【]([^)\]）】]*)[)\]）】]/g
const INSIDE_IS_NAME = /^\p{Lu}{2,8}$|\p{L}{3,}\s+\p{L}{3,}/u
const NICKNAME = /\s["“„«][^"”“»]+["”“»](?=\s)/g

interface Token {
  readonly word: Word
  readonly term: string
  readonly text: string
}

function readingOf(name: string): Reading {
  const tokens = inOrder(name)
  const own: NamePart[] = []
  const all: NamePart[] = []
  const general: Meaning[] = []
  const numbers: string[] = []
  const letters: string[] = []
  const meant: string[] = []
  const kept = withoutTitles(tokens)
  for (let at = 0; at < kept.length; ) {
    const [length, meanings] = phraseAt(kept, at)
    const first = kept[at]
    if (!first) break
    const number = numberOf(first, at, kept.length) ?? writtenNumber(first, meanings)
    const general_ = meanings.find(({ kind }) => GENERAL.has(kind))
    const terms = kept.slice(at, at + length).map(({ term }) => term)
    const isSmall = isConnector(first) && length === 1
    if (general_?.kind !== 'form') {
      meant.push(...terms)
      for (const token of kept.slice(at, at + length))
        letters.push(isConnector(token) ? token.term.charAt(0).toLowerCase() : token.term.charAt(0).toUpperCase())
    }
    if (number !== undefined && !general_) numbers.push(number)
    else if (general_) {
      if (general_.kind !== 'form') {
        general.push(general_)
        all.push(...kept.slice(at, at + length).map((token) => partOf(name, token, length === 1 ? [general_.id] : [])))
      }
    } else {
      const ids = meanings.filter(({ kind }) => kind === 'given' || kind === 'place').map(({ id }) => id)
      const parts = kept.slice(at, at + length).map((token) => partOf(name, token, length === 1 ? ids : []))
      own.push(...parts)
      all.push(...parts)
      if (isSmall) meant.length -= 1
    }
    at += length
  }
  const bare = tokens.map(({ term }) => term).join(' ')
  const inCapitals = isCapitals(name)
  const ids = [bare, kept.map(({ term }) => term).join(' '), withoutWeak(kept)].flatMap((key) =>
    wholeIds(key, inCapitals)
  )
  const plain = letters.filter((letter) => letter === letter.toUpperCase()).join('')
  return {
    joined: meant.join('') || kept.map(({ term }) => term).join(''),
    ids: [...new Set(ids)],
    own: boundTogether(own),
    general,
    all: boundTogether(all),
    numbers: numbers.sort(),
    initials: letters.length > 2 ? [...new Set([plain, letters.join('').toUpperCase()])] : [],
    acronym: ACRONYM.test(name.trim()) ? name.replace(/[^\p{L}\d]/gu, '').toUpperCase() : ''
  }
}

const ACRONYM = /^(?=.{2,11}$)(?:\p{Lu}[.\u2019'"״]?){2,6}$/u
const GENERAL: ReadonlySet<Meaning['kind']> = new Set(['form', 'weak', 'kind', 'strong', 'state'])

const isCapitals = (text: string) => text === text.toUpperCase()

const withoutWeak = (tokens: readonly Token[]) =>
  tokens
    .filter(({ term }) => !meaningsOf(term).some(({ kind }) => kind === 'weak' || kind === 'form'))
    .map(({ term }) => term)
    .join(' ')

/** The words, family name last: what stands before a comma, or before a given name with a father's name, goes to the end. */
function inOrder(name: string): readonly Token[] {
  const words = meantWords(name).slice(0, MOST_WORDS)
  const tokens = words.map((word) => ({ word, term: withoutArticle(word.term), text: wordText(name, word) }))
  const comma = /[,،，]/.exec(name)?.index
  const isOne = comma !== undefined && name.split(/[,،，]/).length === 2
  const before = isOne ? tokens.filter(({ word }) => (word.at[0] ?? 0) < comma) : []
  const behind = tokens.slice(before.length)
  const isName =
    behind.length > 0 &&
    !behind.every(({ term }) => meaningsOf(term).some(({ kind }) => kind === 'form' || kind === 'title'))
  if (before.length > 0 && isName) return [...behind, ...before]
  const last = tokens.at(-1)
  if (tokens.length === 3 && last && isPatronymic(last.text)) return [...tokens.slice(1), ...tokens.slice(0, 1)]
  return tokens
}

function withoutTitles(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]]
    if (!token) break
    const isTitle = (key: string) => meaningsOf(key).some(({ kind }) => kind === 'title')
    if (next && isTitle(`${token.term} ${next.term}`)) {
      at++
      continue
    }
    const isBound = at > 0 && bondOf(tokens[at - 1]?.term ?? '') !== ''
    if (isTitle(token.term) && !isBound && !isOrganisational(tokens, at)) continue
    kept.push(token)
  }
  return kept.some(({ term }) => term.length > 1 && !connectors.has(term)) ? kept : tokens
}

/** Whether a word that may be a title stands before a word that bodies are called by: Brigade 313, General Staff. */
function isOrganisational(tokens: readonly Token[], at: number): boolean {
  const general = ({ term }: Token) => generalOf(meaningsOf(term)) ?? generalOf(inflectedMeanings(term))
  const token = tokens[at]
  if (token && general(token) && (at === 0 || /^\p{N}/u.test(tokens[at + 1]?.term ?? ''))) {
    const next = tokens[at + 1]
    return (
      next !== undefined && (/^\p{N}/u.test(next.term) || !meaningsOf(next.term).some(({ kind }) => kind === 'given'))
    )
  }
  return false
}

const generalOf = (meanings: readonly Meaning[]) => meanings.find(({ kind }) => GENERAL.has(kind))

/** How many words from here on are known as one phrase, and what it stands for. */
function phraseAt(tokens: readonly Token[], at: number): readonly [number, readonly Meaning[]] {
  for (let length = Math.min(LONGEST_PHRASE, tokens.length - at); length > 0; length--) {
    const key = tokens
      .slice(at, at + length)
      .map(({ term }) => term)
      .join(' ')
    const inCapitals = length === 1 && isCapitals(tokens[at]?.text ?? '')
    const found = meaningsOf(key, { inCapitals }).filter(({ kind }) => kind !== 'title' && kind !== 'body')
    if (found.length > 0) return [length, found]
  }
  const term = tokens[at]?.term ?? ''
  const bare = /^ה.{3}/.test(term) ? meaningsOf(term.slice(1)) : []
  return [1, bare.length > 0 ? bare : inflectedMeanings(term)]
}

function numberOf({ term, text }: Token, at: number, count: number): string | undefined {
  const digits = /^(\d+)(?:st|nd|rd|th|er|e|ème|i|й|я|ый|ая|го|ой|та|а)?$/u.exec(term)
  if (digits) return String(Number(digits[1]))
  if (!/^[IVX]+$/.test(text) || count < 2 || at === 0) return undefined
  if (text.length === 1 && at < count - 1) return undefined
  return ROMAN.get(text)
}

/** An ordinal; in Arabic with its article, for without it Thani is a name. */
const writtenNumber = ({ text }: Token, meanings: readonly Meaning[]) =>
  /^[\u0600-\u06ff]/.test(text) && !text.startsWith('ال')
    ? undefined
    : meanings.find(({ kind }) => kind === 'number')?.id

const ROMAN: ReadonlyMap<string, string> = new Map(
  'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'
    .split(' ')
    .map((text, at) => [text, String(at + 1)])
)

/** A small word, unless it is an initial. */
const isConnector = ({ term, text }: Pick<Token, 'term' | 'text'>) => connectors.has(term) && !/^\p{Lu}\.?$/u.test(text)

function partOf(name: string, { word, term, text }: Token, ids: readonly string[]): NamePart {
  const { said, bond } = saidOf(name, word)
  return {
    text,
    term,
    said,
    bond,
    ids,
    isOptional: isConnector({ term, text }) || kin.has(term),
    isInitial: term.length === 1 && /\p{L}/u.test(term),
    isPatronymic: isPatronymic(text)
  }
}

/** Words that are one name with the next are put together; a word for son at the head belongs to what follows it. */
function boundTogether(parts: readonly NamePart[]): readonly NamePart[] {
  const found: NamePart[] = []
  for (let at = 0; at < parts.length; at++) {
    const [part, next] = [parts[at], parts[at + 1]]
    if (!part) break
    const bond = bondOf(part.term)
    if (bond !== '' && next) {
      found.push(bound(bond, next))
      at++
    } else
      found.push(
        part.isOptional && found.length === 0 && kin.has(part.term) && parts.length === 2
          ? { ...part, isOptional: false }
          : part
      )
  }
  return found
}
