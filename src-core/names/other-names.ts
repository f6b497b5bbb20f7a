import { BODIES } from './data/bodies'
import { CITIES } from './data/cities'
import { GENERIC_WORDS, NUMBER_WORDS } from './data/generic-words'
import { GIVEN_NAMES } from './data/given-names'
import { PEOPLES } from './data/peoples'
import { STATES } from './data/states'
import { CONNECTORS, KIN, TITLES } from './data/titles'
import { TOWNS } from './data/towns'
import { meantWords, type Word, withoutArticle } from './names'

/** What a word or phrase stands for whatever its tongue. */
export interface Meaning {
  readonly kind: 'form' | 'weak' | 'kind' | 'strong' | 'state' | 'place' | 'body' | 'given' | 'title' | 'number'
  /** What is the same in all tongues. */
  readonly id: string
}

/** Words are compared without case, marks and article, as `foldName` has them. */
export const keyOf = (phrase: string, words: readonly Word[] = meantWords(phrase)): string =>
  words.map(({ term }) => withoutArticle(term)).join(' ')

/** The longest phrase that is known, in words. */
export const LONGEST_PHRASE = 5

/** What a phrase stands for as it is written; nothing most often. Acronyms are known only where they are in capitals. */
export function meaningsOf(key: string, { inCapitals = false } = {}): readonly Meaning[] {
  const { exact, acronyms } = loaded()
  const found = exact.get(key) ?? NONE
  const short = inCapitals ? acronyms.get(key) : undefined
  return short ? [...short, ...found] : found
}

/** What a single word stands for in any tongue. */
export function idsOf(word: string): readonly string[] {
  const exact = meaningsOf(word)
  const found = exact.length > 0 ? exact : inflectedMeanings(word)
  return found.length === 0 ? NO_IDS : found.filter(({ kind }) => kind !== 'title').map(({ id }) => id)
}

const NO_IDS: readonly string[] = []

/** What a whole name stands for as that of a place or body, in any tongue. */
export const wholeIds = (key: string, inCapitals: boolean): readonly string[] =>
  meaningsOf(key, { inCapitals })
    .filter(({ kind }) => kind === 'place' || kind === 'body' || kind === 'state')
    .map(({ id }) => id)

/** What a word stands for by how it begins: adjectives, and nouns in their cases. */
export function inflectedMeanings(word: string): readonly Meaning[] {
  const { stems } = loaded()
  const least = Math.max(3, word.length - LONGEST_ENDING)
  for (let length = word.length; length >= least; length--) {
    const found = stems.get(word.slice(0, length))
    if (found) return found
  }
  return NONE
}

const NONE: readonly Meaning[] = []
const LONGEST_ENDING = 6

type Table = ReadonlyMap<string, readonly Meaning[]>

let tables: { readonly exact: Table; readonly acronyms: Table; readonly stems: Table } | undefined

const ACRONYM = /^\p{Lu}{2,5}$/u

function loaded() {
  tables ??= load()
  return tables
}

function load() {
  const exact = new Map<string, Meaning[]>()
  const acronyms = new Map<string, Meaning[]>()
  const stems = new Map<string, Meaning[]>()
  const add = (written: string, meaning: Meaning) => {
    const isStem = written.endsWith('*')
    const key = keyOf(isStem ? written.slice(0, -1) : written)
    if (key === '') return
    const into = isStem ? stems : ACRONYM.test(written) ? acronyms : exact
    const there = into.get(key)
    if (!there) into.set(key, [meaning])
    else if (!there.some(({ kind, id }) => kind === meaning.kind && id === meaning.id)) there.push(meaning)
  }
  for (const line of lines(GENERIC_WORDS)) {
    const [, kind = '', id = '', words = ''] = /^(\S+) (\S+): (.*)$/.exec(line) ?? []
    const [sort, family] = kind.split('/')
    for (const word of spaced(words)) add(word, { kind: sort as Meaning['kind'], id: `${sort}:${family ?? id}` })
  }
  for (const line of lines(NUMBER_WORDS)) {
    const [number = '', words = ''] = line.split(': ')
    for (const word of spaced(words)) add(word, { kind: 'number', id: number })
  }
  for (const line of lines(PEOPLES)) {
    const [id = '', words = ''] = line.split(': ')
    for (const word of spaced(words)) add(word, { kind: 'state', id: `state:${id}` })
  }
  for (const line of lines(STATES)) {
    const [id = '', ...names] = line.split('|')
    for (const name of names) add(name, { kind: 'state', id: `state:${id}` })
  }
  for (const line of [...lines(CITIES), ...lines(TOWNS)]) {
    const names = line.split('|')
    for (const name of names) add(name, { kind: 'place', id: `place:${names[0]}` })
  }
  for (const line of lines(BODIES)) {
    const names = line.split('|')
    for (const name of names) add(name, { kind: 'body', id: `body:${names[0]}` })
  }
  for (const line of lines(GIVEN_NAMES)) {
    const names = spaced(line)
    for (const name of names) add(name, { kind: 'given', id: `given:${names[0]}` })
  }
  for (const word of spaced(TITLES.replaceAll('\n', ' '))) add(word, { kind: 'title', id: 'title' })
  return { exact, acronyms, stems }
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '')
const spaced = (text: string) =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('_', ' '))

const wordsOf = (text: string): ReadonlySet<string> => new Set(spaced(text).map((word) => keyOf(word)))

/** Small words between the parts of a name. */
export const connectors = wordsOf(CONNECTORS)
/** Words for son, daughter and family. */
export const kin = wordsOf(KIN)
