import { plain } from '../text/quote'
import { captionJoint, guessCaption } from './caption-guess'
import type { ExternalNode, ExternalValue } from './value'
import { textOf } from './value-text'

/** The properties that caption the nodes of each label, in order; what has none is guessed node by node. */
export type Captions = ReadonlyMap<string, readonly string[]>

/** Longest caption, in characters. */
const LONGEST = 80

/** What to call a node: its chosen properties, else the likeliest name among its properties, else any text, else its first label. */
export function captionOf(node: ExternalNode, captions: Captions = new Map()): string {
  const names = captionProperties(node, captions)
  const values = new Map(node.properties)
  const texts = names.map((name) => captionText(values.get(name)))
  if (texts.length > 0) return plain(texts.join(captionJoint(names)), LONGEST)
  const [label] = node.labels
  return label === undefined ? 'No name' : plain(label, LONGEST)
}

/** The names of the properties that caption a node, in order, none of them blank; none where its label has to do. */
export function captionProperties(node: ExternalNode, captions: Captions = new Map()): readonly string[] {
  const texts = node.properties.map(([name, value]) => ({
    name,
    text: captionText(value),
    isText: value.type === 'string' || (value.type === 'list' && value.items[0]?.type === 'string')
  }))
  const filled = new Set(texts.filter(({ text }) => text !== '').map(({ name }) => name))
  for (const label of node.labels) {
    const chosen = captions.get(label)?.filter((name) => filled.has(name)) ?? []
    if (chosen.length > 0) return chosen
  }
  return guessCaption(texts)
}

/** What a caption shows of a value: lists of texts by their first, nothing of maps, points, bytes or blank text. */
export function captionText(value: ExternalValue | undefined): string {
  if (!value) return ''
  switch (value.type) {
    case 'null':
    case 'map':
    case 'point':
    case 'bytes':
      return ''
    case 'list':
      return captionText(value.items[0])
    case 'string':
      return plain(value.text.trim(), LONGEST)
    default:
      return plain(textOf(value), LONGEST)
  }
}
