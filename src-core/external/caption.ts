import { plain } from '../text/quote'
import type { ExternalNode, ExternalValue } from './value'
import { textOf } from './value-text'

/** The property that captions the nodes of each label, as the analyst has chosen; the rest is guessed. */
export type Captions = ReadonlyMap<string, string>

/** Longest caption, in characters. */
const LONGEST = 80

/** Names that usually hold what a thing is called, the surest first; compared without case, spaces, _ and -. */
const USUAL = [
  ...['name', 'fullname', 'title', 'label', 'displayname', 'caption', 'preferredname', 'preflabel', 'labelen'],
  ...['nom', 'nombre', 'naam', 'titel', 'titre', 'titulo', 'bezeichnung', 'имя', 'название', 'اسم', 'الاسم', '名称'],
  ...['headline', 'subject', 'username', 'login', 'handle', 'email', 'lastname', 'surname', 'firstname'],
  ...['word', 'text', 'value', 'code', 'number', 'iban', 'url', 'uri', 'key', 'id', 'uuid']
]

/** What to call a node: its chosen property, else the likeliest name among its properties, else any text, else its first label. */
export function captionOf(node: ExternalNode, captions: Captions = new Map()): string {
  const name = captionProperty(node, captions)
  const value = node.properties.find(([one]) => one === name)?.[1]
  if (value) return captionText(value)
  const [label] = node.labels
  return label === undefined ? 'No name' : plain(label, LONGEST)
}

/** The name of the property that captions a node; undefined where its label has to do. */
export function captionProperty(node: ExternalNode, captions: Captions = new Map()): string | undefined {
  const values = new Map(node.properties)
  const chosen = node.labels.flatMap((label) => captions.get(label) ?? [])
  const names = [...chosen, ...likeliest(node.properties.map(([name]) => name))]
  return (
    names.find((name) => captionText(values.get(name)) !== '') ??
    node.properties.find(([, value]) => value.type === 'string' && captionText(value) !== '')?.[0]
  )
}

/** Property names that could caption a node, the likeliest first; those that tell nothing are left out. */
export function likeliest(names: readonly string[]): readonly string[] {
  const ranked = names.map((name) => ({ name, rank: rankOf(name) })).filter(({ rank }) => rank !== undefined)
  return ranked.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.name < b.name ? -1 : 1)).map(({ name }) => name)
}

/** The rank of a name: exactly a usual one, then one that ends in a usual word (company_name), then none. */
function rankOf(name: string): number | undefined {
  const bare = name.toLowerCase().replace(/[\s_-]/g, '')
  const exact = USUAL.indexOf(bare)
  if (exact >= 0) return exact
  const last = name.match(/[\p{Lu}]?[\p{Ll}\p{Lo}\p{N}]+$/u)?.[0].toLowerCase()
  const ending = last === undefined ? -1 : USUAL.indexOf(last)
  return ending >= 0 ? USUAL.length + ending : undefined
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
