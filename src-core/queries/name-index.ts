import { HOWS, type How, type Match, matchName, type Query, queryOf, type Ranges } from '../names/match-name'
import { isAcronymLike, lettersOf, signsIn } from '../names/name-terms'
import { nameWords, wordText } from '../names/names'
import { keyOf, wholeIds } from '../names/other-names'
import { MARK, TermIndex } from '../names/term-index'
import { wordKeys } from '../names/word-keys'
import type { Alias, AliasKind, Entity } from '../records/records'
import { Gathering } from './gathering'
import { joinedQueries, reducedQuery } from './query-variants'
import { relatedMarks, relatedTerms } from './related-terms'
import { closeTerms, piecesOf, soundPieces, type TermRank, wideTerms } from './term-ranks'

/** What search needs to know of a graph; a Graph is one. */
export interface Named {
  get(kind: 'entity', id: string): NamedEntity | undefined
  relationsOf(id: string): { readonly length: number }
}

/** What search needs to know of an entity. */
export interface NamedEntity extends Pick<Entity, 'id' | 'name'> {
  readonly aliases: readonly Alias[]
}

/** What kind of name was found: the main name or a kind of alias. */
export type NameKind = 'name' | AliasKind

/** An entity that was found, by which of its names, and how. */
export interface SearchHit {
  /** Its id. */
  readonly entity: string
  /** The name or alias that was found, as it is written. */
  readonly text: string
  readonly nameKind: NameKind
  /** What to mark in `text`. */
  readonly ranges: Ranges
  readonly how: How
  /** The higher the better; comparable within one answer only. */
  readonly score: number
}

interface Name {
  readonly entity: string
  readonly text: string
  readonly kind: NameKind
}

// How many names we look at closely, at least, and for each hit asked for.
const CLOSELY = 300
const CLOSELY_PER_HIT = 5
/** Where so few were found, words that stand apart are also looked for as one that is misspelt. */
const BATCH_SIZE = 5
/** From how many names of entities that are gone on the index is made anew. */
const MOST_GONE = 5000

/** All names of many entities and what they can be found by, for whoever keeps the entities elsewhere. */
export class NameIndex {
  #index = new TermIndex()
  #names: (Name | undefined)[] = []
  #sizes: number[] = []
  #gone = 0
  readonly #gathering = new Gathering()
  readonly #ofEntity = new Map<string, readonly number[]>()
  #graph: Named

  constructor(graph: Named) {
    this.#graph = graph
  }

  /** From now on another graph is meant; the names stay as they were added. */
  over(graph: Named): void {
    this.#graph = graph
  }

  /** The entities whose names answer the text, best first, each once; at most `most` (20). */
  find(text: string, { most = 20 }: { readonly most?: number } = {}): readonly SearchHit[] {
    const asked = text.slice(0, 200)
    const query = queryOf(asked)
    if (query.words.length === 0) return this.#bySigns(asked).slice(0, most)
    const closely = Math.max(CLOSELY, most * CLOSELY_PER_HIT)
    const best = new Map<string, SearchHit>()
    const variants = [query, ...joinedQueries(query)]
    for (const variant of variants) this.#closely(variant, query, closely, best)
    this.#marked(asked, query, best)
    if (best.size < most) {
      this.#widely(query, query, closely, best)
      if (best.size < BATCH_SIZE) for (const variant of variants.slice(1)) this.#widely(variant, query, closely, best)
      const reduced = best.size === 0 ? reducedQuery(query) : undefined
      if (reduced) {
        this.#closely(reduced, reduced, closely, best)
        if (best.size < most) this.#widely(reduced, reduced, closely, best)
      }
    }
    return [...best.values()].sort((a, b) => b.score - a.score || (a.entity < b.entity ? -1 : 1)).slice(0, most)
  }

  /**
   * The entities with a name that has something in common with the text, whether it answers or not. Without all others in the
   * index the answers would be the same: nothing that is looked up for the text leads to them.
   */
  related(text: string): ReadonlySet<string> {
    const asked = text.slice(0, 200)
    const query = queryOf(asked)
    const found = new Set<string>()
    const take = (term: number | undefined) => {
      if (term !== undefined) this.#index.names(term, (at) => found.add(this.#names[at]?.entity ?? ''))
    }
    for (const mark of relatedMarks(asked, query)) take(this.#index.exact(mark))
    const words = new Set([query, ...joinedQueries(query)].flatMap(({ words }) => words))
    for (const word of words) for (const term of relatedTerms(this.#index, word)) take(term)
    return found
  }

  add(entity: NamedEntity): void {
    const names = [{ text: entity.name, kind: 'name' as const }, ...entity.aliases]
    this.#ofEntity.set(
      entity.id,
      names.map(({ text, kind }) => this.#put({ entity: entity.id, text, kind }))
    )
  }

  remove(id: string): void {
    for (const at of this.#ofEntity.get(id) ?? []) {
      this.#names[at] = undefined
      this.#gone++
    }
    this.#ofEntity.delete(id)
    if (this.#gone > MOST_GONE && this.#gone > this.#names.length / 2) this.#makeAnew()
  }

  #put(name: Name): number {
    const id = this.#names.length
    this.#names.push(name)
    const { text } = name
    const { plain, also } = nameWords(text)
    const terms = new Set<string>()
    for (const { term } of plain) terms.add(term)
    for (const { term } of also) terms.add(term)
    const meant = plain.filter(({ isArticle }) => !isArticle)
    for (const word of meant) this.#index.sounds(word.term, wordText(text, word), wordKeys)
    for (const { term, bound } of also) if (bound) this.#index.sounds(term, term, wordKeys)
    const key = keyOf(text, meant.length > 0 ? meant : plain)
    for (const known of wholeIds(key, text === text.toUpperCase())) terms.add(MARK + known)
    const initials = lettersOf(meant.map(({ term }) => term))
    if (initials !== '') terms.add(`${MARK}i${initials}`)
    if (plain.length === 0) terms.add(`${MARK}s${signsIn(text)}`)
    else for (const sign of text.match(TELLING_SIGNS) ?? []) terms.add(`${MARK}s${sign}`)
    for (const term of terms) this.#index.add(id, term)
    this.#sizes.push(Math.min(15, meant.length))
    return id
  }

  #makeAnew() {
    const names = this.#names
    this.#names = []
    this.#sizes = []
    this.#index = new TermIndex()
    this.#gone = 0
    const ofEntity = new Map<string, number[]>()
    for (const name of names) {
      if (!name) continue
      const ids = ofEntity.get(name.entity) ?? []
      ids.push(this.#put(name))
      ofEntity.set(name.entity, ids)
    }
    this.#ofEntity.clear()
    for (const [entity, ids] of ofEntity) this.#ofEntity.set(entity, ids)
  }

  /** Names that hold each word, or a word that begins so, or these words written apart. */
  #closely(variant: Query, query: Query, closely: number, best: Map<string, SearchHit>) {
    const index = this.#index
    this.#gather(
      variant.words.map((word) => closeTerms(index, word)),
      variant,
      query,
      closely,
      best
    )
    if (best.size < BATCH_SIZE)
      for (const pieces of piecesOf(index, variant)) this.#gather(pieces, variant, query, closely, best)
  }

  /** As well those that hold a word with the letters inside, with a letter or two that differ, of the same sound or meaning. */
  #widely(variant: Query, query: Query, closely: number, best: Map<string, SearchHit>) {
    const index = this.#index
    this.#gather(
      variant.words.map((word) => wideTerms(index, word, variant.words.length)),
      variant,
      query,
      closely,
      best
    )
    if (best.size < BATCH_SIZE)
      for (const pieces of soundPieces(index, variant)) this.#gather(pieces, variant, query, closely, best)
  }

  #gather(
    words: readonly (readonly TermRank[])[],
    variant: Query,
    query: Query,
    closely: number,
    best: Map<string, SearchHit>
  ) {
    if (words.some((terms) => terms.length === 0)) return
    for (const id of this.#gathering.first(this.#index, words, this.#sizes, closely)) {
      const name = this.#names[id]
      const match = name && matchName(variant, name.text)
      if (name && match) this.#consider(name, match, query, best)
    }
  }

  /** Names known as the same place or body, and those of which the text is the first letters. */
  #marked(text: string, query: Query, best: Map<string, SearchHit>) {
    const known = wholeIds(keyOf(text), text === text.toUpperCase())
    for (const id of known) this.#whole(MARK + id, { how: 'another name', closeness: 1, cover: 1 }, query, best)
    const [only] = query.words
    if (query.words.length === 1 && only && isAcronymLike(only.terms[0] ?? ''))
      this.#whole(`${MARK}i${only.terms[0]}`, { how: 'its initials', closeness: 1, cover: 1 }, query, best)
    const initials = lettersOf(query.words.map(({ terms }) => terms[0] ?? ''))
    if (initials !== '') this.#whole(initials, { how: 'its initials', closeness: 1, cover: 1 }, query, best, isAcronym)
  }

  /** Names that are nothing but signs, and those that hold such signs among their letters. */
  #bySigns(text: string): readonly SearchHit[] {
    const signs = signsIn(text)
    if (signs === '') return []
    const best = new Map<string, SearchHit>()
    const query = queryOf('')
    this.#whole(
      `${MARK}s${signs}`,
      { how: 'exact name', closeness: 1, cover: 1 },
      query,
      best,
      ({ text }) => signsIn(text) === signs
    )
    const [first] = signs
    for (const mark of new Set([`${MARK}s${signs}`, `${MARK}s${first}`]))
      this.#whole(mark, { how: 'within a word', closeness: 1, cover: 0 }, query, best, (name) =>
        name.text.includes(signs)
      )
    return [...best.values()].sort((a, b) => b.score - a.score || (a.entity < b.entity ? -1 : 1))
  }

  #whole(
    term: string,
    found: Omit<Match, 'ranges'>,
    query: Query,
    best: Map<string, SearchHit>,
    holds: (name: Name) => boolean = () => true
  ) {
    const id = this.#index.exact(term)
    if (id === undefined) return
    let left = MOST_GONE
    this.#index.names(id, (at) => {
      const name = this.#names[at]
      if (name && left-- > 0 && holds(name))
        this.#consider(name, { ...found, ranges: [[0, name.text.length]] }, query, best)
    })
  }

  #consider(name: Name, match: Match, query: Query, best: Map<string, SearchHit>) {
    const entity = this.#graph.get('entity', name.entity)
    if (!entity) return
    const score = this.#scoreOf(match, name, query)
    if (score <= (best.get(entity.id)?.score ?? 0)) return
    const { text, kind } = name
    best.set(entity.id, { entity: entity.id, text, nameKind: kind, ranges: match.ranges, how: match.how, score })
  }

  /** The way it was found first; then how closely and how much of the name, the main name before others, the better connected. */
  #scoreOf({ how, closeness, cover }: Match, { kind, entity, text }: Name, { literal }: Query): number {
    const degree = this.#graph.relationsOf(entity).length
    const main = kind === 'name' ? 0.5 : 0
    const asTyped = literal !== '' && text.toLowerCase().includes(literal) ? 2 : 0
    return (
      (HOWS.length - HOWS.indexOf(how)) * 10 +
      closeness * 3 +
      cover * 3 +
      main +
      asTyped +
      Math.min(1, Math.log10(degree + 1) / 2)
    )
  }
}

const isAcronym = ({ text }: Name) => text === text.toUpperCase()

/** Signs that are more than punctuation. */
const TELLING_SIGNS = /[^\p{L}\p{N}\p{M}\p{Z}\p{C}.,;:'"’‘“”„«»()[\]{}/\\&\-‐-―·•_]/gu
