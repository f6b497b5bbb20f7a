import { visit } from 'jsonc-parser'
import { KIND_LABELS, SECTIONS } from '../../records/sections'
import { ExactNumber } from '../../text/exact-number'
import { isObject } from '../../text/json'
import { fieldName, type Problem } from '../../text/problem-messages'
import { plain } from '../../text/quote'
import { lineCounter, type Path } from './lines'

/** A name that stands twice in one object of a JSON text; lines from 1. JSON.parse keeps the last one only. */
interface Doubled {
  readonly path: Path
  readonly first: number
  readonly line: number
}

/** Names that stand twice. Most texts hold none: those are told apart by counting, without a closer look. */
export interface Twice {
  /** Sections that a file holds twice, as a merge of two versions line by line may leave it: it cannot be read. */
  readonly sections: readonly Problem[]
  /** Other fields that stand twice in a record, in the file's head or deeper: it can be read, and an edit would lose one. */
  readonly fields: readonly Problem[]
}

const SECTION_PATHS: ReadonlySet<string> = new Set(['vocabulary', ...SECTIONS.map(({ path }) => path.join('.'))])

/** What stands twice in a file, whose text was parsed to `file`. */
export function twiceIn(text: string, file: unknown): Twice {
  const twice: { sections: Problem[]; fields: Problem[] } = { sections: [], fields: [] }
  if (!mayHoldTwice(text, file)) return twice
  for (const { path, first, line } of doubledIn(text)) {
    const name = path.join('.')
    if (SECTION_PATHS.has(name)) {
      const message = `"${name}" is there already, on line ${first}. Put both together: only one of them would be read.`
      twice.sections.push({ message, line })
    } else twice.fields.push({ ...wordsOf(path, first, file), line })
  }
  return twice
}

/** Whether any name stands twice in one object of a JSON text that was parsed to `value`. */
export const holdsTwice = (text: string, value: unknown): boolean =>
  mayHoldTwice(text, value) && doubledIn(text).length > 0

/** A name ends with a quotation mark and a colon. Strings may hold that too: then there seem to be more names than there are. */
const mayHoldTwice = (text: string, value: unknown): boolean => countEnds(text) !== countNames(value)

function countEnds(text: string): number {
  let ends = 0
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) ends++
  // Nobody writes blanks there, so this is looked for last.
  const spaced = /"[ \t\r\n]+:/g
  while (spaced.test(text)) ends++
  return ends
}

/** How many names there are in a value and in what it holds. Goes without recursion: it may be nested deep. */
function countNames(value: unknown): number {
  let names = 0
  const open = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null || next instanceof ExactNumber) continue
    if (Array.isArray(next)) {
      for (const part of next) if (typeof part === 'object' && part !== null) open.push(part)
      continue
    }
    for (const name in next) {
      names++
      const part = (next as Readonly<Record<string, unknown>>)[name]
      if (typeof part === 'object' && part !== null) open.push(part)
    }
  }
  return names
}

interface Open {
  /** Where the names that were met stand; undefined in a list. */
  readonly names: Map<string, number> | undefined
  at: string | number
}

function doubledIn(text: string): readonly Doubled[] {
  const doubled: Doubled[] = []
  const lineAt = lineCounter(text)
  const open: Open[] = []
  const next = () => {
    const parent = open.at(-1)
    if (parent && typeof parent.at === 'number') parent.at++
  }
  const end = () => {
    open.pop()
    next()
  }
  try {
    visit(text, {
      onObjectBegin: () => void open.push({ names: new Map(), at: '' }),
      onArrayBegin: () => void open.push({ names: undefined, at: 0 }),
      onObjectEnd: end,
      onArrayEnd: end,
      onLiteralValue: next,
      onObjectProperty: (name, offset) => {
        const parent = open.at(-1)
        if (!parent?.names) return
        parent.at = name
        const first = parent.names.get(name)
        if (first === undefined) parent.names.set(name, offset)
        else doubled.push({ path: open.map(({ at }) => at), first: lineAt(first), line: lineAt(offset) })
      }
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error // nested deeper than the stack: no file of ours is
  }
  return doubled
}

function wordsOf(path: Path, first: number, file: unknown): Omit<Problem, 'line'> {
  const at = path.findIndex((part) => typeof part === 'number')
  const kind = SECTIONS.find((section) => section.path.join('.') === path.slice(0, at).join('.'))?.kind
  const says = (field: Path) =>
    `"${fieldName(field)}" is there twice, first on line ${first}. Only the last one counts.`
  if (at < 0 || !kind) return { message: `File: ${says(path)}` }
  const record = path.slice(0, at + 1).reduce<unknown>((value, part) => Object(value)[part], file)
  const id = isObject(record) && typeof record.id === 'string' ? record.id : undefined
  const subject = id === undefined ? `number ${Number(path[at]) + 1}` : plain(id)
  const message = `${KIND_LABELS[kind]} ${subject}: ${says(path.slice(at + 1))}`
  return { message, ...(id !== undefined && { record: plain(id, 200) }) }
}
