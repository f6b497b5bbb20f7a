import { captionProperties, captionText } from './caption'
import { bareName, CODE_WORDS, ID_WORDS, isOpaque, lastWord } from './caption-words'
import type { ExternalNode } from './value'

/** The fewest nodes of which it can be said whether a caption tells them apart. */
const ENOUGH = 4
/** Captions tell nodes apart where this share of them is different. */
const APART = 0.9
/** A second property is worth its room where it makes so much larger a share different. */
const WORTH = 0.25
/** Longest text that can stand behind a name, in UTF-16 code units. */
const SHORT = 40

/**
 * The properties that caption the nodes of one label, as a sample of them shows: what most of them are called by, and where
 * that is the same for many, a second property that tells them apart (a date, a number, a code; a hash only for want of
 * anything else). Empty where each node is named best by itself.
 */
export function usualCaption(nodes: readonly ExternalNode[]): readonly string[] {
  const guesses = guessesOf(nodes)
  const first = commonestCaption(nodes)
  if (first.length === 0 || nodes.length < ENOUGH) return first.length > 1 ? first : []
  const before = share(nodes, first)
  if (before >= APART) return first.length > 1 || guesses.length > 1 ? first : []
  const others = new Set(nodes.flatMap(({ properties }) => properties.map(([name]) => name)))
  const more = [...others]
    .filter((name) => !first.includes(name))
    .flatMap((name) => {
      const texts = nodes.map((node) => textAt(node, name)).filter((text) => text !== '')
      const isShort = texts.every((text) => text.length <= SHORT)
      const after = share(nodes, [...first, name])
      return isShort && texts.length >= nodes.length * APART && after - before >= WORTH
        ? [{ name, after, cost: costOf(name, texts) }]
        : []
    })
    .toSorted(
      (a, b) =>
        Number(b.after >= APART) - Number(a.after >= APART) ||
        a.cost - b.cost ||
        b.after - a.after ||
        (a.name < b.name ? -1 : 1)
    )
  return [...first, ...(more[0] ? [more[0].name] : [])]
}

/** What most of these nodes are called by, each by itself. */
export const commonestCaption = (nodes: readonly ExternalNode[]): readonly string[] => guessesOf(nodes)[0]?.names ?? []

/** What the nodes are called by, each by itself, the commonest first. */
function guessesOf(
  nodes: readonly ExternalNode[]
): readonly { readonly names: readonly string[]; readonly count: number }[] {
  const guesses = new Map<string, { readonly names: readonly string[]; readonly count: number }>()
  for (const node of nodes) {
    const names = captionProperties(node)
    const key = JSON.stringify(names)
    guesses.set(key, { names, count: (guesses.get(key)?.count ?? 0) + 1 })
  }
  return [...guesses.values()].sort((a, b) => b.count - a.count)
}

const textAt = (node: ExternalNode, name: string) =>
  captionText(node.properties.find(([property]) => property === name)?.[1])

/** The share of nodes with a caption that no other has, 0–1, counting one of each. */
function share(nodes: readonly ExternalNode[], names: readonly string[]): number {
  const texts = nodes.map((node) => names.map((name) => textAt(node, name)).join('\0'))
  return new Set(texts).size / nodes.length
}

/** How little one likes to read it behind a name: words, dates and codes before bare numbers, all before what a machine made. */
function costOf(name: string, texts: readonly string[]): number {
  if (texts.some(isOpaque)) return 4
  const word = [bareName(name), lastWord(name)]
  if (word.some((one) => ID_WORDS.includes(one))) return 2
  if (texts.every((text) => /^-?[\d.]+(?:e-?\d+)?$/i.test(text))) return 3
  if (texts.every((text) => /^\d{4}-\d\d(?:-\d\d)?/.test(text))) return 0
  return word.some((one) => CODE_WORDS.includes(one)) || texts.every((text) => /^\S*\d\S*$/.test(text)) ? 1 : 0
}
