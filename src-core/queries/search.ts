import MiniSearch, { type Query as IndexQuery } from 'minisearch'
import type { Change } from '../change/change'
import type { Graph } from '../graph/graph'
import {
  HOWS,
  type How,
  type Match,
  matchName,
  type Query,
  queryOf,
  type Ranges,
  toleranceOf
} from '../names/match-name'
import { nameWords, wordText } from '../names/names'
import { phoneticKey, phoneticWord } from '../names/phonetic-key'
import type { Alias, AliasKind, Entity } from '../records/records'

/** An entity that was found, by which of its names, and how. */
export interface Hit {
  readonly entity: Entity
  /** The name or alias that was found, as it is written. */
  readonly text: string
  readonly nameKind: NameKind
  /** What to mark in `text`. */
  readonly ranges: Ranges
  readonly how: How
  /** The higher the better; comparable within one answer only. */
  readonly score: number
}

/** What kind of name was found: the main name or a kind of alias. */
export type NameKind = 'name' | AliasKind

/** What users call each kind of name. */
export const NAME_KIND_LABELS: Readonly<Record<NameKind, string>> = {
  name: 'name',
  alias: 'alias',
  acronym: 'acronym',
  former: 'former name',
  'nom-de-guerre': 'nom de guerre',
  transliteration: 'transliteration',
  native: 'native name'
}

/** Finds entities by any of their names in any script. */
export interface Search {
  /** The entities whose names answer the text, best first, each once; at most `most` (20). */
  find(text: string, options?: { readonly most?: number }): readonly Hit[]
  /** Takes in a change; `graph` is the graph after it. */
  update(change: Change, graph: Graph): void
}

interface Name {
  readonly id: number
  readonly entity: string
  readonly text: string
  readonly kind: NameKind
}

/** What search needs to know of a graph; a Graph is one. */
export interface Named {
  get(kind: 'entity', id: string): NamedEntity | undefined
  relationsOf(id: string): { readonly length: number }
}

/** What search needs to know of an entity. */
export interface NamedEntity extends Pick<Entity, 'id' | 'name'> {
  readonly aliases: readonly Alias[]
}

/** An index over all names and aliases of a graph. */
export function makeSearch(graph: Graph): Search {
  const index = new NameIndex(graph)
  for (const entity of graph.all('entity').values()) index.add(entity)
  return {
    find(text, options) {
      return index.find(text, options).flatMap(({ entity, ...found }): readonly Hit[] => {
        const whole = graph.get('entity', entity)
        return whole ? [{ entity: whole, ...found }] : []
      })
    },
    update(change, after) {
      graph = after
      for (const { before, after } of change.edits) {
        if (before?.kind === 'entity') index.remove(before.id)
        if (after?.kind === 'entity') index.add(after)
      }
      index.over(graph)
    }
  }
}

/** A hit with the id of its entity instead of the entity. */
export type SearchHit = Omit<Hit, 'entity'> & { readonly entity: string }

// Of how many names of the index's own ranking, at least, and for each hit asked for, we look closely.
const CLOSELY = 300
const CLOSELY_PER_HIT = 5

/** The index itself, for whoever keeps the entities elsewhere. */
export class NameIndex {
  readonly #index = new MiniSearch<Name>({
    fields: ['text'],
    tokenize: termsOf,
    processTerm: (term) => term,
    autoVacuum: false
  })
  readonly #names = new Map<number, Name>()
  readonly #ofEntity = new Map<string, readonly Name[]>()
  #graph: Named
  #next = 0

  constructor(graph: Named) {
    this.#graph = graph
  }

  /** From now on another graph is meant; the names stay as they were added. */
  over(graph: Named): void {
    this.#graph = graph
  }

  find(text: string, { most = 20 }: { readonly most?: number } = {}): readonly SearchHit[] {
    const query = queryOf(text.slice(0, 200))
    if (query.words.length === 0) return []
    const closely = Math.max(CLOSELY, most * CLOSELY_PER_HIT)
    const close = this.#hits(query, closeQuery(query), closely)
    const hits = close.length < most ? this.#hits(query, wideQuery(query), closely) : close
    return hits.slice(0, most)
  }

  add(entity: NamedEntity): void {
    const texts = [{ text: entity.name, kind: 'name' as const }, ...entity.aliases]
    const names = texts.map(({ text, kind }) => ({ id: this.#next++, entity: entity.id, text, kind }))
    for (const name of names) this.#names.set(name.id, name)
    this.#index.addAll(names)
    this.#ofEntity.set(entity.id, names)
  }

  remove(id: string): void {
    for (const name of this.#ofEntity.get(id) ?? []) {
      this.#index.remove(name)
      this.#names.delete(name.id)
    }
    this.#ofEntity.delete(id)
  }

  #hits(query: Query, search: IndexQuery, closely: number): SearchHit[] {
    const best = new Map<string, SearchHit>()
    for (const { id } of this.#index.search(search).slice(0, closely)) {
      const name = this.#names.get(id)
      const entity = name && this.#graph.get('entity', name.entity)
      const match = name && matchName(query, name.text)
      if (!entity || !match) continue
      const score = this.#scoreOf(match, name)
      if (score <= (best.get(entity.id)?.score ?? 0)) continue
      const { text, kind } = name
      best.set(entity.id, { entity: entity.id, text, nameKind: kind, ranges: match.ranges, how: match.how, score })
    }
    return [...best.values()].sort((a, b) => b.score - a.score || (a.entity < b.entity ? -1 : 1))
  }

  /** The way it was found first; then how closely and how much of the name, the main name before others, the better connected. */
  #scoreOf({ how, closeness, cover }: Match, { kind, entity }: Name): number {
    const degree = this.#graph.relationsOf(entity).length
    const main = kind === 'name' ? 0.5 : 0
    return (
      (HOWS.length - HOWS.indexOf(how)) * 10 +
      closeness * 3 +
      cover * 3 +
      main +
      Math.min(1, Math.log10(degree + 1) / 2)
    )
  }
}

const SOUND = '~'

/** What a name is indexed under: its words, and behind a mark how its words and the whole of it sound. */
function termsOf(text: string): string[] {
  const { plain, also } = nameWords(text)
  const terms = new Set<string>()
  for (const { term } of plain) terms.add(term)
  for (const { term } of also) terms.add(term)
  const meant = plain.filter(({ isArticle }) => !isArticle)
  for (const word of meant) {
    const sound = phoneticWord(wordText(text, word))
    if (sound && sound.length > 1) terms.add(SOUND + sound)
  }
  const whole = meant.length > 1 ? phoneticKey(text, meant) : ''
  if (whole.length > 2) terms.add(SOUND + whole)
  return [...terms]
}

const verbatim = { tokenize: (text: string) => [text], processTerm: (term: string) => term }

// The weights keep the ways apart, whatever the frequency of a word: exact, then beginnings, then misspellings, then sounds.
const exactly = (term: string): IndexQuery => ({
  queries: [term],
  ...verbatim,
  prefix: true,
  weights: { prefix: 0.03, fuzzy: 0 }
})

const closeQuery = ({ words }: Query): IndexQuery => ({
  combineWith: 'AND',
  queries: words.map(({ terms }) => ({ combineWith: 'OR', queries: terms.map(exactly) }))
})

function wideQuery({ words, sound }: Query): IndexQuery {
  const soundsLike = (phoneticKey: string): IndexQuery[] =>
    phoneticKey.length > 1 ? [{ queries: [SOUND + phoneticKey], ...verbatim, boost: { text: 0.0001 } }] : []
  const each: IndexQuery = {
    combineWith: 'AND',
    queries: words.map(({ terms, sound }) => ({
      combineWith: 'OR',
      queries: [...terms.map((term) => nearly(term)), ...soundsLike(sound)]
    }))
  }
  return { combineWith: 'OR', queries: [each, ...(sound.length > 2 ? soundsLike(sound) : [])] }
}

const nearly = (term: string): IndexQuery => ({
  queries: [term],
  ...verbatim,
  prefix: true,
  fuzzy: toleranceOf(term) || false,
  weights: { prefix: 0.03, fuzzy: 0.001 }
})
