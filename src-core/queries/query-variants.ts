import { type Query, queryWord } from '../names/match-name'
import { connectors, kin, meaningsOf } from '../names/other-names'

/** The query with words that stand side by side taken as one: each pair, and all of them. */
export function joinedQueries(query: Query): readonly Query[] {
  const { words } = query
  if (words.length < 2 || words.some(({ isJoined }) => isJoined)) return []
  const joined = (from: number, to: number): Query => {
    const part = words.slice(from, to)
    const term = part.map(({ terms }, at) => (at > 0 ? terms.at(-1) : terms[0])).join('')
    const whole = queryWord(term, part.map(({ text }) => text).join(''), true)
    return { ...query, words: [...words.slice(0, from), whole, ...words.slice(to)] }
  }
  const pairs = words.slice(1, 4).map((_, at) => joined(at, at + 2))
  return words.length > 2 ? [...pairs, joined(0, words.length)] : pairs
}

/** The query without what others leave out: titles, legal forms, words that many names have; undefined if that changes nothing. */
export function reducedQuery(query: Query): Query | undefined {
  const words = query.words.filter(({ terms }) => {
    const term = terms.at(-1) ?? ''
    if (connectors.has(term) || kin.has(term)) return false
    return !meaningsOf(term).some(
      ({ kind }) => kind === 'title' || kind === 'form' || kind === 'weak' || kind === 'kind'
    )
  })
  return words.length > 0 && words.length < query.words.length ? { ...query, words } : undefined
}
