import { parse } from 'secure-json-parse'
import type { Problem } from '../../contract/contract'
import { Graph } from '../../graph/graph'
import type { AnyRecord, Kind } from '../../records/records'
import { Name } from '../../records/text'
import { check, sentence } from '../problem-words'
import { quote, quoteValue } from '../quote'
import { linesOf } from './lines'
import { MIGRATIONS, type Migration, migrate, type RawFile } from './migrate'
import { isShallow } from './plain-shape'
import { isObject, type Located, type Records, readRecords } from './read-records'
import { referenceProblems, type Sections } from './references'
import { FORMAT, SECTIONS, VERSION } from './sections'
import { forbiddenKeys, syntaxProblem } from './syntax'
import { sectionsTwice } from './twice'

/** A graph and the version of its file, `newer` than ours where not all of it may have been understood; or what is wrong, by line. */
export type ParsedFile =
  | { readonly graph: Graph; readonly version: number; readonly newer: boolean }
  | { readonly problems: readonly Problem[] }

/** How many problems are listed one by one. */
export const MOST_PROBLEMS = 200

/** Reads the text of a `*.entente.json` file. Never throws; a byte order mark and CRLF are taken. */
export function parseGraph(text: string, migrations: ReadonlyMap<number, Migration> = MIGRATIONS): ParsedFile {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (json.trim() === '') return { problems: [{ message: 'The file is empty.' }] }
  const read = readJson(json)
  if ('problems' in read) return { problems: capped(read.problems) }
  const twice = sectionsTwice(json, read.value)
  if (twice.length > 0) return { problems: twice }
  const header = readHeader(read.value, migrations)
  if ('problems' in header) return { problems: withLines(header.problems, json) }
  const { file, version } = header
  const newer = version > VERSION
  const records = readRecords(file)
  const problems = newer ? [] : [...header.found, ...records.problems, ...referencesOf(records)]
  if (problems.length > 0) return { problems: withLines(problems, json) }
  const sections = newer ? readable(records) : records.sections
  return { graph: Graph.of(header.title, recordsOf(sections), extraOf(file)), version, newer }
}

function readJson(text: string): { readonly value: unknown } | { readonly problems: readonly Problem[] } {
  try {
    return { value: parse(text, { protoAction: 'error', constructorAction: 'error' }) }
  } catch {
    return { problems: isJson(text) ? forbiddenKeys(text) : [syntaxProblem(text)] }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

interface Header {
  readonly file: RawFile
  readonly version: number
  readonly title: string
  readonly found: readonly Located[]
}

function readHeader(
  value: unknown,
  migrations: ReadonlyMap<number, Migration>
): Header | { readonly problems: readonly Located[] } {
  const fail = (message: string, ...path: string[]) => ({ problems: [{ message, path }] })
  if (!isObject(value)) return fail(`This is not an Entente graph: the file holds ${quoteValue(value)}.`)
  if (value.format !== FORMAT)
    return value.format === undefined
      ? fail(`This is not an Entente graph: "format": "${FORMAT}" is missing.`)
      : fail(`This is not an Entente graph: "format" must be ${FORMAT}, not ${quoteValue(value.format)}.`, 'format')
  const version = value.version
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 0)
    return fail(`"version" must be a whole number such as ${VERSION}.`, 'version')
  const file = migrate(value, version, migrations)
  if (!file) return fail(`Version ${version} of the file format is not known to this program.`, 'version')
  const title = file.title === undefined || file.title === '' ? { value: '' } : check(Name, file.title)
  const found: Located[] = []
  if ('problems' in title)
    found.push(
      ...title.problems.map(({ words }) => ({ message: sentence('File', { path: ['title'], words }), path: ['title'] }))
    )
  if (file.vocabulary !== undefined && !isObject(file.vocabulary))
    found.push({ message: '"vocabulary" must be an object.', path: ['vocabulary'] })
  for (const key of Object.keys(file))
    if (!KNOWN.has(key) && !isShallow(file[key]))
      found.push({ message: `${quote(key)} is nested too deep.`, path: [key] })
  return { file, version, title: 'value' in title ? title.value : '', found }
}

const KNOWN: ReadonlySet<string> = new Set(['format', 'version', 'title', ...SECTIONS.map(({ path }) => path[0])])

/** What this version does not know: fields at the top, and those of the vocabulary under its own name. */
function extraOf(file: RawFile): ReadonlyMap<string, unknown> {
  const extra = new Map(Object.entries(file).filter(([key, value]) => !KNOWN.has(key) && isShallow(value)))
  const vocabulary = isObject(file.vocabulary) ? Object.entries(file.vocabulary) : []
  const unknown = vocabulary.filter(([key, value]) => !VOCABULARY.has(key) && isShallow(value))
  return unknown.length > 0 ? extra.set('vocabulary', Object.fromEntries(unknown)) : extra
}

const VOCABULARY: ReadonlySet<string> = new Set(['entityTypes', 'relationTypes'])

const pathOf = (kind: Kind) => SECTIONS.find((section) => section.kind === kind)?.path ?? []

const referencesOf = ({ sections, unread }: Records): readonly Located[] =>
  referenceProblems(sections, unread).map(({ kind, index, path, record, message }) => ({
    message,
    record,
    path: [...pathOf(kind), index, ...path]
  }))

/** Of a file from a newer program: what can be read and stands on its own feet. */
function readable({ sections }: Records): Sections {
  const left: { [K in Kind]: (AnyRecord | undefined)[] } = { ...sections } as never
  for (const kind of Object.keys(left) as Kind[]) left[kind] = [...left[kind]]
  for (;;) {
    const problems = referenceProblems(left as Sections, new Map())
    if (problems.length === 0) return left as Sections
    for (const { kind, index } of problems) left[kind][index] = undefined
  }
}

function* recordsOf(sections: Sections): Generator<AnyRecord> {
  for (const { kind } of SECTIONS) for (const record of sections[kind]) if (record) yield record
}

function withLines(problems: readonly Located[], text: string): readonly Problem[] {
  const lines = linesOf(
    text,
    problems.map(({ path }) => path)
  )
  const located = problems.map(({ message, record }, at) => ({
    message,
    ...(lines[at] !== undefined && { line: lines[at] }),
    ...(record !== undefined && { record })
  }))
  return capped(located.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)))
}

function capped(problems: readonly Problem[]): readonly Problem[] {
  const more = problems.length - MOST_PROBLEMS
  if (more <= 0) return problems
  return [
    ...problems.slice(0, MOST_PROBLEMS),
    { message: `… and ${more} more ${more === 1 ? 'problem' : 'problems'}.` }
  ]
}
