import { mayBeWithin, type Query, type QueryWord, toleranceOf } from '../names/match-name'
import { lettersOf, signsIn } from '../names/name-terms'
import { keyOf, wholeIds } from '../names/other-names'
import { MARK, type TermIndex } from '../names/term-index'
import { wordKeys } from '../names/word-keys'

/**
 * Every term of an index that any look-up for a word leads to: those of close, wide and pieced terms (term-ranks.ts), without
 * the budgets and conditions that depend on what else is in the index.
 */
export function* relatedTerms(index: TermIndex, word: QueryWord): Generator<number> {
  for (const term of word.terms) {
    yield* exact(index, term)
    yield* exact(index, term.charAt(0))
    const { starts, inside } = index.holding(term)
    yield* starts
    if (mayBeWithin(word)) yield* inside
    const near: number[] = []
    index.differing(term, toleranceOf(term), (id) => near.push(id))
    yield* near
  }
  for (const id of word.ids) yield* index.meaning(id)
  const keys = wordKeys(word.text)
  for (const key of keys) yield* index.sounding(key)
  const near: number[] = []
  index.soundingNearly(keys[0] ?? '', (ids) => near.push(...ids))
  yield* near
  if (word.isJoined) return
  yield* pieces(index, word.terms.at(-1) ?? '')
  for (const key of keys)
    for (let at = 2; at <= key.length - 2; at++)
      for (const half of [key.slice(0, at), key.slice(at)]) {
        yield* index.sounding(half)
        yield* index.sounding(`A${half}`)
      }
}

/** The terms that a word may be made of. */
function* pieces(index: TermIndex, term: string): Generator<number> {
  for (let from = 0; from < term.length; from++) {
    for (let to = from + 2; to <= term.length; to++) yield* exact(index, term.slice(from, to))
    const rest = term.slice(from)
    if (from > 0 && rest.length > 2) yield* index.holding(rest).starts
  }
}

function* exact(index: TermIndex, term: string): Generator<number> {
  const id = index.exact(term)
  if (id !== undefined) yield id
}

/** The terms by which any look-up for a text finds names as a whole. */
export function relatedMarks(text: string, { words }: Query): readonly string[] {
  const signs = signsIn(text)
  const initials = lettersOf(words.map(({ terms }) => terms[0] ?? ''))
  return [
    ...[...wholeIds(keyOf(text), text === text.toUpperCase())].map((id) => MARK + id),
    ...words.map(({ terms }) => `${MARK}i${terms[0]}`),
    initials,
    `${MARK}s${signs}`,
    `${MARK}s${signs[0]}`
  ]
}
