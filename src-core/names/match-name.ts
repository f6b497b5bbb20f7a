import { type NameRun, runsOf } from './name-runs'
import { boundWords, foldName, meantWords, nameWords, scriptOf, type Word, withoutArticle, wordText } from './names'
import { NearPattern } from './near-pattern'
import { idsOf } from './other-names'
import { type Spoken, saidAs, together } from './spoken'
import { agreement } from './spoken-distance'

/** How a name was found, best first; these are the words that the user reads. */
export const HOWS = [
  'exact name',
  'exact word',
  'joined or apart',
  'begins alike',
  'within a word',
  'another name',
  'its initials',
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
  readonly script: string
  /** As it was typed, where it holds signs beside letters. */
  readonly literal: string
}

export interface QueryWord {
  /** The word, and in Arabic the same without its article. */
  readonly terms: readonly string[]
  /** As it was typed. */
  readonly text: string
  readonly script: string
  readonly said: Spoken | undefined
  /** What it stands for in any tongue. */
  readonly ids: readonly string[]
  /** Whether it was typed as several words. */
  readonly isJoined: boolean
  /** Its terms, to be compared with many words. */
  readonly near: readonly NearPattern[]
}

const MOST_WORDS = 8

/** Takes a search text apart; no words where it holds no letters or digits. */
export function queryOf(text: string): Query {
  const words = boundWords(meantWords(text)).slice(0, MOST_WORDS)
  return {
    folded: foldName(text),
    words: words.map((word) =>
      word.bound ? boundWord(word, wordText(text, word)) : queryWord(word.term, wordText(text, word), false)
    ),
    script: scriptOf(text),
    literal: /[^\p{L}\p{N}\p{M}\s]/u.test(text) ? text.trim().toLowerCase() : ''
  }
}

/** A word of a query. */
export function queryWord(term: string, text: string, isJoined: boolean): QueryWord {
  const bare = withoutArticle(term)
  const script = scriptOf(text)
  const said = saidAs(bare === term ? text : text.replace(/^ا[\u064b-\u0652]*ل/, ''), script)
  const terms = bare === term ? [term] : [term, bare]
  return {
    terms,
    text,
    script,
    said,
    ids: isJoined ? [] : idsOf(bare),
    isJoined,
    near: nearOf(terms)
  }
}

/** A word such as Abd al-Rahman: in the form that all spellings share, and as it was typed. */
function boundWord({ term, bound }: Word, text: string): QueryWord {
  const script = scriptOf(text)
  const typed = bound === 1 ? [foldName(text)] : []
  return {
    terms: [term, ...typed],
    text: term,
    script,
    said: saidAs(term, script),
    ids: [],
    isJoined: false,
    near: nearOf([term, ...typed])
  }
}

const nearOf = (terms: readonly string[]) => terms.map((term) => new NearPattern(term))

/** How many letters of a typed word may differ from the word that is meant; none of a number. */
export const toleranceOf = (term: string): number => (term.length < 3 || /\d/.test(term) ? 0 : term.length <= 5 ? 1 : 2)

/** From how many letters on a part of a word is looked for inside it; where words are not parted by blanks one is enough. */
const LEAST_WITHIN = 3
const UNPARTED: ReadonlySet<string> = new Set(['Hani', 'Jpan', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr'])
/** Whether a word may be a part of another. */
export const mayBeWithin = ({ terms: [term = ''], script }: QueryWord): boolean =>
  term.length >= LEAST_WITHIN || UNPARTED.has(script)

/** How a name answers a query; undefined if some word of the query has nothing like it in the name. */
export function matchName(query: Query, name: string): Match | undefined {
  const { plain, also } = nameWords(name)
  const words = [...plain, ...also]
  let runs: readonly NameRun[] | undefined
  const found: WordMatch[] = []
  for (const word of query.words) {
    let match = bestOf(word, words, name, query.words.length)
    if (!match || match.rank > RANK['joined or apart']) {
      runs ??= runsOf(plain)
      const inRun = bestRun(word, runs, name)
      if (inRun && (!match || inRun.rank < match.rank)) match = inRun
    }
    if (!match) return undefined
    found.push(match)
  }
  const count = plain.filter(({ isArticle }) => !isArticle).length
  const worst = Math.max(...found.map(({ rank }) => rank))
  const covered = found.reduce((sum, { words }) => sum + words, 0)
  const closeness = found.reduce((sum, { share }) => sum + share, 0) / found.length
  const cover = (closeness * covered) / Math.max(count, covered)
  const isWhole = worst === RANK['exact word'] && covered >= count
  const ranges = united(found.map(({ range }) => range))
  return { how: HOWS[isWhole ? 0 : worst] ?? 'sounds alike', closeness, cover, ranges }
}

const RANK = Object.fromEntries(HOWS.map((how, rank) => [how, rank])) as Readonly<Record<How, number>>

interface WordMatch {
  readonly rank: number
  readonly share: number
  readonly range: readonly [number, number]
  /** How many words of the name it covers. */
  readonly words: number
}

function bestOf(word: QueryWord, words: readonly Word[], name: string, count: number): WordMatch | undefined {
  let best: WordMatch | undefined
  for (const candidate of words) {
    const match = matchWord(word, candidate, name, count)
    if (match && (!best || match.rank < best.rank || (match.rank === best.rank && match.share > best.share))) {
      best = match
      if (match.rank === RANK['exact word']) break
    }
  }
  return best
}

function matchWord(query: QueryWord, word: Word, name: string, count: number): WordMatch | undefined {
  const { terms, said, ids, isJoined } = query
  const whole = [word.at[0] ?? 0, word.at.at(-1) ?? 0] as const
  const found = (how: How, share: number, range: readonly [number, number] = whole): WordMatch => ({
    rank: isJoined ? Math.max(RANK[how], RANK['joined or apart']) : RANK[how],
    share,
    range,
    words: word.bound ?? 1
  })
  const { term } = word
  for (const typed of terms) if (typed === term) return found('exact word', 1)
  for (const typed of terms)
    if (term.startsWith(typed))
      return found('begins alike', typed.length / term.length, [whole[0], word.at[typed.length] ?? whole[1]])
  if (mayBeWithin(query))
    for (const typed of terms) {
      const at = term.indexOf(typed)
      if (at > 0) {
        const range = [word.at[at] ?? 0, word.at[at + typed.length] ?? whole[1]] as const
        return found('within a word', typed.length / term.length, range)
      }
    }
  if (term.length === 1 && count > 1 && /\p{L}/u.test(term) && terms[0]?.startsWith(term))
    return found('begins alike', 0.2)
  if (word.isArticle) return undefined
  if (ids.length > 0 && idsOf(withoutArticle(term)).some((id) => ids.includes(id))) return found('another name', 0.7)
  const differs = /\d/.test(term) ? Infinity : leastDistance(query.near, term)
  if (differs === 1) return found('one letter differs', 0.8)
  if (differs === 2) return found('two letters differ', 0.6)
  const share = said ? soundShare(said, word, name) : 0
  return share > 0 ? found('sounds alike', share) : undefined
}

/** Words of the name that hang together as one that was typed. */
function bestRun({ terms, said }: QueryWord, runs: readonly NameRun[], name: string): WordMatch | undefined {
  let best: WordMatch | undefined
  for (const { term, words } of runs) {
    const [first, last] = [words[0], words.at(-1)]
    if (!first || !last) continue
    const range = [first.at[0] ?? 0, last.at.at(-1) ?? 0] as const
    const size = words.filter(({ isArticle }) => !isArticle).length
    const isAs = terms.includes(term)
    const begins = !isAs && terms.some((typed) => term.startsWith(typed) && typed.length > first.term.length)
    if (isAs || begins) {
      const share = isAs ? 1 : (terms[0]?.length ?? 0) / term.length
      if (!best || best.rank > RANK['joined or apart'] || share > best.share)
        best = { rank: RANK['joined or apart'], share, range, words: size }
    } else if (!best && said && said.units.length > 3) {
      const share = runShare(said, words, name)
      if (share > 0) best = { rank: RANK['sounds alike'], share, range, words: size }
    }
  }
  return best
}

function runShare(said: Spoken, words: readonly Word[], name: string): number {
  let whole: Spoken | undefined
  for (const word of words) {
    if (word.isArticle) continue
    const text = saidText(word, name)
    const one = saidAs(text, scriptOf(text))
    if (!one) return 0
    whole = whole ? together(whole, one) : one
  }
  return whole && Math.abs(whole.units.length - said.units.length) < 8 ? agreement(said, whole, 0.8) : 0
}

/** What is said of a word: without the Arabic article, and without what hangs on the word for servant. */
function saidText(word: Word, name: string): string {
  if (word.bound) return word.term
  const text = wordText(name, word)
  return withoutArticle(word.term) === word.term ? text : text.replace(/^ا[\u064b-\u0652]*ل/, '')
}

function leastDistance(near: readonly NearPattern[], term: string): number {
  let least = Infinity
  for (const pattern of near) {
    const most = toleranceOf(pattern.word)
    if (most === 0) continue
    const differs = pattern.distanceTo(term, most)
    if (differs <= most && differs < least) least = differs
  }
  return least
}

/** How close two words are by what they sound like, 0–1. */
function soundShare(said: Spoken, word: Word, name: string): number {
  const other = saidText(word, name)
  const theirs = saidAs(other, scriptOf(other))
  return theirs ? Math.max(0, agreement(said, theirs)) * 0.8 : 0
}

function united(ranges: readonly (readonly [number, number])[]): Ranges {
  const merged: [number, number][] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}
