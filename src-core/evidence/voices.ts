import type { Graph } from '../graph/graph'
import { basisChain, basisOf } from '../records/basis'
import { readDate } from '../records/dates'
import type { ParsedDate } from '../records/dates-parse'
import type { Claim } from '../records/records'

/** Who speaks: an entity, a person or body named in words, somebody unnamed that a document describes, or a source itself. */
export interface Voice {
  /** The same for the same voice. */
  readonly key: string
  readonly kind: 'entity' | 'named' | 'unnamed' | 'source'
  /** The id of the entity where it is one. */
  readonly entity?: string
  readonly label: string
}

/** Who says what a claim states, and the documents through which it is known: its source and all that the statement rests on. */
export interface Heard {
  readonly voice: Voice
  readonly documents: ReadonlySet<string>
  /** The earliest dated publication among them. */
  readonly publication: ParsedDate | undefined
}

/** How far a chain of sources is followed; nobody passes on what was passed on more often. */
const MOST_DOCUMENTS = 1000

/**
 * The voice of a claim: whom it is attributed to, else the root of what it rests on, else its source (ICD 206: origin, not
 * outlet). Unnamed voices of one description are one: what cannot be told apart is one.
 */
export function heardIn(graph: Graph, claim: Claim): Heard {
  const find = (id: string) => graph.get('source', id)
  const own = basisOf(claim)
  // Where the claim says what this one statement rests on, what the whole source rests on is not asked.
  const passed = own.length > 0 ? own : basisOf(find(claim.source))
  const chain = passed.length === 0 ? NOTHING : basisChain(passed, find, MOST_DOCUMENTS)
  const documents = new Set([claim.source, ...chain])
  const publication = earliest(graph, documents)
  return {
    voice: speaker(graph, claim) ?? sourceVoice(graph, rootsOf(graph, claim.source, chain)),
    documents,
    publication
  }
}

/** The earliest dated publication in the chain that carries a claim; undefined where none is dated. */
export const publicationOf = (graph: Graph, claim: Claim): ParsedDate | undefined => heardIn(graph, claim).publication

function earliest(graph: Graph, documents: ReadonlySet<string>): ParsedDate | undefined {
  let publication: ParsedDate | undefined
  for (const id of documents) {
    const date = readDate(graph.get('source', id)?.published)
    if (date && (!publication || date.extent.first < publication.extent.first)) publication = date
  }
  return publication
}

const NOTHING: ReadonlySet<string> = new Set()

/** Whether a description names nobody: “officials in Moscow”, “Two diplomats”, “unnamed sources”; “al-Jazeera” names somebody. */
export function isUnnamed(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (NAMELESS.has(words[0]?.toLowerCase() ?? '')) return true
  const [first = ''] = words.slice(words.findIndex((word) => !QUANTIFIERS.has(word.toLowerCase())))
  const lower = first.toLowerCase()
  if (GENERIC.has(lower)) return true
  // Scripts with capitals write a description without one, and some names begin with a particle.
  return first === lower && lower !== first.toUpperCase() && !PARTICLES.has(lower)
}

function speaker(graph: Graph, { attributedTo }: Claim): Voice | undefined {
  if (attributedTo === undefined) return undefined
  const entity = graph.get('entity', attributedTo)
  if (entity) return { key: `e ${entity.id}`, kind: 'entity', entity: entity.id, label: entity.name }
  if (isUnnamed(attributedTo)) return { key: `u ${description(attributedTo)}`, kind: 'unnamed', label: attributedTo }
  return { key: `n ${folded(attributedTo)}`, kind: 'named', label: attributedTo }
}

/** The sources in a chain that rest on nothing; of a circle, which has no root, the least of its ids. */
function rootsOf(graph: Graph, source: string, chain: ReadonlySet<string>): readonly string[] {
  if (chain.size === 0) return [source]
  const roots = [...chain].filter((id) => basisOf(graph.get('source', id)).length === 0)
  if (roots.length > 0) return roots.sort()
  const [last = source] = [...chain].slice(-1)
  return [...basisChain([last], (id) => graph.get('source', id), MOST_DOCUMENTS)].sort().slice(0, 1)
}

function sourceVoice(graph: Graph, roots: readonly string[]): Voice {
  const names = roots.map((id) => graph.get('source', id)).map((source) => source?.publisher ?? source?.title ?? '')
  return { key: `s ${roots.join(' ')}`, kind: 'source', label: names.join(' and ') }
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')

/** A description without what counts or hedges it, in the singular: “two senior officials” is “senior official”. */
const description = (text: string) =>
  folded(text)
    .split(' ')
    .filter((word) => !COUNTING.has(word))
    .map((word) => word.replace(/(?<=[a-z]{3})s$/, ''))
    .join(' ')

/** What says outright that somebody is not named. */
const NAMELESS: ReadonlySet<string> = new Set(['unnamed', 'anonymous', 'unidentified', 'undisclosed'])

const COUNTING: ReadonlySet<string> = new Set([
  ...NAMELESS,
  ...['a', 'an', 'the', 'some', 'several', 'many', 'one', 'two', 'three', 'four', 'five', 'other', 'another', 'few'],
  ...['various', 'certain']
])

/** What may stand before a description. */
const QUANTIFIERS: ReadonlySet<string> = new Set([...COUNTING, 'local', 'senior', 'former', 'western', 'foreign'])

/** Words for people that name nobody, also where they begin with a capital. */
const GENERIC: ReadonlySet<string> = new Set([
  ...[
    'official',
    'officials',
    'source',
    'sources',
    'analyst',
    'analysts',
    'expert',
    'experts',
    'observer',
    'observers'
  ],
  ...[
    'diplomat',
    'diplomats',
    'witness',
    'witnesses',
    'resident',
    'residents',
    'activist',
    'activists',
    'eyewitnesses'
  ],
  ...['people', 'someone', 'somebody', 'insider', 'insiders', 'journalists', 'reporters', 'soldiers'],
  ...['مصدر', 'مصادر', 'مسؤول', 'مسؤولون', 'محلل', 'محللون', 'خبير', 'خبراء', 'شهود']
])

const PARTICLES: ReadonlySet<string> = new Set([
  ...[
    'al',
    'el',
    'bin',
    'ibn',
    'bint',
    'abu',
    'abd',
    'van',
    'von',
    'der',
    'de',
    'di',
    'da',
    'du',
    'la',
    'le',
    'ter',
    'dos'
  ]
])
