import { editDistance } from './edit-distance'
import { foldName, meantWords, nameWords, scriptOf, type Word, withoutArticle, wordText } from './names'
import { phoneticKey, phoneticWord } from './phonetic-key'

/** How a name was found, best first; these are the words that the user reads. */
export const HOWS = [
  'exact name',
  'exact word',
  'begins alike',
  'one letter differs',
  'two letters differ',
  'sounds alike'
] as const

/** How a name was found. */
export type How = (typeof HOWS)[number]

/** Stretches of the original text, [from, to) in UTF-16 code units, in order and apart. */
export type Ranges = readonly (readonly [number, number])[]

/** How well a name answers a search: how; how closely (0–1); and how much of the name is covered (0–1). */
export interface Match {
  readonly how: How
  readonly closeness: number
  readonly cover: number
  readonly ranges: Ranges
}

/** What was typed, taken apart once for all names. */
export interface Query {
  readonly folded: string
  readonly words: readonly QueryWord[]
  readonly sound: string
  readonly script: string
}

interface QueryWord {
  /** The word, and in Arabic the same without its article. */
  readonly terms: readonly string[]
  readonly sound: string
}

const MOST_WORDS = 8

/** Takes a search text apart; no words where it holds no letters or digits. */
export function queryOf(text: string): Query {
  const words = meantWords(text).slice(0, MOST_WORDS)
  return {
    folded: foldName(text),
    words: words.map((word) => ({
      terms: [...new Set([word.term, withoutArticle(word.term)])],
      sound: phoneticWord(wordText(text, word)) ?? ''
    })),
    sound: phoneticKey(text),
    script: scriptOf(text)
  }
}

/** How many letters of a typed word may differ from the word that is meant. */
export const toleranceOf = (term: string): number => (term.length < 3 ? 0 : term.length <= 5 ? 1 : 2)

/** How a name answers a query; undefined if some word of the query has nothing like it in the name. */
export function matchName(query: Query, name: string): Match | undefined {
  const { plain, also } = nameWords(name)
  const words = [...plain, ...also]
  const found = query.words.map((word) => bestOf(word, words, name, query.script))
  if (found.every((match) => match !== undefined)) {
    const count = plain.filter(({ isArticle }) => !isArticle).length
    const worst = Math.max(...found.map(({ rank }) => rank))
    const closeness = found.reduce((sum, { share }) => sum + share, 0) / found.length
    const cover = (closeness * found.length) / Math.max(count, found.length)
    const isWhole = worst === RANK['exact word'] && found.length >= count
    const ranges = united(found.map(({ range }) => range))
    return { how: HOWS[isWhole ? 0 : worst] ?? 'sounds alike', closeness, cover, ranges }
  }
  if (query.sound.length < 3 || query.sound !== phoneticKey(name)) return undefined
  const closeness = soundCloseness(query.folded, query.script, name)
  return closeness === 0 ? undefined : { how: 'sounds alike', closeness, cover: closeness, ranges: [[0, name.length]] }
}

const RANK = Object.fromEntries(HOWS.map((how, rank) => [how, rank])) as Readonly<Record<How, number>>

interface WordMatch {
  readonly rank: number
  readonly share: number
  readonly range: readonly [number, number]
}

function bestOf(word: QueryWord, words: readonly Word[], name: string, script: string): WordMatch | undefined {
  let best: WordMatch | undefined
  for (const candidate of words) {
    const match = matchWord(word, candidate, name, script)
    if (match && (!best || match.rank < best.rank || (match.rank === best.rank && match.share > best.share)))
      best = match
  }
  return best
}

function matchWord({ terms, sound }: QueryWord, word: Word, name: string, script: string): WordMatch | undefined {
  const whole = [word.at[0] ?? 0, word.at.at(-1) ?? 0] as const
  for (const term of terms) if (term === word.term) return { rank: RANK['exact word'], share: 1, range: whole }
  for (const term of terms)
    if (word.term.startsWith(term)) {
      const range = [whole[0], word.at[term.length] ?? whole[1]] as const
      return { rank: RANK['begins alike'], share: term.length / word.term.length, range }
    }
  const differs = Math.min(...terms.map((term) => distance(term, word.term, toleranceOf(term))))
  if (differs === 1) return { rank: RANK['one letter differs'], share: 0.8, range: whole }
  if (differs === 2) return { rank: RANK['two letters differ'], share: 0.6, range: whole }
  if (sound.length < 2 || word.isArticle) return undefined
  const original = name.slice(...whole)
  const share = sound === phoneticWord(original) ? soundCloseness(terms[0] ?? '', script, original) : 0
  return share > 0 ? { rank: RANK['sounds alike'], share, range: whole } : undefined
}

const distance = (a: string, b: string, limit: number) => {
  const found = limit > 0 ? editDistance(a, b, limit) : Infinity
  return found > limit ? Infinity : found
}

/**
 * How close two texts with the same consonants are, 0–1. In one script they must share half of their letters too: Turkey is not
 * Tariq. Across scripts vowels cannot be compared, but whether the word ends in one can: Julani is rather الجولاني than الجولان.
 */
function soundCloseness(folded: string, script: string, other: string): number {
  const term = foldName(other)
  if (scriptOf(other) !== script) return endsInVowel(folded) === endsInVowel(term) ? 0.75 : 0.5
  const length = Math.max(term.length, folded.length)
  const limit = Math.floor(length / 2)
  const differs = editDistance(term, folded, limit)
  return differs > limit ? 0 : 1 - differs / length
}

const endsInVowel = (term: string) => /[aeiouyаеиоуыэюяاويىהאי]$/u.test(term)

function united(ranges: readonly (readonly [number, number])[]): Ranges {
  const merged: [number, number][] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}
