import type { Graph } from '../graph/graph'
import { nameKey } from '../graph/name-key'
import { isSameName, type NameForm, nameForm } from '../names/same-name'
import type { Entity } from '../records/records'

/** How many entities that sound alike are looked at, and with how many a name is compared: where more do, it tells nobody apart. */
const MOST_ALIKE = 1000
const MOST_COMPARED = 20

// Kept for as long as no entity changes: other edits leave the table of entities as it is.
const known = new WeakMap<object, Map<string, readonly string[]>>()

/**
 * Ids of the entities that bear a name, main or other: those written so, letter case and accents aside; else, unless only
 * what is written counts, those that bear it in another spelling or script. Whom it means where several bear it, nobody can tell.
 */
export function bearersOf(graph: Graph, name: string, { asWritten = false } = {}): readonly string[] {
  const table = graph.all('entity')
  const ofTable = known.get(table) ?? new Map<string, readonly string[]>()
  known.set(table, ofTable)
  const key = asWritten ? `=${name}` : `~${name}`
  const before = ofTable.get(key)
  if (before) return before
  const written = writtenSo(graph, name)
  const found = [...(written.length > 0 || asWritten ? written : calledSo(graph, name))].sort()
  ofTable.set(key, found)
  return found
}

function writtenSo(graph: Graph, name: string): readonly string[] {
  const key = nameKey(name)
  return alike(graph, [name])
    .filter((entity) => namesOf(entity).some((text) => nameKey(text) === key))
    .map(({ id }) => id)
}

function calledSo(graph: Graph, name: string): readonly string[] {
  const asked = nameForm(name)
  const entities = alike(graph, [name, ...wordsOfIts(asked)])
  if (entities.length > MOST_COMPARED) return []
  return entities
    .filter((entity) => namesOf(entity).some((text) => isSameName(asked, nameForm(text))))
    .map(({ id }) => id)
}

const alike = (graph: Graph, names: readonly string[]): readonly Entity[] =>
  [...new Set(names.flatMap((name) => graph.soundingLike(name)))]
    .slice(0, MOST_ALIKE)
    .map((id) => graph.get('entity', id))
    .filter((entity) => entity !== undefined)

/** A name without its title, the given name first, as it may be kept. */
const wordsOfIts = ({ readings }: NameForm) => readings.map(({ own }) => own.map(({ text }) => text).join(' '))
const namesOf = ({ name, aliases }: Entity): readonly string[] => [name, ...aliases.map(({ text }) => text)]
