import { credibilityLabel, RELIABILITY_LABELS, STANCE_LABELS } from '../evidence/status-labels'
import { ALIAS_KIND_WORDS } from '../records/alias-labels'
import { dateInWords, instantInWords } from '../records/date-labels'
import { Alias, Clock, type Kind, Locator, type RecordOf, Reliability, Stance } from '../records/records'
import { isRightToLeft } from '../text/typesetting'

/** Finds a record by kind and id, in a graph or in what a graph has been. */
export type Find = <K extends Kind>(kind: K, id: string) => RecordOf<K> | undefined

const LABELS = new Map([
  ['type', 'Type'],
  ['name', 'Name'],
  ['aliases', 'Other names'],
  ['summary', 'Summary'],
  ['period', 'Period'],
  ['from', 'From'],
  ['to', 'To'],
  ['about', 'About'],
  ['property', 'Property'],
  ['stance', 'Stance'],
  ['statement', 'Statement'],
  ['when', 'True when'],
  ['source', 'Source'],
  ['basedOn', 'Based on'],
  ['locator', 'Passage'],
  ['attributedTo', 'Attributed to'],
  ['credibility', 'Credibility'],
  ['note', 'Note'],
  ['recorded', 'Recorded'],
  ['title', 'Title'],
  ['publisher', 'Publisher'],
  ['published', 'Published'],
  ['url', 'Web address'],
  ['language', 'Language'],
  ['reliability', 'Reliability'],
  ['text', 'Text'],
  ['label', 'Word'],
  ['plural', 'Plural'],
  ['symbol', 'Symbol'],
  ['inverse', 'Word back'],
  ['symmetric', 'The same both ways'],
  ['pair', 'Not the same'],
  ['entities', 'Entities'],
  ['hiddenTypes', 'Hidden types'],
  ['hiddenRelationTypes', 'Hidden relations'],
  ['hiddenStatuses', 'Hidden evidence'],
  ['asOf', 'As of'],
  ['clock', 'Clock'],
  ['positions', 'Places']
])

/** What a field of a record is called; the name of an unknown one as it is. */
export const fieldLabel = (field: string): string => LABELS.get(field) ?? field

/** The value of a record's field as one reads it; names instead of ids where they can be found. */
export function valueInWords(kind: Kind, field: string, value: unknown, find: Find): string {
  const text = (id: unknown) => (typeof id === 'string' ? referenceInWords(kind, field, id, find) : written(id))
  switch (field) {
    case 'aliases':
      return entries(value, aliasInWords)
    case 'period':
    case 'when':
    case 'published':
    case 'asOf':
      return dateInWords(value)
    case 'recorded':
      return instantInWords(value)
    case 'stance':
      return inWords(Stance.safeParse(value).data, STANCE_LABELS) ?? written(value)
    case 'reliability': {
      const grade = Reliability.safeParse(value).data
      return grade ? `${grade} · ${RELIABILITY_LABELS[grade]}` : written(value)
    }
    case 'credibility':
      return typeof value === 'number' ? `${value} · ${credibilityLabel(value)}` : written(value)
    case 'locator':
      return locatorInWords(value)
    case 'clock':
      return inWords(Clock.safeParse(value).data, CLOCKS) ?? written(value)
    case 'positions':
      return Array.isArray(value) ? placesInWords(value.length) : written(value)
    default:
      return Array.isArray(value) ? entries(value, text) : text(value)
  }
}

const CLOCKS = { world: 'true on', published: 'published by', recorded: 'recorded by' } as const

const placesInWords = (count: number) => `${count} ${count === 1 ? 'place' : 'places'}`

function inWords<W extends string>(word: W | undefined, words: Readonly<Record<W, string>>): string | undefined {
  return word === undefined ? undefined : words[word]
}

const entries = (value: unknown, inWords: (entry: unknown) => string) =>
  Array.isArray(value) ? value.map(inWords).join(', ') : written(value)

function aliasInWords(value: unknown): string {
  const alias = Alias.safeParse(value).data
  // In front, so that the line reads from the left, and apart, so that a name in Arabic turns nothing round it (UAX #9).
  return alias ? `${ALIAS_KIND_WORDS[alias.kind]} \u2068${alias.text}\u2069` : written(value)
}

function locatorInWords(value: unknown): string {
  const locator = Locator.safeParse(value).data
  if (!locator) return written(value)
  const { paragraph, page, start, end } = locator
  const parts = [
    page !== undefined && `page ${page}`,
    paragraph !== undefined && `paragraph ${paragraph}`,
    start !== undefined && end !== undefined && `characters ${start} to ${end}`
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts.join(', ') : written(value)
}

/** What an id in that field stands for. */
function referenceInWords(kind: Kind, field: string, id: string, find: Find): string {
  switch (field) {
    case 'type':
      return (kind === 'relation' ? find('relationType', id) : find('entityType', id))?.label ?? id
    case 'from':
    case 'to':
      return (kind === 'relationType' ? find('entityType', id)?.label : find('entity', id)?.name) ?? id
    case 'hiddenTypes':
      return find('entityType', id)?.label ?? id
    case 'hiddenRelationTypes':
      return find('relationType', id)?.label ?? id
    case 'source':
    case 'basedOn':
      return find('source', id)?.title ?? id
    case 'pair':
    case 'entities':
    case 'attributedTo':
      return find('entity', id)?.name ?? id
    case 'about': {
      const relation = find('relation', id)
      return relation ? relationInWords(relation, find) : (find('entity', id)?.name ?? id)
    }
    default:
      return id
  }
}

/** A relation in one line: “Russia —operates→ Hmeimim Air Base”. */
export function relationInWords({ type, from, to }: RecordOf<'relation'>, find: Find): string {
  const declared = find('relationType', type)
  const name = (id: string) => apart(find('entity', id)?.name ?? id)
  return `${name(from)} —${declared?.label ?? type}${declared?.symmetric ? '—' : '→'} ${name(to)}`
}

/** A name that is written from the right, apart from what stands round it (UAX #9). */
const apart = (name: string) => (isRightToLeft(name) ? `\u2068${name}\u2069` : name)

/** A value that no rule is for. */
function written(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return JSON.stringify(value) ?? ''
}
