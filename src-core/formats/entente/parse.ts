import { Graph } from '../../graph/graph'
import { referenceProblems, type Sections } from '../../graph/references'
import { MOST_RECORDS } from '../../records/limits'
import type { AnyRecord, Kind } from '../../records/records'
import { SECTIONS, VERSION } from '../../records/sections'
import { readJson } from '../../text/json'
import type { Problem } from '../../text/problem-messages'
import { extraOf, readHeader } from './header'
import { MIGRATIONS, type Migration } from './migrate'
import { capped, withLines } from './problem-lines'
import { countOf, type Located, type Records, readRecords, TOO_MANY } from './read-records'
import { forbiddenKeys, syntaxProblem } from './syntax'
import { twiceIn } from './twice'

/**
/**
 * A graph and the version of its file, `newer` than ours where not all of it may have been understood. `doubled`: fields that
 * stand twice, by line: of a file with either an edit would lose something. Dates that cannot be read are told apart: their
 * records are in the graph, as they stand in the file.
 */
export interface ReadFile {
  readonly graph: Graph
  readonly version: number
  readonly newer: boolean
  readonly doubled: readonly Problem[]
  readonly dateProblems: readonly Problem[]
}

/** What a file holds, or what is wrong with it, by line. */
export type ParsedFile = ReadFile | { readonly problems: readonly Problem[] }

/** Reads the text of a `*.entente.json` file. Never throws; a byte order mark and CRLF are taken. */
export function parseGraph(text: string, migrations: ReadonlyMap<number, Migration> = MIGRATIONS): ParsedFile {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (json.trim() === '') return { problems: [{ message: 'The file is empty.' }] }
  const read = readText(json)
  if ('problems' in read) return { problems: capped(read.problems) }
  const twice = twiceIn(json, read.value)
  if (twice.sections.length > 0) return { problems: capped(twice.sections) }
  const header = readHeader(read.value, migrations)
  if ('problems' in header) return { problems: located(header.problems, json) }
  const { file, version } = header
  const newer = version > VERSION
  if (countOf(file) > MOST_RECORDS) return { problems: [{ message: TOO_MANY }] }
  const records = readRecords(file)
  const { dateProblems } = records
  const problems = newer ? [] : [...header.found, ...records.problems, ...referencesOf(records)]
  if (problems.length > 0) return { problems: located([...problems, ...dateProblems], json, twice.fields) }
  const sections = newer ? readable(records) : records.sections
  return {
    graph: Graph.of(header.title, recordsOf(sections), extraOf(file)),
    version,
    newer,
    doubled: capped(twice.fields),
    dateProblems: dateProblems.length === 0 ? [] : located(dateProblems, json)
  }
}

/** The first problems, by line, and how many more there are. */
const located = (problems: readonly Located[], text: string, others: readonly Problem[] = []) =>
  capped([...withLines(problems, text), ...others].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)))

function readText(text: string): { readonly value: unknown } | { readonly problems: readonly Problem[] } {
  try {
    return { value: readJson(text) }
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
