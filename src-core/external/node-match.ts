import { z } from 'zod'
import { accentPattern, literal, type WordPattern, wordPattern, wordTest } from './accents'
import { type Captions, captionProperties } from './caption'
import type { ExternalNode, ExternalValue } from './value'
import { textOf } from './value-text'

/**
 * How a node answers a text, the surest first. The caption is what the node is called; a value is any of its properties.
 * “Word”: the text stands in it as whole words; “begins”: it begins a word of it.
 */
export const WAYS = [
  'caption',
  'caption word',
  'caption begins',
  'value',
  'within caption',
  'value word',
  'value begins',
  'within value',
  'in several values'
] as const

/** One of the ways. */
type Way = (typeof WAYS)[number]

/** How a text is looked for in values in small letters: by patterns that JavaScript and Java read alike, each for a whole value. */
export interface TextPatterns {
  /** Each has to be in one of a node's values, the longest first. */
  readonly words: readonly WordPattern[]
  readonly exact: string
  readonly word: string
  readonly begins: string
  readonly within: string
  /** A number or code without the blanks and hyphens between its groups; undefined for a text that is none. */
  readonly code?: string
}

/** The patterns for a text; undefined for one of blanks only. */
export function textPatterns(typed: string): TextPatterns | undefined {
  const words = typed.trim().toLowerCase().split(/\s+/u)
  if (words[0] === '') return undefined
  const signs = bare(words.join(''))
  const code = isCode(words, signs) ? signs : undefined
  // No code has accents.
  const text = words.map(code === undefined ? accentPattern : literal).join('\\s+')
  // The longest word first: it is in the fewest values, so that most nodes are done with after it.
  const distinct = [...new Set(words)].toSorted((a, b) => b.length - a.length)
  return {
    words: distinct.map(wordPattern),
    exact: `\\s*${text}\\s*`,
    word: `(?:[\\s\\S]*[^\\p{L}\\p{M}\\p{N}])?${text}(?:[^\\p{L}\\p{M}\\p{N}][\\s\\S]*)?`,
    begins: `(?:[\\s\\S]*[^\\p{L}\\p{M}\\p{N}])?${text}[\\s\\S]*`,
    within: `[\\s\\S]*${text}[\\s\\S]*`,
    ...(code !== undefined && { code })
  }
}

/** Numbers and codes are written in groups or not: IBANs, telephone numbers, registration numbers. */
const isCode = (words: readonly string[], code: string) =>
  /\p{N}/u.test(code) && code.length >= 4 && (words.length === 1 || words.every((word) => /\p{N}|^.{1,4}$/u.test(word)))

/** A text without what groups its signs. */
const bare = (text: string) => text.replace(/[ -]/g, '')

/** How a node answers a text. */
export const NodeMatch = z.object({
  way: z.enum(WAYS),
  /** The property that answers; absent where it is the caption as a whole, or several. */
  property: z.string().optional(),
  /** UTF-16 code units of the value that answers: of two equal answers the shorter says more. */
  length: z.int()
})

export type NodeMatch = z.infer<typeof NodeMatch>

/** How a node answers a text; undefined where it does not, as far as its values were read. */
export function matchNode(patterns: TextPatterns, node: ExternalNode, captions?: Captions): NodeMatch | undefined {
  const { code } = patterns
  const words = patterns.words.map(wordTest)
  const is = testsOf(patterns)
  // A code is found in groups or not, any other text by its longest word.
  const has = ({ text }: Said) => code !== undefined || words[0]?.(text) === true
  const every = node.properties.flatMap(([property, value]) => textsOf(value).map((text) => ({ property, text })))
  const values = every.filter(has)
  const names = captionProperties(node, captions)
  const called: readonly Said[] = names.flatMap((name) => every.find(({ property }) => property === name) ?? [])
  const whole = called.length > 1 ? [{ text: called.map(({ text }) => text).join(' ') }] : []
  const all = [...called, ...whole]
  const caption = all.filter(has)
  const isApart = words.every((isIn) => all.some(({ text }) => isIn(text)))
  const ways: Readonly<Record<Exclude<Way, 'in several values'>, () => Said | undefined>> = {
    caption: () => shortest(caption, is.exact),
    'caption word': () => shortest(caption, is.word),
    'caption begins': () => shortest(caption, is.begins),
    value: () => shortest(values, is.exact),
    'within caption': () => shortest(caption, is.within) ?? (isApart ? all.at(-1) : undefined),
    'value word': () => shortest(values, is.word),
    'value begins': () => shortest(values, is.begins),
    'within value': () => shortest(values, is.within)
  }
  for (const way of WAYS) {
    if (way === 'in several values') break
    const answer = ways[way]()
    if (!answer) continue
    const { property, text } = answer
    return { way, length: text.length, ...(property !== undefined && { property }) }
  }
  return words.every((isIn) => every.some(({ text }) => isIn(text)))
    ? { way: 'in several values', length: 0 }
    : undefined
}

/** A text of a node in small letters; without a property where several make it. */
interface Said {
  readonly property?: string
  readonly text: string
}

function testsOf({ code, ...patterns }: TextPatterns): Readonly<Record<Pattern, (said: Said) => boolean>> {
  const test = (pattern: Pattern, asCode?: (text: string, code: string) => boolean) => {
    const whole = new RegExp(`^(?:${patterns[pattern]})$`, 'u')
    // What several properties make is no code.
    return ({ property, text }: Said) =>
      whole.test(text) || (code !== undefined && property !== undefined && asCode?.(bare(text), code) === true)
  }
  return {
    exact: test('exact', (text, code) => text === code),
    word: test('word'),
    begins: test('begins', (text, code) => text.startsWith(code)),
    within: test('within', (text, code) => text.includes(code))
  }
}

type Pattern = 'exact' | 'word' | 'begins' | 'within'

const shortest = (said: readonly Said[], is: (said: Said) => boolean): Said | undefined =>
  said.filter(is).toSorted((a, b) => a.text.length - b.text.length)[0]

/** The texts of a value in small letters: its own, or those of its items. */
function textsOf(value: ExternalValue): readonly string[] {
  if (value.type === 'list') return value.items.flatMap((item) => (item.type === 'list' ? [] : textsOf(item)))
  if (value.type === 'string') return [value.text.toLowerCase()]
  return NO_TEXT.has(value.type) ? [] : [textOf(value).toLowerCase()]
}

const NO_TEXT: ReadonlySet<ExternalValue['type']> = new Set([
  'null',
  'map',
  'point',
  'bytes',
  'node',
  'relationship',
  'path'
])

/** Which of two answers is the surer one: less than zero, the first. Those that are not to be seen come last: an index knows more than we do. */
export const compareMatches = (a: NodeMatch | undefined, b: NodeMatch | undefined): number =>
  rankOf(a) - rankOf(b) || (a?.length ?? 0) - (b?.length ?? 0)

const rankOf = (match: NodeMatch | undefined) => (match ? WAYS.indexOf(match.way) : WAYS.length)

/** A node that was found, and how it answers; undefined where that is not to be seen. */
export interface FoundNode {
  readonly node: ExternalNode
  readonly match?: NodeMatch
}

/** The surest of these nodes, each once, at most n; equal answers stay in the order in which they came. */
export function surest(found: readonly FoundNode[], most: number): readonly FoundNode[] {
  const each = new Map<string, FoundNode>()
  for (const one of found) if (!each.has(one.node.id)) each.set(one.node.id, one)
  return [...each.values()].sort((a, b) => compareMatches(a.match, b.match)).slice(0, most)
}
