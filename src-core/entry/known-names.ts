import type { Graph } from '../graph/graph'
import { nameKey } from '../graph/name-key'
import { entityName } from '../queries/relation-labels'
import type { Hit } from '../queries/search'
import type { EntityType, RelationType, Source } from '../records/records'

/** Finds entities by name, best first; undefined while that is being looked up. */
export type FindNames = (text: string, options?: { readonly most?: number }) => readonly Hit[] | undefined

/** How many names that answer a text are looked at for one that is the same. */
const MOST_HITS = 30

/** Ids of the entities that a text names: by their main name, else by another one, else with what tells namesakes apart; undefined while that is looked up. */
export function entitiesNamed(graph: Graph, find: FindNames, text: string): readonly string[] | undefined {
  const own = graph.namedAlike(text)
  if (own.length > 0) return own.toSorted()
  const told = toldApart(graph, text)
  if (told.length > 0) return told
  const hits = find(text, { most: MOST_HITS })
  return hits?.filter((hit) => nameKey(hit.text) === nameKey(text)).map(({ entity }) => entity.id)
}

/** “Ali Hassan (banker)”: the name with what tells it from others of that name, as entityName writes it. */
function toldApart(graph: Graph, text: string): readonly string[] {
  const key = nameKey(text)
  if (!text.endsWith(')')) return []
  for (let at = text.indexOf(' ('), tries = 0; at > 0 && tries < 5; at = text.indexOf(' (', at + 1), tries++) {
    const found = graph.namedAlike(text.slice(0, at)).filter((id) => nameKey(entityName(graph, id)) === key)
    if (found.length > 0) return found
  }
  return []
}

/** Ids of the sources that a text means: by id, else by title, else by publisher. */
export function sourcesNamed(graph: Graph, text: string): readonly string[] {
  if (graph.get('source', text)) return [text]
  const { titles, publishers } = sourceKeys(graph)
  const key = nameKey(text)
  return titles.get(key) ?? publishers.get(key) ?? []
}

/** A source as it is written so that it is found again: its title, or its id where others have the same title. */
export const sourceText = (graph: Graph, { id, title }: Source): string =>
  sourcesNamed(graph, title).length === 1 ? title : id

interface SourceKeys {
  readonly titles: ReadonlyMap<string, readonly string[]>
  readonly publishers: ReadonlyMap<string, readonly string[]>
}

// The table of sources is another one only where a source has changed.
const known = new WeakMap<object, SourceKeys>()

function sourceKeys(graph: Graph): SourceKeys {
  const table = graph.all('source')
  const before = known.get(table)
  if (before) return before
  const [titles, publishers] = [new Map<string, string[]>(), new Map<string, string[]>()]
  const add = (keys: Map<string, string[]>, text: string, id: string) => {
    const ids = keys.get(nameKey(text))
    if (ids) ids.push(id)
    else keys.set(nameKey(text), [id])
  }
  for (const { id, title, publisher } of table.values()) {
    add(titles, title, id)
    if (publisher !== undefined) add(publishers, publisher, id)
  }
  const keys = { titles, publishers }
  known.set(table, keys)
  return keys
}

/** A relation type by one of its words; `isBack` where it is the word back, read from the other end. */
export interface RelationWord {
  readonly type: RelationType
  readonly isBack: boolean
}

/** What a word for a relation means: the types of that label, else those of which it is the word back. */
export function relationsWorded(graph: Graph, text: string): readonly RelationWord[] {
  const key = nameKey(text)
  const types = [...graph.all('relationType').values()]
  const forth = types.filter(({ label }) => nameKey(label) === key)
  if (forth.length > 0) return forth.map((type) => ({ type, isBack: false }))
  return types
    .filter(({ inverse }) => nameKey(inverse) === key)
    .map((type) => ({ type, isBack: type.symmetric !== true }))
}

/** The type at the beginning of “Armed group Southern Front”, and the name behind it; the longest label counts. */
export function typeAndName(graph: Graph, text: string): { readonly type?: EntityType; readonly name: string } {
  const low = text.toLowerCase()
  let type: EntityType | undefined
  for (const one of graph.all('entityType').values()) {
    const label = one.label.toLowerCase()
    const isWhole = low === label || low.startsWith(`${label} `)
    if (isWhole && label.length > (type?.label.length ?? 0)) type = one
  }
  return type ? { type, name: text.slice(type.label.length).trim() } : { name: text }
}
