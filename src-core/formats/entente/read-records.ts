import { z } from 'zod'
import type { Sections } from '../../graph/references'
import { dateFaults } from '../../records/dates-of-record'
import { Id } from '../../records/ids'
import { MOST_RECORDS } from '../../records/limits'
import { type AnyRecord, type Kind, notSameId, SCHEMAS } from '../../records/records'
import { KIND_LABELS, SECTIONS } from '../../records/sections'
import { asPlain, ExactNumber } from '../../text/exact-number'
import { isObject } from '../../text/json'
import type { Problem } from '../../text/problem-messages'
import { check, type FieldProblem, sentence } from '../../text/problem-messages'
import { plain, quoteValue } from '../../text/quote'
import type { Path } from './lines'
import type { RawFile } from './migrate'
import { EXCESS_WORDS, excessOf, isPlain } from './plain-shape'

/** A problem and where it is in the file. */
export interface Located extends Problem {
  readonly path: Path
}

/** What a file holds: its records, what is wrong with single ones, and the ids of those that could not be read. */
export interface Records {
  readonly sections: Sections
  readonly problems: readonly Located[]
  /** The dates that cannot be read. Their records are there nevertheless. */
  readonly dateProblems: readonly Located[]
  readonly unread: ReadonlyMap<string, Kind>
}

/** Reads every record of a file by itself; what they say of each other is not looked at. */
export function readRecords(file: RawFile): Records {
  const problems: Located[] = []
  const unread = new Map<string, Kind>()
  const dateProblems: Located[] = []
  const sections = new Map<Kind, (AnyRecord | undefined)[]>()
  for (const { kind, path } of SECTIONS) {
    const raw = sectionOf(file, path) ?? []
    const records: (AnyRecord | undefined)[] = []
    sections.set(kind, records)
    if (!Array.isArray(raw)) {
      problems.push({ message: `"${path.join('.')}" must be a list.`, path })
      continue
    }
    for (const [index, value] of raw.entries()) {
      const read = readRecord(kind, value)
      records.push('record' in read ? read.record : undefined)
      if ('record' in read) {
        dateProblems.push(...dateProblemsOf(read.record, [...path, index]))
        continue
      }
      const id = isObject(value) && typeof value.id === 'string' ? value.id : undefined
      if (id !== undefined) unread.set(id, kind)
      for (const problem of read.problems)
        problems.push({
          message: sentence(subjectOf(kind, id, index), problem),
          path: [...path, index, ...problem.path],
          ...(id && { record: plain(id, 200) })
        })
    }
  }
  return { sections: Object.fromEntries(sections) as unknown as Sections, problems, dateProblems, unread }
}

/** What is wrong with the dates of a record that stands at that place in a file. */
export const dateProblemsOf = (record: AnyRecord, path: Path): readonly Located[] =>
  dateFaults(record.kind, record).map(({ field, words }) => ({
    message: sentence(`${KIND_LABELS[record.kind]} ${plain(record.id)}`, { path: [field], words }),
    path: [...path, field],
    record: plain(record.id, 200)
  }))

/** What is said of a file with more records than we take. */
export const TOO_MANY = `The file holds more than ${MOST_RECORDS / 1e6} million records, more than can be opened. Split it into smaller files.`

/** How many records a file holds, sound or not. */
export const countOf = (file: RawFile): number =>
  SECTIONS.reduce((sum, { path }) => {
    const list = sectionOf(file, path)
    return sum + (Array.isArray(list) ? list.length : 0)
  }, 0)

const sectionOf = (file: RawFile, path: readonly string[]) =>
  path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), file)

type Read = { readonly record: AnyRecord } | { readonly problems: readonly FieldProblem[] }

/** Reads one record by itself. Its dates may be anything: see dateFaults. */
export function readRecord(kind: Kind, value: unknown): Read {
  if (kind === 'notSame') return readPair(value)
  const schema = SCHEMAS[kind] as z.ZodType<AnyRecord>
  if (!isObject(value)) return { problems: [{ path: [], words: `must be an object, not ${quoteValue(value)}` }] }
  if (isPlain(kind, value)) {
    const plainRecord = kind === 'entity' && value.aliases === undefined ? { ...value, aliases: [] } : value
    return { record: { kind, ...plainRecord } as AnyRecord }
  }
  if (value.kind !== undefined)
    return { problems: [{ path: ['kind'], words: 'must not be there: the section says what a record is' }] }
  const excess = excessOf(value)
  const tooMuch = { problems: [{ path: [], words: `must not be ${excess && EXCESS_WORDS[excess]}` }] }
  if (excess === 'depth') return tooMuch
  const checked = check(schema, { kind, ...withPlainNumbers(kind, value) })
  // A field that the schema knows is named by it.
  if ('problems' in checked) return checked
  return excess ? tooMuch : { record: checked.value }
}

/** The fields of ours in which a number's digits say nothing, so that 2.0 is as good as 2. */
function withPlainNumbers(kind: Kind, value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { credibility, locator, text, positions } = value
  return {
    ...value,
    ...(kind === 'claim' && credibility instanceof ExactNumber && { credibility: asPlain(credibility) }),
    ...(kind === 'claim' &&
      isObject(locator) && { locator: withPlain(locator, ['paragraph', 'start', 'end', 'page']) }),
    ...(kind === 'source' && isObject(text) && { text: withPlain(text, ['paragraphs']) }),
    ...(kind === 'view' &&
      Array.isArray(positions) && {
        positions: positions.map((place) => (Array.isArray(place) ? place.map(asPlain) : place))
      })
  }
}

const withPlain = (value: Readonly<Record<string, unknown>>, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fields.includes(key) ? asPlain(part) : part]))

const Pair = z.tuple([Id, Id]).refine(([a, b]) => a !== b, 'must name two different entities')

function readPair(value: unknown): Read {
  const checked = check(Pair, value)
  if ('problems' in checked) return checked
  const [a, b] = checked.value
  return { record: { kind: 'notSame', id: notSameId(a, b), pair: a < b ? [a, b] : [b, a] } }
}

const subjectOf = (kind: Kind, id: string | undefined, index: number) =>
  id ? `${KIND_LABELS[kind]} ${plain(id)}` : `${KIND_LABELS[kind]} number ${index + 1}`
