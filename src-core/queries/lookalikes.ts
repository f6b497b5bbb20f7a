import type { Graph } from '../graph/graph'
import { editDistance } from '../names/edit-distance'
import { foldName, meantWords, scriptOf, wordText } from '../names/names'
import { phoneticKey } from '../names/phonetic-key'
import { type Entity, notSameId } from '../records/records'
import type { Hit, Search } from './search'

/** Leaves out the entity that is being edited. */
export interface LookalikeOptions {
  readonly except?: string
  readonly most?: number
}

/**
 * The entities that a new name may well mean already, best first; at most `most` (5). Stricter than search: the same name in
 * another spelling or script, with or without a word such as “air base”; of persons also one distinctive part of the name. Pairs
 * that the user has kept apart from `except` are left out.
 */
export function lookalikes(
  graph: Graph,
  search: Pick<Search, 'find'>,
  name: string,
  { except, most = 5 }: LookalikeOptions = {}
): readonly Hit[] {
  const asked = formOf(name)
  if (asked.core === '') return []
  const found = new Map<string, Hit>()
  for (const text of new Set([name, asked.original]))
    for (const hit of search.find(text, { most: 50 })) if (!found.has(hit.entity.id)) found.set(hit.entity.id, hit)
  const others = [...found.values()].filter(
    ({ entity: { id } }) => id !== except && !(except && graph.get('notSame', notSameId(id, except)))
  )
  const alike = others.filter(({ entity }) => namesOf(entity).some((text) => isAlike(asked, formOf(text))))
  return (alike.length > 0 ? alike : calledSo(graph, others, asked)).slice(0, most)
}

/** A name without the words that only say what kind of thing it is: folded, as written, and as it sounds. */
export interface Form {
  readonly core: string
  readonly original: string
  readonly sound: string
  readonly script: string
  readonly words: number
}

/** Takes a name apart for comparing. */
export function formOf(name: string): Form {
  const words = meantWords(name)
  const own = words.filter(({ term }) => !GENERIC.has(foldName(term)))
  const core = own.length > 0 ? own : words
  const original = core.map((word) => wordText(name, word)).join(' ')
  return {
    core: foldName(original),
    original,
    sound: phoneticKey(original),
    script: scriptOf(original),
    words: core.length
  }
}

/** All names of an entity, the main one first. */
export const namesOf = (entity: Entity): readonly string[] => [entity.name, ...entity.aliases.map(({ text }) => text)]

const numbers = (text: string) => (text.match(/\d+/g) ?? []).join(' ')

/** Whether two names may be one: the same but for spelling, script and words such as “air base”. */
export function isAlike(a: Form, b: Form): boolean {
  if (a.core === b.core) return true
  if (numbers(a.core) !== numbers(b.core)) return false
  const isSameSound = a.sound === b.sound && a.sound.length > 1
  // Two consonants in another script are weak evidence: enough for one short word, not for a longer name.
  if (a.script !== b.script) return isSameSound && (a.sound.length > 2 || (a.words === 1 && b.words === 1))
  const length = Math.max(a.core.length, b.core.length)
  const limit = isSameSound ? Math.floor(length * SAME_SOUND) : length >= LONG_NAME ? 1 : 0
  return editDistance(a.core, b.core, limit) <= limit
}

/** Which share of the letters may differ between two names that sound alike: Jolani and Jawlani, not Hamas and Homs. */
const SAME_SOUND = 0.34

/** From how many letters on one that differs is more likely a slip than another name: not in Iran and Iraq. */
const LONG_NAME = 7

/** Persons whom people call by that one word: the last of one of their names, if at most two are called so. */
function calledSo(graph: Graph, hits: readonly Hit[], asked: Form): readonly Hit[] {
  if (asked.words !== 1 || asked.core.length < 4) return []
  const persons = hits.filter(({ entity }) => {
    const symbol = graph.get('entityType', entity.type)?.symbol ?? entity.type
    return symbol === 'person' && namesOf(entity).some((text) => isAlike(asked, formOf(lastWord(text))))
  })
  return persons.length <= 2 ? persons : []
}

function lastWord(name: string): string {
  const word = meantWords(name).at(-1)
  return word ? wordText(name, word) : ''
}

// Folded. Names of one place with and without these mean the same often enough to ask.
const GENERIC: ReadonlySet<string> = new Set(
  [
    ...[
      'air',
      'base',
      'airbase',
      'airfield',
      'airport',
      'naval',
      'military',
      'city',
      'town',
      'village',
      'governorate',
      'province'
    ],
    ...['district', 'region', 'area', 'group', 'movement', 'organisation', 'organization', 'party', 'the', 'of', 'and'],
    ...['mr', 'mrs', 'dr', 'president', 'general', 'minister', 'sheikh', 'republic', 'state'],
    ...[
      'قاعدة',
      'الجوية',
      'جوية',
      'البحرية',
      'بحرية',
      'العسكرية',
      'مطار',
      'مدينة',
      'محافظة',
      'منطقة',
      'الرئيس',
      'جمهورية',
      'دولة'
    ],
    ...['авиабаза', 'база', 'аэродром', 'аэропорт', 'город', 'президент', 'генерал', 'республика']
  ].map(foldName)
)
