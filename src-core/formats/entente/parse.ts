import { parse } from 'secure-json-parse'
import type { Problem } from '../../contract/contract'
import { Graph } from '../../graph/graph'
import { referenceProblems, type Sections } from '../../graph/references'
import { MOST_RECORDS } from '../../records/limits'
import type { AnyRecord, Kind } from '../../records/records'
import { SECTIONS, VERSION } from '../../records/sections'
import { extraOf, readHeader } from './header'
import { linesOf } from './lines'
import { MIGRATIONS, type Migration } from './migrate'
import { countOf, type Located, type Records, readRecords, TOO_MANY } from './read-records'
import { forbiddenKeys, syntaxProblem } from './syntax'
import { sectionsTwice } from './twice'

/** A graph and the version of its file, `newer` than ours where not all of it may have been understood; or what is wrong, by line. */
export type ParsedFile =
  | { readonly graph: Graph; readonly version: number; readonly newer: boolean }
  | { readonly problems: readonly Problem[] }

/** How many problems are listed one by one. */
const MOST_PROBLEMS = 200

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
  if (countOf(file) > MOST_RECORDS) return { problems: [{ message: TOO_MANY }] }
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
