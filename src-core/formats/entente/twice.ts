import { visit } from 'jsonc-parser'
import { SECTIONS } from '../../records/sections'
import { isObject } from '../../text/json'
import type { Problem } from '../../text/problem-messages'

const NAMES: ReadonlySet<string> = new Set(SECTIONS.flatMap(({ path }) => path))

/**
 * Sections that a file holds twice, as a merge of two versions line by line may leave it: JSON.parse keeps the last one only,
 * and the rest would be gone with the next save. Looks closely only where a name begins more lines than it should.
 */
export function sectionsTwice(text: string, file: unknown): readonly Problem[] {
  const views: readonly unknown[] = isObject(file) && Array.isArray(file.views) ? file.views : []
  const inViews = views.filter((view) => isObject(view) && Object.hasOwn(view, 'entities')).length
  for (const [name, count] of lineBeginnings(text))
    if (count > 1 + (name === 'entities' ? inViews : 0)) return repeated(text)
  return []
}

const QUOTE = 0x22
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09])
const FIRST_LETTERS: ReadonlySet<number> = new Set(Array.from(NAMES, (name) => name.charCodeAt(0)))

/** How many lines begin with each section's name. Hops from line to line: most of a file is never looked at. */
function lineBeginnings(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at >= 0; at = text.indexOf('\n', at) + 1 || -1) {
    let begin = at
    while (BLANKS.has(text.charCodeAt(begin))) begin += 1
    if (text.charCodeAt(begin) !== QUOTE || !FIRST_LETTERS.has(text.charCodeAt(begin + 1))) continue
    const name = text.slice(begin + 1, text.indexOf('"', begin + 1))
    if (NAMES.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

function repeated(text: string): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, number>()
  const open: string[] = []
  let last = ''
  const begin = () => void open.push(last)
  const end = () => void open.pop()
  visit(text, {
    onObjectBegin: begin,
    onObjectEnd: end,
    onArrayBegin: begin,
    onArrayEnd: end,
    onObjectProperty: (name, _offset, _length, line) => {
      last = name
      if (!NAMES.has(name) || open.length > 2 || (open.length === 2 && open[1] !== 'vocabulary')) return
      const path = open.length === 1 ? name : `vocabulary.${name}`
      const first = seen.get(path)
      const message = `"${path}" is there already, on line ${first}. Put both together: only one of them would be read.`
      if (first === undefined) seen.set(path, line + 1)
      else problems.push({ message, line: line + 1 })
    }
  })
  return problems
}
