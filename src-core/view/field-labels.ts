import { CLOCK_LABELS, credibilityLabel, RELIABILITY_LABELS, STANCE_LABELS } from '../evidence/status-labels'
import { ALIAS_KIND_WORDS } from '../records/alias-labels'
import { dateInWords, instantInWords } from '../records/date-labels'
import { fieldNamed, fieldsOf } from '../records/fields'
import { PropertyDefinition } from '../records/property-definitions'
import { kindInWords } from '../records/property-kinds'
import {
  Alias,
  type AnyRecord,
  Clock,
  type Kind,
  Locator,
  type RecordOf,
  Reliability,
  Stance
} from '../records/records'
import { writeJson } from '../text/json'
import { isRightToLeft, setApart } from '../text/typesetting'

/** Finds a record by kind and id, in a graph or in what a graph has been. */
export type Find = <K extends Kind>(kind: K, id: string) => RecordOf<K> | undefined

/** What a field of a record is called; the name of an unknown one as it is. */
export const fieldLabel = (field: string): string => fieldNamed(field)?.label ?? field

/** Fields with a fixed choice of values, in words. */
const CHOICES: ReadonlyMap<string, (value: unknown) => string | undefined> = new Map([
  ['stance', (value) => inWords(Stance.safeParse(value).data, STANCE_LABELS)],
  [
    'reliability',
    (value) => {
      const grade = Reliability.safeParse(value).data
      return grade && `${grade} · ${RELIABILITY_LABELS[grade]}`
    }
  ],
  ['credibility', (value) => (typeof value === 'number' ? `${value} · ${credibilityLabel(value)}` : undefined)],
  ['clock', (value) => inWords(Clock.safeParse(value).data, CLOCK_LABELS)?.toLowerCase()]
])

/** The value of a record's field as one reads it; names instead of ids where they can be found. */
export function valueInWords(kind: Kind, field: string, value: unknown, find: Find): string {
  const text = (id: unknown) => (typeof id === 'string' ? referenceInWords(kind, field, id, find) : written(id))
  switch (fieldsOf(kind).get(field)?.editor) {
    case 'aliases':
      return entries(value, aliasInWords)
    case 'date':
      return dateInWords(value)
    case 'instant':
      return instantInWords(value)
    case 'choice':
      return CHOICES.get(field)?.(value) ?? text(value)
    case 'locator':
      return locatorInWords(value)
    case 'definitions':
      return entries(value, definitionInWords)
    case 'places':
      return Array.isArray(value) ? placesInWords(value.length) : written(value)
    default:
      return Array.isArray(value) ? entries(value, text) : text(value)
  }
}

function definitionInWords(value: unknown): string {
  const definition = PropertyDefinition.safeParse(value).data
  return definition ? `${setApart(definition.name)} (${kindInWords(definition)})` : written(value)
}

const placesInWords = (count: number) => `${count} ${count === 1 ? 'place' : 'places'}`

function inWords<W extends string>(word: W | undefined, words: Readonly<Record<W, string>>): string | undefined {
  return word === undefined ? undefined : words[word]
}

const entries = (value: unknown, inWords: (entry: unknown) => string) =>
  Array.isArray(value) ? value.map(inWords).join(', ') : written(value)

function aliasInWords(value: unknown): string {
  const alias = Alias.safeParse(value).data
  // In front, so that the line reads from the left, and apart, so that a name in Arabic turns nothing round it (UAX #9).
  return alias ? `${ALIAS_KIND_WORDS[alias.kind]} ${setApart(alias.text)}` : written(value)
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
  for (const other of fieldsOf(kind).get(field)?.refersTo ?? []) {
    const record = find(other, id)
    if (record) return subjectOf(record, find)
  }
  return id
}

/** What a record is called, in one line; a claim by its statement. */
export function subjectOf(record: AnyRecord, find: Find): string {
  switch (record.kind) {
    case 'entity':
    case 'view':
      return record.name
    case 'relation':
      return relationInWords(record, find)
    case 'claim':
      return record.statement
    case 'source':
      return record.title
    case 'entityType':
    case 'relationType':
      return record.label
    case 'notSame':
      return record.pair.map((id) => find('entity', id)?.name ?? id).join(' and ')
    case 'conflict': {
      const about = find(record.of, record.about)
      const subject = about ? subjectOf(about, find) : record.about
      return record.field === undefined ? subject : `${subject}, ${fieldLabel(record.field).toLowerCase()}`
    }
  }
}

/** A relation in one line: “Russia —operates→ Hmeimim Air Base”. */
function relationInWords({ type, from, to }: RecordOf<'relation'>, find: Find): string {
  const declared = find('relationType', type)
  const name = (id: string) => apart(find('entity', id)?.name ?? id)
  return `${name(from)} —${declared?.label ?? type}${declared?.symmetric ? '—' : '→'} ${name(to)}`
}

/** A name that is written from the right, apart from what stands round it (UAX #9). */
const apart = (name: string) => (isRightToLeft(name) ? setApart(name) : name)

/** A value that no rule is for. */
function written(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return writeJson(value)
}
