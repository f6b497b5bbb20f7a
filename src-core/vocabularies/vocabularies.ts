import { parseGraph } from '../formats/entente/parse'
import { Graph } from '../graph/graph'
import { writeJson } from '../text/json'
import companiesAndOwnership from './companies-and-ownership.entente.json'
import eventsAndPlaces from './events-and-places.entente.json'
import peopleAndPower from './people-and-power.entente.json'

/** A vocabulary to begin a graph with: its id, the words of its row, and the file that holds it, a graph of types alone. */
export interface Vocabulary {
  readonly id: string
  readonly label: string
  readonly summary: string
  readonly file?: unknown
}

/** The vocabularies that come with the program, the usual one first. */
export const VOCABULARIES = [
  {
    id: 'people-and-power',
    label: 'People and power',
    summary: 'States, people, armed groups, offices, alliances',
    file: peopleAndPower
  },
  {
    id: 'companies-and-ownership',
    label: 'Companies and ownership',
    summary: 'Owners, directors, seats, payments, vessels',
    file: companiesAndOwnership
  },
  {
    id: 'events-and-places',
    label: 'Events and places',
    summary: 'What happened where, who took part, who saw it',
    file: eventsAndPlaces
  },
  { id: 'empty', label: 'Empty', summary: 'No types yet: they come as you write' }
] as const satisfies readonly Vocabulary[]

/** The id of a vocabulary that comes with the program. */
export type VocabularyId = (typeof VOCABULARIES)[number]['id']

/** The vocabulary of that id. */
export const vocabularyOf = (id: string): Vocabulary | undefined => VOCABULARIES.find((one) => one.id === id)

/** A graph that holds nothing but the types of a vocabulary. Throws where its file is no graph. */
export function graphWith({ id, file }: Vocabulary, title: string): Graph {
  if (file === undefined) return Graph.of(title, [])
  const read = parseGraph(writeJson(file))
  if ('problems' in read) throw new Error(`The vocabulary ${id} cannot be read: ${read.problems[0]?.message}`)
  return onlyTypes(read.graph, title)
}

/** A graph with the entity types and relation types of another one, and nothing else of it. */
export const onlyTypes = (graph: Graph, title: string): Graph =>
  Graph.of(title, [...graph.all('entityType').values(), ...graph.all('relationType').values()])
