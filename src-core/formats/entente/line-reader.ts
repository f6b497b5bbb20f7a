import { circlesIn } from '../../graph/circles'
import { Graph } from '../../graph/graph'
import { MOST_RECORDS } from '../../records/limits'
import type { AnyRecord, Kind } from '../../records/records'
import { SECTIONS, VERSION } from '../../records/sections'
import { jsonOrNothing } from '../../text/json'
import type { Problem } from '../../text/problem-messages'
import { extraOf, readHeader } from './header'
import { MIGRATIONS } from './migrate'
import type { ParsedFile } from './parse'
import { capped, MOST_PROBLEMS, withLines } from './problem-lines'
import { dateProblemsOf, type Located, readRecord } from './read-records'
import { ReferenceCheck } from './reference-check'
import { holdsTwice } from './twice'

/** Where in the file the next line stands. */
type Place = 'start' | 'top' | 'vocabulary' | 'end'

/** A section whose records are being read. */
interface OpenSection {
  readonly kind: Kind
  readonly records: AnyRecord[]
  /** How many there were so far, whether they are kept or not. */
  count: number
  /** Whether the last record so far has a comma behind it. */
  comma: boolean
}

const KIND_OF: ReadonlyMap<string, Kind> = new Map(SECTIONS.map(({ kind, path }) => [path.join('.'), kind]))

/** How many records are looked at between two pauses: a few milliseconds' work. */
const STRIDE = 2_000

/**
 * Reads a file as this program writes it, one record a line, from pieces of its text, so that a large one is never in memory
 * as a text. It takes only what parseGraph would read to the same graph; whatever else it meets, sound or not, is left to
 * that one, which has the words for it. So it may be too strict, never too lenient.
 */
export class LineReader {
  readonly #sections = new Map<Kind, AnyRecord[]>()
  readonly #fields = { top: new Map<string, unknown>(), vocabulary: new Map<string, unknown>() }
  readonly #dateProblems: Problem[] = []
  readonly #onRecord: ((record: AnyRecord) => void) | undefined
  #moreDateProblems = 0
  /** How many line feeds there were in what was taken before. */
  #lineFeeds = 0
  #place: Place = 'start'
  #open: OpenSection | undefined
  /** Whether another field may, or must, follow in the object that we are in: begun, after a comma, after a value. */
  #before: 'begin' | 'comma' | 'value' = 'begin'
  #records = 0
  #isFirst = true

  /** With `onRecord` each record goes there and none is kept: then there is no graph in the end. */
  constructor(onRecord?: (record: AnyRecord) => void) {
    this.#onRecord = onRecord
  }

  /** How many records were read. */
  get records(): number {
    return this.#records
  }

  /** Whether there are more than we take: then there is no need to read on. */
  get isTooMany(): boolean {
    return this.#records > MOST_RECORDS
  }

  /** Takes the next lines, the last one whole as well. False when this is not for us: then nothing more may be given. */
  take(lines: string): boolean {
    const begin = this.#isFirst && lines.startsWith('\uFEFF') ? 1 : 0
    let at = begin
    this.#isFirst = false
    while (at < lines.length) {
      const next: number = this.#open ? this.#takeRecords(this.#open, lines, at) : this.#takeLine(lines, at)
      if (next < 0 || this.isTooMany) return false
      at = next
    }
    this.#lineFeeds += lineFeedsIn(lines, lines.length)
    return true
  }

  /** The graph, once all lines were taken; yields how much of the work is done, from 0 to 1. Undefined when this is not for us. */
  *finish(): Generator<number, ParsedFile | undefined> {
    const header = this.#header()
    if (!header) return undefined
    const building = Graph.building(header.title, extraOf(header.file), this.#records)
    for (const [done, records] of this.#strides()) {
      building.add(records)
      yield done / 2
    }
    const graph = building.finish()
    if (!this.#isEachOnce(graph)) return undefined
    const references = new ReferenceCheck(graph)
    for (const [done, records] of this.#strides()) {
      if (!records.every((record) => references.areSound(record))) return undefined
      yield (1 + done) / 2
    }
    for (const _ of circlesIn({ source: graph.all('source').values(), entityType: graph.all('entityType').values() }))
      return undefined
    return { graph, version: VERSION, newer: false, doubled: [], dateProblems: this.dateProblems }
  }

  /** Whether what came is a whole file of this version; what its records say of each other is not looked at. */
  get isWhole(): boolean {
    return this.#header() !== undefined
  }

  /** The dates that cannot be read, the first ones and how many more. */
  get dateProblems(): readonly Problem[] {
    return capped(this.#dateProblems, this.#moreDateProblems)
  }

  #header() {
    if (this.#place !== 'end') return undefined
    const vocabulary = this.#fields.top.has('vocabulary') && Object.fromEntries(this.#fields.vocabulary)
    const raw = { ...Object.fromEntries(this.#fields.top), ...(vocabulary && { vocabulary }) }
    const header = readHeader(raw, MIGRATIONS)
    return 'problems' in header || header.found.length > 0 || header.version !== VERSION ? undefined : header
  }

  /** The record lines of the open section, to its end or that of the text; answers where to go on, -1 for not at all. */
  #takeRecords(section: OpenSection, lines: string, from: number): number {
    const end = lines[from] === ']' ? from : lines.indexOf('\n]', from) + 1 || lines.length
    const isLast = end < lines.length
    const text = trimmed(lines.slice(from, end))
    const line = () => this.#lineFeeds + lineFeedsIn(lines, lines.indexOf(text, from))
    // A bracket or a comma in the wrong place makes one piece or the next no list.
    if (text !== '' && !this.#takeList(section, text, line)) return -1
    if (!isLast) return end
    if (section.comma) return -1
    this.#open = undefined
    this.#before = 'value'
    return this.#takeEnd(lines, end, ']')
  }

  /** `line` tells how many lines there are before the text. */
  #takeList(section: OpenSection, text: string, line: () => number): boolean {
    if (section.count > 0 && !section.comma) return false
    section.comma = text.endsWith(',')
    const list = `[${section.comma ? text.slice(0, -1) : text}]`
    const values = jsonOrNothing(list)
    if (!Array.isArray(values) || values.length === 0 || holdsTwice(list, values)) return false
    this.#records += values.length
    const found: Located[] = []
    for (const [index, value] of values.entries()) {
      const read = readRecord(section.kind, value)
      if ('problems' in read) return false
      section.count++
      if (this.#onRecord) this.#onRecord(read.record)
      else section.records.push(read.record)
      for (const problem of dateProblemsOf(read.record, [index])) found.push(problem)
    }
    if (found.length > 0) this.#tell(found, list, line())
    return true
  }

  /** Keeps the first of the problems of a list, with their lines, and counts the others. */
  #tell(found: readonly Located[], list: string, before: number) {
    const first = found.slice(0, MOST_PROBLEMS - this.#dateProblems.length)
    this.#moreDateProblems += found.length - first.length
    for (const problem of withLines(first, list))
      this.#dateProblems.push(problem.line === undefined ? problem : { ...problem, line: before + problem.line })
  }

  /** A line outside the sections. */
  #takeLine(lines: string, from: number): number {
    const lineFeed = lines.indexOf('\n', from)
    const end = lineFeed < 0 ? lines.length : lineFeed + 1
    const line = trimmed(lines.slice(from, end))
    if (line === '') return end
    switch (this.#place) {
      case 'start':
        if (line !== '{') return -1
        this.#place = 'top'
        return end
      case 'end':
        return -1
      default:
        return line.startsWith('}') ? this.#takeEnd(lines, from, '}') : this.#takeField(line, this.#place) ? end : -1
    }
  }

  /** The closing bracket of a section or object, with the comma behind it. */
  #takeEnd(lines: string, from: number, bracket: ']' | '}'): number {
    const lineFeed = lines.indexOf('\n', from)
    const end = lineFeed < 0 ? lines.length : lineFeed + 1
    const line = trimmed(lines.slice(from, end))
    if (line !== bracket && line !== `${bracket},`) return -1
    if (bracket === '}') {
      if (this.#before === 'comma') return -1
      this.#place = this.#place === 'vocabulary' ? 'top' : 'end'
    }
    this.#before = line.endsWith(',') ? 'comma' : 'value'
    return this.#place === 'end' && this.#before === 'comma' ? -1 : end
  }

  /** `"name": value`, or the beginning of a section or of the vocabulary. */
  #takeField(line: string, place: 'top' | 'vocabulary'): boolean {
    if (this.#before === 'value') return false
    const fields = this.#fields[place]
    const begin = /^"([A-Za-z]+)": ?([[{])$/.exec(line)
    if (begin) {
      const [, name = '', bracket] = begin
      if (fields.has(name)) return false
      fields.set(name, undefined)
      return bracket === '['
        ? this.#openSection(place === 'top' ? name : `vocabulary.${name}`)
        : this.#openVocabulary(name)
    }
    const hasComma = line.endsWith(',')
    const text = `{${hasComma ? line.slice(0, -1) : line}}`
    const field = jsonOrNothing(text)
    const [entry, ...more] = Object.entries(field ?? {})
    if (!entry || more.length > 0 || fields.has(entry[0]) || holdsTwice(text, field)) return false
    const [name, value] = entry
    const isSection = KIND_OF.has(place === 'top' ? name : `vocabulary.${name}`)
    // On one line: nobody's list but an empty one is short enough to be worth our while.
    if (name === 'vocabulary' || (isSection && !(Array.isArray(value) && value.length === 0))) return false
    fields.set(name, value)
    this.#before = hasComma ? 'comma' : 'value'
    return true
  }

  #openSection(path: string): boolean {
    const kind = KIND_OF.get(path)
    if (!kind) return false
    const records: AnyRecord[] = []
    this.#sections.set(kind, records)
    this.#open = { kind, records, count: 0, comma: false }
    return true
  }

  #openVocabulary(name: string): boolean {
    if (name !== 'vocabulary' || this.#place !== 'top') return false
    this.#place = 'vocabulary'
    this.#before = 'begin'
    return true
  }

  /** All records in strides, each with the share that is done after it. */
  *#strides(): Generator<readonly [number, readonly AnyRecord[]]> {
    let count = 0
    for (const records of this.#sections.values())
      for (let from = 0; from < records.length; from += STRIDE) {
        const stride = records.slice(from, from + STRIDE)
        count += stride.length
        yield [count / this.#records, stride]
      }
  }

  #isEachOnce(graph: Graph): boolean {
    for (const [kind, records] of this.#sections)
      if (kind !== 'notSame' && graph.all(kind).size !== records.length) return false
    return true
  }
}

/** Without the white space of JSON (RFC 8259) at both ends; what other white space there is makes a text no JSON. */
function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && BLANKS.includes(text[from] ?? '')) from++
  while (from < to && BLANKS.includes(text[to - 1] ?? '')) to--
  return text.slice(from, to)
}

/** How many line feeds there are in the first `length` code units of a text. */
function lineFeedsIn(text: string, length: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < length; at = text.indexOf('\n', at + 1)) count++
  return count
}

const BLANKS = ' \t\r\n'
