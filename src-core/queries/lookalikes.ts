import type { Graph } from '../graph/graph'
import { countOf } from '../names/aligned-parts'
import type { NamePart } from '../names/name-part'
import { meantWords, wordText } from '../names/names'
import { isSameName, type NameForm, nameForm } from '../names/same-name'
import { type Entity, notSameId } from '../records/records'
import type { Hit, Search } from './search'

/** Leaves out the entity that is being edited. */
export interface LookalikeOptions {
  readonly except?: string
  readonly most?: number
}

/**
 * The entities that a new name may well mean already, best first; at most `most` (5). Stricter than search: the same name in
 * another spelling, script or tongue, with or without a word such as “air base”; of persons also one distinctive part of the name.
 * Pairs that the user has kept apart from `except` are left out.
 */
export function lookalikes(
  graph: Graph,
  search: Pick<Search, 'find'>,
  name: string,
  { except, most = 5 }: LookalikeOptions = {}
): readonly Hit[] {
  const asked = nameForm(name)
  const found = new Map<string, Hit>()
  for (const text of textsFor(asked))
    for (const hit of search.find(text, { most: 50 })) if (!found.has(hit.entity.id)) found.set(hit.entity.id, hit)
  const others = [...found.values()].filter(
    ({ entity: { id } }) => id !== except && !(except && graph.get('notSame', notSameId(id, except)))
  )
  const alike = others.filter(({ entity }) => namesOf(entity).some((text) => isSameName(asked, nameForm(text))))
  return (alike.length > 0 ? alike : calledSo(graph, others, asked)).slice(0, most)
}

/** All names of an entity, the main one first. */
export const namesOf = (entity: Entity): readonly string[] => [entity.name, ...entity.aliases.map(({ text }) => text)]

/** What to search for, so that whatever is the same name is among what is found: the name, its own words, the first and last of them. */
function textsFor({ name, readings }: NameForm): ReadonlySet<string> {
  const texts = new Set([name])
  for (const { own } of readings) {
    const meant = own.filter(({ isOptional, isInitial }) => !isOptional && !isInitial)
    const [first, last] = [meant[0], meant.at(-1)]
    if (!first || !last) continue
    texts.add(meant.map(written).join(' '))
    if (meant.length > 2) texts.add(`${written(first)} ${written(last)}`)
    if (meant.length > 1) texts.add(written(last))
  }
  return texts
}

const BEFORE = { abd: 'abd ', abu: 'abu ', umm: 'umm ', '': '' } as const
const written = ({ text, bond, said }: NamePart) => (said[0]?.script === 'Latn' ? BEFORE[bond] + text : text)

/** Persons whom people call by that one word: the last of one of their names, if at most two are called so. */
function calledSo(graph: Graph, hits: readonly Hit[], asked: NameForm): readonly Hit[] {
  const [reading] = asked.readings
  if (!reading || countOf(reading.own) !== 1 || reading.joined.length < 4 || reading.general.length > 0) return []
  const persons = hits.filter(({ entity }) => {
    const symbol = graph.get('entityType', entity.type)?.symbol ?? entity.type
    return symbol === 'person' && namesOf(entity).some((text) => isSameName(asked, nameForm(lastWord(text))))
  })
  return persons.length <= 2 ? persons : []
}

function lastWord(name: string): string {
  const word = meantWords(name).at(-1)
  return word ? wordText(name, word) : ''
}
