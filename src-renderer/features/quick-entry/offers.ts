import type { Kept, Reading, ReadPart } from '@core/entry/entry'
import { type FindNames, sourcesNamed, sourceText, typeAndName } from '@core/entry/known-names'
import { written } from '@core/entry/line'
import type { Graph } from '@core/graph/graph'
import { lookalikes } from '@core/queries/lookalikes'
import { entityName, nativeName } from '@core/queries/relation-labels'
import type { Entity, Source } from '@core/records/records'
import { foundSources } from '../../forms/found-sources'
import { type OfferedType, offeredTypes } from '../../forms/types'

/** Something that can stand where the caret is. */
export interface EntryOffer {
  readonly id: string
  /** What is written in the line for it, with what goes on behind it. */
  readonly text: string
  readonly label: string
  readonly note: string
  readonly entity?: Entity
  /** Id of an entity type, for its symbol. */
  readonly type?: string
}

/** What is offered at the caret, in place of what stands there. */
export interface Offers {
  readonly start: number
  readonly end: number
  readonly head: string
  readonly items: readonly EntryOffer[]
  /** Whether Tab takes the first one; else one has to be gone to. */
  readonly eager: boolean
}

/** How many rows a list has. */
const MOST = 7
const NONE: Offers = { start: 0, end: 0, head: '', items: [], eager: false }
type Slot = 'from' | 'relation' | 'to' | 'source' | 'voice'

/** What may be meant where the caret stands. */
export function offersAt(
  graph: Graph,
  find: FindNames,
  { line, caret, reading }: { readonly line: string; readonly caret: number; readonly reading: Reading }
): Offers {
  const place = placeAt(line, caret, reading.parts)
  if (!place) return NONE
  const { kind, part } = place
  const span = { start: part?.start ?? caret, end: part?.end ?? caret }
  if (kind === 'relation')
    return { ...span, head: 'Relations', eager: part !== undefined, items: relationOffers(graph, reading, part) }
  if (kind === 'source') return { ...span, head: 'Sources', eager: true, items: sourceOffers(graph, part?.text ?? '') }
  const text = part?.text ?? ''
  if (text === '' && !part?.isNew) return NONE
  if (kind === 'voice')
    return { ...span, head: 'Who says so', eager: true, items: nameOffers(graph, find, kind, text, MOST) }
  if (part?.isNew) return { ...span, ...newOffers(graph, find, kind, text) }
  const isNew = part?.isKnown === false
  const fresh = isNew ? typeOffers(graph, reading, kind, text) : []
  const names = nameOffers(graph, find, kind, text, MOST)
  // Some room stays for making it new.
  const shown = names.slice(0, MOST - Math.min(3, fresh.length))
  return { ...span, head: 'Names', eager: true, items: [...shown, ...fresh].slice(0, MOST) }
}

/** The part at the caret that can be completed, or an empty place for one. */
function placeAt(
  line: string,
  caret: number,
  parts: readonly ReadPart[]
): { readonly kind: Slot; readonly part?: ReadPart } | undefined {
  const at = parts.findLast(({ start }) => start < caret)
  const between = line.slice(at?.end ?? 0, caret)
  if (at && caret <= at.end + (at.isKnown || at.isQuoted ? 0 : between.length) && between.trim() === '')
    return isSlot(at.kind) ? { kind: at.kind, part: at } : undefined
  const arrows = /^\s*>\s*$/.test(between)
  if (arrows && at?.kind === 'from') return { kind: 'relation' }
  return undefined
}

const isSlot = (kind: ReadPart['kind']): kind is Slot =>
  kind === 'from' || kind === 'relation' || kind === 'to' || kind === 'source' || kind === 'voice'

const behind = (kind: Slot) => (kind === 'from' || kind === 'relation' ? ' > ' : ' ')
const signOf = (kind: Slot) => (kind === 'source' ? '@' : kind === 'voice' ? '~' : '')

/** Relations of that word; of equals those that begin so and that the first name has already come first. */
function relationOffers(graph: Graph, { parts }: Reading, part: ReadPart | undefined): readonly EntryOffer[] {
  const named = (kind: 'from' | 'to') => parts.find((one) => one.kind === kind)
  const label = (id: string) => graph.get('entityType', id)?.label ?? id
  const ends = (ids: readonly string[] | undefined) => (ids ? ids.map(label).join(', ') : 'anything')
  const uses = usesAt(graph, named('from')?.entity)
  const low = part?.text.toLowerCase() ?? ''
  const rank = (offer: OfferedType) =>
    (offer.fits ? 4 : 0) + (offer.label.toLowerCase().startsWith(low) ? 2 : 0) + 1 - 1 / (1 + (uses.get(offer.id) ?? 0))
  return offeredTypes(graph, named('from')?.type, named('to')?.type, part?.text)
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, MOST)
    .map(({ id, type, label, reversed, fits }) => ({
      id: `type ${id}`,
      text: written('relation', label) + behind('relation'),
      label,
      note: fits ? `back: ${reversed ? type.label : type.inverse}` : `so far ${ends(type.from)} to ${ends(type.to)}`
    }))
}

/** How many of its relations are looked at for the types that an entity has. */
const MOST_TIES = 500

function usesAt(graph: Graph, entity: string | undefined): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  for (const id of graph.relationsOf(entity ?? '').slice(0, MOST_TIES)) {
    const type = graph.get('relation', id)?.type ?? ''
    uses.set(type, (uses.get(type) ?? 0) + 1)
  }
  return uses
}

/** How many sources that hold a text are put in order by how they hold it. */
const MOST_SOURCES = 60

/** Sources of that title or publisher, then those with a word that begins so, then those that hold the text. */
function sourceOffers(graph: Graph, text: string): readonly EntryOffer[] {
  const own = sourcesNamed(graph, text).flatMap((id) => graph.get('source', id) ?? [])
  const low = text.toLowerCase()
  const begins = ({ title, publisher = '' }: Source) =>
    ` ${title} ${publisher}`
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word.startsWith(low))
  const others = foundSources(graph, text, MOST_SOURCES).filter(({ id }) => !own.some((one) => one.id === id))
  const sources = [...own, ...others.filter(begins), ...others.filter((source) => !begins(source))]
  const found = sources.slice(0, MOST).map((source) => ({
    id: `source ${source.id}`,
    text: `@${written('source', sourceText(graph, source))} `,
    label: source.title,
    note: [source.publisher, `grade ${source.reliability}`].filter(Boolean).join(', ')
  }))
  if (text === '' || own.length > 0) return found
  const fresh = {
    id: 'new source',
    text: `@+${written('source', text)} `,
    label: `New source: ${text}`,
    note: 'grade F until you say'
  }
  return [...found.slice(0, MOST - 1), fresh]
}

function nameOffers(graph: Graph, find: FindNames, kind: Slot, text: string, most: number): readonly EntryOffer[] {
  return (find(text, { most }) ?? []).map((hit) => ({
    id: `entity ${hit.entity.id}`,
    ...nameOffer(graph, kind, hit.entity),
    note: hit.nameKind === 'name' ? (nativeName(hit.entity) ?? '') : hit.text
  }))
}

const nameOffer = (graph: Graph, kind: Slot, entity: Entity) => {
  const name = entityName(graph, entity.id)
  return { text: signOf(kind) + written(kind, name) + behind(kind), label: name, entity, type: entity.type }
}

/** Types that a new entity may have, those that the relation joins first, then the most common ones. */
function typeOffers(graph: Graph, { parts }: Reading, kind: Slot, name: string): readonly EntryOffer[] {
  const word = parts.find((part) => part.kind === 'relation')?.text.toLowerCase()
  const relation = [...graph.all('relationType').values()].find(({ label }) => label.toLowerCase() === word)
  const likely = new Set(kind === 'from' ? relation?.from : relation?.to)
  const rank = (id: string) => (likely.has(id) ? 1e9 : 0) + (graph.entitiesOfType.get(id) ?? 0)
  return [...graph.all('entityType').values()]
    .sort((a, b) => rank(b.id) - rank(a.id) || a.label.localeCompare(b.label, 'en'))
    .map(({ id, label }) => ({
      id: `new ${id}`,
      text: `+${label} ${written('to', name)}${behind(kind)}`,
      label: `New ${label.toLowerCase()}: ${name}`,
      note: '',
      type: id
    }))
}

/** Behind a +: types that begin so, then entities that the new name may mean already. */
function newOffers(graph: Graph, find: FindNames, kind: Slot, text: string) {
  const { type, name } = typeAndName(graph, text)
  if (!type || name === '') {
    const low = text.toLowerCase()
    const types = [...graph.all('entityType').values()].filter(({ label }) => label.toLowerCase().includes(low))
    const isFirst = ({ label }: { readonly label: string }) => label.toLowerCase().startsWith(low)
    const items = types
      .sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)) || a.label.localeCompare(b.label, 'en'))
      .slice(0, MOST)
      .map(({ id, label }) => ({ id: `type ${id}`, text: `+${label} `, label, note: 'then the name', type: id }))
    return { head: 'What it is', eager: true, items }
  }
  const alike = lookalikes(graph, { find: (asked, options) => find(asked, options) ?? [] }, name, { most: 3 })
  const items = alike.map(({ entity, text }) => ({
    id: `like ${entity.id}`,
    ...nameOffer(graph, kind, entity),
    note: text === entity.name ? '' : text
  }))
  return { head: 'Looks like', eager: false, items }
}

/** What stays from the last line, as far as the line says nothing else. */
export function keptWords(graph: Graph, kept: Kept, parts: readonly ReadPart[]): readonly string[] {
  const says = (kind: ReadPart['kind']) => parts.some((part) => part.kind === kind)
  const source = graph.get('source', kept.source ?? '')
  if (!source || says('source')) return []
  return [
    `@${source.publisher ?? source.title}`,
    ...(kept.paragraph !== undefined && !says('paragraph') ? [`¶ ${kept.paragraph}`] : []),
    ...(kept.credibility !== undefined && kept.credibility !== 6 && !says('grade')
      ? [`credibility ${kept.credibility}`]
      : [])
  ]
}
