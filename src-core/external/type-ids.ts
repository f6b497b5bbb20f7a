import type { EntityType, RelationType } from '../records/records'
import { type Look, lookOf, meantSymbol, ownLook } from '../records/type-look'
import { plain } from '../text/quote'
import type { ExternalSchema, NameCount } from './schema'

/** Longest part of a type's id that is the database's own name, in UTF-16 code units. */
const LONGEST = 150

/** The id in our file of a label or relationship type of a database; the same name always has the same id, no two share one. */
export function externalTypeId(name: string): string {
  const safe = name.toWellFormed()
  const written = /^[^\s\p{C}%]+$/u.test(safe) ? safe : encodeURIComponent(safe).replace(/%(?!..)/g, '')
  return `neo4j:${written.length > LONGEST ? `${written.slice(0, LONGEST)}~${hash(name)}` : written}`
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function hash(text: string): string {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0
  return sum.toString(16).padStart(8, '0')
}

/** The type of nodes that have no label. */
export const UNLABELLED = ''

/** The record of a label in our file; `taken` are the looks that other types have, `usual` is what captions its nodes. */
export const labelType = (label: string, taken: ReadonlySet<string>, usual: readonly string[] = []): EntityType => ({
  kind: 'entityType',
  id: externalTypeId(label),
  label: label === UNLABELLED ? 'No label' : shownName(label),
  ...lookOfLabel(label, taken),
  neo4j: { label, ...(usual.length > 0 && { usual }) }
})

/** The record of a relationship type in our file. The database has no word for the way back, so that an arrow stands for it. */
export const relationshipType = (type: string): RelationType => ({
  kind: 'relationType',
  id: externalTypeId(type),
  label: shownName(type),
  inverse: `← ${shownName(type)}`,
  neo4j: { type }
})

/** A name of the database as it can stand in a list. */
const shownName = (name: string) => plain(name, 100).trim() || '‹blank›'

/** The symbol that a label's words mean, or else the next that no other has, in a colour that none has it in. */
const lookOfLabel = (label: string, taken: ReadonlySet<string>): Look =>
  ownLook(label === UNLABELLED ? 'other' : meantSymbol(label), taken)

/** Labels in the order in which they choose their symbols: first those whose words mean one. */
export const byMeaning = (labels: Iterable<string>): readonly string[] =>
  [...labels].sort((a, b) => Number(meantSymbol(b) !== undefined) - Number(meantSymbol(a) !== undefined))

/**
 * The label that a node is drawn as: of those whose words we know the one that says most, which is the rarest; failing that the
 * commonest, as the others rather tell something about it (Sanctioned, Imported2024). `count`: how many nodes have a label.
 */
export function mainLabel(labels: readonly string[], count: (label: string) => number): string {
  const known = labels.filter((label) => meantSymbol(label) !== undefined)
  const way = known.length > 0 ? 1 : -1
  const [first = UNLABELLED] = (known.length > 0 ? known : labels).toSorted(
    (a, b) => way * (count(a) - count(b)) || (a < b ? -1 : 1)
  )
  return first
}

/** How many labels, and how many relationship types, a new file has from the start; others are added with what is found. */
const MOST_KNOWN = 60

/** The types of a database's commonest labels and relationships, for a file that is to hold what is found there. */
export function vocabularyOf({ labels, relationshipTypes }: ExternalSchema): readonly (EntityType | RelationType)[] {
  const commonest = (names: readonly NameCount[]) => names.toSorted((a, b) => b.count - a.count).slice(0, MOST_KNOWN)
  const taken = new Set<string>()
  const known = new Map(labels.map((label) => [label.name, label]))
  const types = byMeaning(commonest(labels).map(({ name }) => name)).map((name) => {
    const { unique = [], usual } = known.get(name) ?? {}
    const type = labelType(name, taken, usual)
    taken.add(lookOf(type))
    // What the database itself keeps unique finds a node again without anybody having to choose.
    const [key] = unique
    return key === undefined ? type : { ...type, neo4j: { ...(type.neo4j as object), key } }
  })
  return [...types, ...commonest(relationshipTypes).map(({ name }) => relationshipType(name))]
}
