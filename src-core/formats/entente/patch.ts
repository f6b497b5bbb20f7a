import { same } from '../../change/change'
import type { Edit, Graph } from '../../graph/graph'
import { type AnyRecord, KINDS, type Kind, notSameId } from '../../records/records'
import { SECTIONS, VERSION } from '../../records/sections'
import { asPlain } from '../../text/exact-number'
import { isObject, jsonOrNothing } from '../../text/json'
import { stringEnd } from '../../text/string-end'
import { extraOf } from './header'
import { PatchedSection, type SectionEdits } from './patch-section'
import { ValueEnd } from './value-end'

const KIND_OF: ReadonlyMap<string, Kind> = new Map(SECTIONS.map(({ kind, path }) => [path.join('.'), kind]))

type Place = 'start' | 'top' | 'vocabulary' | 'end'

/**
 * Writes a graph by way of the file that it came from: records that have not changed stay as they stand there, byte for byte,
 * in their order, with their blanks, line ends and ways of writing; so do fields that have not changed, and everything round them. The file comes in pieces.
 */
export class Patch {
  readonly #graph: Graph
  readonly #edits: ReadonlyMap<Kind, SectionEdits>
  readonly #sections = new Map<Kind, PatchedSection>()
  readonly #fields = { top: new Map<string, unknown>(), vocabulary: new Map<string, unknown>() }
  readonly #end = new ValueEnd()
  #text = ''
  #at = 0
  #place: Place = 'start'
  #open: PatchedSection | undefined
  #kind: Kind = 'entity'
  #eol: string | undefined
  #hasVocabulary = false
  #isOdd = false

  /** `edits`: from the graph in the file to this one, each record once. */
  constructor(graph: Graph, edits: Iterable<Edit>) {
    this.#graph = graph
    this.#edits = byKind(edits)
  }

  /** Takes the next piece of the file and gives what is to be written so far, in pieces. */
  *take(text: string): Generator<string> {
    this.#end.cut(this.#at)
    this.#text = this.#text.slice(this.#at) + text
    this.#at = 0
    this.#eol ??= endOfLine(this.#text)
    while (!this.#isOdd && (yield* this.#step()));
  }

  /** What is left to be written, once all was taken; undefined where the file is not what the graph came from, or is built in another way. */
  finish(): string | undefined {
    if (this.#place !== 'end' || this.#isOdd || !this.#isWhole()) return undefined
    return this.#text.slice(this.#at)
  }

  #isWhole(): boolean {
    for (const kind of KINDS) {
      const section = this.#sections.get(kind)
      if ((section?.count ?? 0) !== this.#graph.all(kind).size || section?.isDone === false) return false
    }
    const { top, vocabulary } = this.#fields
    if (asPlain(top.get('version')) !== VERSION || (top.get('title') ?? '') !== this.#graph.title) return false
    const file = { ...Object.fromEntries(top), vocabulary: Object.fromEntries(vocabulary) }
    return same(Object.fromEntries(extraOf(file)), Object.fromEntries(this.#graph.extra))
  }

  /** Goes one step on; false when more of the file is needed. */
  *#step(): Generator<string, boolean> {
    if (this.#open) return yield* this.#inSection(this.#open)
    switch (this.#place) {
      case 'start':
        return yield* this.#copyTo(this.#text.indexOf('{', this.#at) + 1, 'top')
      case 'end':
        return false
      default:
        return yield* this.#inObject(this.#place)
    }
  }

  *#copyTo(end: number, place = this.#place): Generator<string, boolean> {
    if (end <= this.#at) return false
    this.#place = place
    yield this.#text.slice(this.#at, end)
    this.#at = end
    return true
  }

  *#inSection(section: PatchedSection): Generator<string, boolean> {
    const from = past(this.#text, this.#at, LEAD)
    if (from < 0) return false
    const lead = this.#text.slice(this.#at, from)
    if (this.#text[from] === ']') {
      yield* section.end(lead)
      this.#open = undefined
      this.#at = from
      return yield* this.#copyTo(from + 1)
    }
    const end = this.#end.find(this.#text, from)
    if (end < 0) return false
    const record = this.#text.slice(from, end)
    yield* section.record(lead, record, section.needsIds ? idOf(this.#kind, record) : '')
    this.#at = end
    return true
  }

  *#inObject(place: 'top' | 'vocabulary'): Generator<string, boolean> {
    const from = past(this.#text, this.#at, LEAD)
    if (from < 0) return false
    if (this.#text[from] === '}') {
      yield* this.#missing(place)
      return yield* this.#copyTo(from + 1, place === 'vocabulary' ? 'top' : 'end')
    }
    const keyEnd = stringEnd(this.#text, from)
    const value = keyEnd < 0 ? -1 : past(this.#text, keyEnd, COLON)
    if (value < 0) return false
    const name = String(jsonOrNothing(this.#text.slice(from, keyEnd)))
    const kind = KIND_OF.get(place === 'top' ? name : `vocabulary.${name}`)
    const begin = this.#text[value]
    if (kind && begin === '[') {
      this.#open = this.#sectionOf(kind)
      this.#kind = kind
      return yield* this.#copyTo(value + 1)
    }
    if (place === 'top' && name === 'vocabulary' && begin === '{') {
      this.#hasVocabulary = true
      return yield* this.#copyTo(value + 1, 'vocabulary')
    }
    const end = this.#end.find(this.#text, value)
    if (end < 0) return false
    // Such as null for a list, which reads as an empty one.
    this.#isOdd ||= kind !== undefined || (place === 'top' && name === 'vocabulary')
    this.#fields[place].set(name, jsonOrNothing(this.#text.slice(value, end)))
    return yield* this.#copyTo(end)
  }

  #sectionOf(kind: Kind): PatchedSection {
    const section = new PatchedSection(this.#edits.get(kind) ?? NOTHING, this.#eol ?? '')
    this.#sections.set(kind, section)
    return section
  }

  /** Lists that the file does not have and that are needed now, at the end of the object in which they belong. */
  *#missing(place: 'top' | 'vocabulary'): Generator<string> {
    const eol = this.#eol ?? ''
    const needed = SECTIONS.filter(({ kind }) => !this.#sections.has(kind) && this.#edits.get(kind)?.added.length)
    const own = needed.filter(({ path }) => path.length === (place === 'top' ? 1 : 2))
    const types = place === 'top' && !this.#hasVocabulary ? needed.filter(({ path }) => path.length === 2) : []
    let comma = place === 'top' || this.#fields.vocabulary.size > 0 || this.#hasTypes() ? ',' : ''
    const list = function* (this: Patch, kind: Kind, name: string): Generator<string> {
      yield `${comma}${eol}"${name}": [`
      yield* this.#sectionOf(kind).end('')
      yield ']'
      comma = ','
    }
    for (const { kind, path } of own) yield* list.call(this, kind, path.at(-1) ?? '')
    if (types.length === 0) return
    yield `,${eol}"vocabulary": {`
    comma = ''
    for (const { kind, path } of types) yield* list.call(this, kind, path.at(-1) ?? '')
    yield `${eol}}`
  }

  #hasTypes = () => this.#sections.has('entityType') || this.#sections.has('relationType')
}

const NOTHING: SectionEdits = { changed: new Map(), added: [] }

type Changed = { readonly before: AnyRecord; readonly after: AnyRecord | undefined }

function byKind(edits: Iterable<Edit>): ReadonlyMap<Kind, SectionEdits> {
  type Own = { readonly changed: Map<string, Changed>; readonly added: AnyRecord[] }
  const kinds = new Map<Kind, Own>()
  for (const { before, after } of edits) {
    const record = after ?? before
    if (!record) continue
    const of: Own = kinds.get(record.kind) ?? { changed: new Map(), added: [] }
    kinds.set(record.kind, of)
    if (before) of.changed.set(record.id, { before, after })
    else of.added.push(record)
  }
  for (const { added } of kinds.values()) added.sort((a, b) => (a.id < b.id ? -1 : 1))
  return kinds
}

function idOf(kind: Kind, text: string): string {
  const record = jsonOrNothing(text)
  if (kind === 'notSame') return Array.isArray(record) ? notSameId(String(record[0]), String(record[1])) : ''
  return isObject(record) ? String(record.id) : ''
}

const LEAD = /[^\s,]/g
const COLON = /[^\s:]/g

/** Where the first sign stands that is not to be passed over; -1 while there is none. */
function past(text: string, from: number, sign: RegExp): number {
  sign.lastIndex = from
  return sign.exec(text)?.index ?? -1
}

/** How the lines of a text end: as its first one does. Undefined while there is none. */
function endOfLine(text: string): string | undefined {
  const at = text.indexOf('\n')
  return at < 0 ? undefined : text[at - 1] === '\r' ? '\r\n' : '\n'
}
