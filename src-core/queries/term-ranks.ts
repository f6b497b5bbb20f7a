import { HOWS, type How, mayBeWithin, type Query, type QueryWord, toleranceOf } from '../names/match-name'
import { scriptOf } from '../names/names'
import { spoken } from '../names/spoken'
import { agreement } from '../names/spoken-distance'
import type { TermIndex } from '../names/term-index'
import { wordKeys } from '../names/word-keys'

/** A term that answers a word of the query, and how: the place of that in HOWS. */
export interface TermRank {
  readonly term: number
  readonly rank: number
}

const rankOf = (how: How) => HOWS.indexOf(how)
const EXACT = rankOf('exact word')
const BEGINS = rankOf('begins alike')
const WITHIN = rankOf('within a word')
const KNOWN = rankOf('another name')
const ONE = rankOf('one letter differs')
const TWO = rankOf('two letters differ')
const SOUND = rankOf('sounds alike')

/** How many terms that only come near a word are looked at. */
/** Where this many words sound the same, those that sound nearly so are not looked for. */
const MANY_SOUNDING = 12
const MOST_NEAR = 100

/** The terms that are a word or begin with it. */
export function closeTerms(index: TermIndex, word: QueryWord): readonly TermRank[] {
  const found = new Map<number, number>()
  for (const term of word.terms) {
    const exact = index.exact(term)
    if (exact !== undefined) found.set(exact, EXACT)
  }
  for (const term of word.terms) for (const id of index.holding(term).starts) if (!found.has(id)) found.set(id, BEGINS)
  return ranked(found)
}

/** Also those that hold a word, differ in a letter or two, mean the same in another tongue, or sound alike. */
export function wideTerms(index: TermIndex, word: QueryWord, words: number): readonly TermRank[] {
  const found = new Map<number, number>()
  const add = (id: number, rank: number) => {
    const known = found.get(id)
    if (known === undefined || rank < known) found.set(id, rank)
  }
  const isPart = mayBeWithin(word)
  for (const term of word.terms) {
    const exact = index.exact(term)
    if (exact !== undefined) add(exact, EXACT)
    const { starts, inside } = index.holding(term)
    for (const id of starts) add(id, BEGINS)
    if (isPart) for (const id of inside) add(id, WITHIN)
    const most = toleranceOf(term)
    if (most > 0) index.differing(term, most, (id, differs) => add(id, differs === 1 ? ONE : TWO))
    const initial = words > 1 && term.length > 1 ? index.exact(term.charAt(0)) : undefined
    if (initial !== undefined) add(initial, BEGINS)
  }
  for (const id of word.ids) for (const term of index.meaning(id)) add(term, KNOWN)
  const keys = wordKeys(word.text)
  let sounding = 0
  for (const key of keys) {
    if (key.startsWith('-')) {
      if (sounding < MANY_SOUNDING) alike(word, index, index.sounding(key), (id) => add(id, SOUND))
    } else
      for (const id of index.sounding(key)) {
        add(id, SOUND)
        sounding++
      }
  }
  const [usual = ''] = keys
  if (usual.length > 3 && sounding < MANY_SOUNDING) nearlySounding(index, word, usual, (id) => add(id, SOUND))
  return ranked(found)
}

function nearlySounding(index: TermIndex, word: QueryWord, key: string, onFound: (id: number) => void) {
  let left = MOST_NEAR
  index.soundingNearly(key, (ids) => {
    if (left > 0) alike(word, index, ids.slice(0, left), onFound)
    left -= ids.length
  })
}

/** Those of some terms that may be said as the word is. */
function alike({ said }: QueryWord, index: TermIndex, ids: readonly number[], onFound: (id: number) => void) {
  if (!said) return
  for (const id of ids.slice(0, MOST_NEAR)) {
    const term = index.termOf(id)
    const theirs = spoken(term, scriptOf(term))
    if (theirs && agreement(said, theirs, 1.2) > 0) onFound(id)
  }
}

const ranked = (found: ReadonlyMap<number, number>): readonly TermRank[] =>
  [...found].map(([term, rank]) => ({ term, rank })).sort((a, b) => a.rank - b.rank)

const MOST_PIECES = 3
const MOST_TRIED = 6
const LEAST_PIECE = 2
const LEAST_BEGUN = 3
const MOST_STEPS = 500

/** The words of a query parted into words that names have, where it has a word that none has: `samidarwish`. */
export function piecesOf(index: TermIndex, query: Query): readonly (readonly (readonly TermRank[])[])[] {
  return parted(index, query, (word) => {
    const term = word.terms.at(-1) ?? ''
    if (term.length < LEAST_PIECE * 2 || word.isJoined || /\d/.test(term) || index.has(term)) return []
    const found: (readonly (readonly TermRank[])[])[] = []
    const exact = (piece: string): readonly TermRank[] => {
      const id = index.exact(piece)
      return id === undefined ? [] : [{ term: id, rank: EXACT }]
    }
    let [steps, tried] = [MOST_STEPS, MOST_TRIED]
    const part = (from: number, before: readonly (readonly TermRank[])[]) => {
      if (before.length > 3) return
      const rest = term.slice(from)
      if (before.length > 0 && tried-- > 0) {
        const starts = rest.length < LEAST_BEGUN ? [] : index.holding(rest).starts
        const last = [...exact(rest), ...starts.map((id) => ({ term: id, rank: BEGINS }))]
        if (last.length > 0) found.push([...before, last])
      }
      for (let to = term.length - LEAST_PIECE; to >= from + LEAST_PIECE; to--) {
        if (steps-- <= 0 || found.length >= MOST_PIECES) return
        const piece = exact(term.slice(from, to))
        if (piece.length > 0) part(to, [...before, piece])
      }
    }
    part(0, [])
    return found
  })
}

/** The words of a query parted by what the parts sound like. */
export function soundPieces(index: TermIndex, query: Query): readonly (readonly (readonly TermRank[])[])[] {
  return parted(index, query, (word) => {
    const found: TermRank[][][] = []
    for (const key of word.isJoined ? [] : wordKeys(word.text))
      for (let at = 2; at <= key.length - 2 && found.length < MOST_PIECES; at++) {
        const halves = [key.slice(0, at), key.slice(at)].map((half) =>
          [half, `A${half}`].flatMap((one) => index.sounding(one)).map((term) => ({ term, rank: SOUND }))
        )
        if (halves.every((half) => half.length > 0)) found.push(halves)
      }
    return found
  })
}

/** All ways to ask for the words where one of them is parted. */
function parted(
  index: TermIndex,
  { words }: Query,
  part: (word: QueryWord) => readonly (readonly (readonly TermRank[])[])[]
): readonly (readonly (readonly TermRank[])[])[] {
  if (words.length > 3) return []
  const close = new Map<QueryWord, readonly TermRank[]>()
  const others = (some: readonly QueryWord[]) =>
    some.map((word) => {
      const known = close.get(word) ?? closeTerms(index, word)
      close.set(word, known)
      return known
    })
  return words.flatMap((word, at) =>
    part(word).map((pieces) => [...others(words.slice(0, at)), ...pieces, ...others(words.slice(at + 1))])
  )
}
