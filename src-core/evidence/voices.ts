import type { Graph } from '../graph/graph'
import { nameKey } from '../graph/name-key'
import { basisOf } from '../records/basis'
import { readDate } from '../records/dates'
import type { ParsedDate } from '../records/dates-parse'
import type { Claim } from '../records/records'
import { bearersOf } from './bearers'
import { earlier, Origins } from './origins'

/** Who speaks: an entity, a person or body named in words, somebody unnamed that a document describes, a source itself, or the analyst whose step it is. */
export interface Voice {
  /** The same for the same voice. */
  readonly key: string
  readonly kind: 'entity' | 'named' | 'unnamed' | 'source' | 'analyst'
  /** The id of the entity where it is one. */
  readonly entity?: string
  readonly label: string
}

/** Who says what a claim states, and through which documents it is known. */
export interface Heard {
  readonly voice: Voice
  /** Whose words they are: the voice, but where the analyst infers something from them. */
  readonly speaker: Voice
  /** The roots of what it rests on, and its source where it rests on something else: who shares one is known through one document. */
  readonly documents: ReadonlySet<string>
  /** The earliest dated publication among them: by when it was public. */
  readonly publication: ParsedDate | undefined
  /** When its source was published, or where that is not known what it rests on: of which an undated claim speaks. */
  readonly spoken: ParsedDate | undefined
}

/**
 * The voice of a claim: whom it is attributed to, else the root of what it rests on, else its source (ICD 206: origin, not
 * outlet). Unnamed voices of one description are one: what cannot be told apart is one. What is inferred is the analyst’s.
 */
export function heardIn(graph: Graph, claim: Claim, origins = Origins.of(graph)): Heard {
  const own = basisOf(claim)
  const source = graph.get('source', claim.source)
  // Where the claim says what this one statement rests on, what the whole source rests on is not asked.
  const start = own.length > 0 ? own : [claim.source]
  const { roots, documents, publication } = origins.ofAll(start)
  const published = readDate(source?.published)
  const said = speaker(graph, claim) ?? sourceVoice(graph, roots)
  return {
    voice: claim.inferred === true ? ANALYST : said,
    speaker: said,
    documents: own.length > 0 ? new Set([claim.source, ...documents]) : documents,
    publication: own.length > 0 ? earlier(published, publication) : publication,
    spoken: published ?? publication
  }
}

/** Whether a description names nobody: “officials in Moscow”, “Two Turkish officials”, “unnamed sources”; “al-Jazeera” names somebody. */
export function isUnnamed(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (/^(?:unnamed|anonymous|unidentified|undisclosed)\b/i.test(text.trim())) return true
  // What follows a preposition says where they are or of what they speak, not who they are.
  const end = words.findIndex((word, at) => at > 0 && PREPOSITIONS.has(word.toLowerCase()))
  const head = end < 0 ? words : words.slice(0, end)
  const [first = '', last = ''] = [head[0]?.toLowerCase(), head.at(-1)]
  if (head.length === 1 || last === last.toUpperCase()) return GENERIC.has(first)
  // Scripts with capitals write a description without one, and some names begin with a particle.
  const isLower = last === last.toLowerCase()
  return isLower && (GENERIC.has(last) || COUNTING.has(first) || (head[0] === first && !PARTICLES.has(first)))
}

/** All that the analyst infers is one voice, whoever’s documents it starts from: a judgement, and no testimony (ICD 203). */
const ANALYST: Voice = { key: 'a', kind: 'analyst', label: 'the analyst' }

function speaker(graph: Graph, { attributedTo }: Claim): Voice | undefined {
  if (attributedTo === undefined) return undefined
  // A name typed as text is the voice of the one entity that bears it; of two namesakes nobody can tell which.
  const [bearer = '', ...others] = speakersCalled(graph, attributedTo)
  const entity = others.length === 0 ? graph.get('entity', bearer) : undefined
  if (entity) return { key: `e ${entity.id}`, kind: 'entity', entity: entity.id, label: entity.name }
  if (isUnnamed(attributedTo)) return { key: `u ${description(attributedTo)}`, kind: 'unnamed', label: attributedTo }
  return { key: `n ${nameKey(attributedTo)}`, kind: 'named', label: attributedTo }
}

/** Ids of the entities that a claim may be attributed to by an id, or by a name: one where it is plain who is meant. */
export const speakersCalled = (graph: Graph, attributedTo: string): readonly string[] =>
  graph.get('entity', attributedTo)
    ? [attributedTo]
    : bearersOf(graph, attributedTo, { asWritten: isUnnamed(attributedTo) })

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

/** What counts or hedges a description, and does not tell one voice from another. */
const COUNTING: ReadonlySet<string> = new Set(
  (
    'a an the some several many one two three four five other another few various certain ' +
    'unnamed anonymous unidentified undisclosed'
  ).split(' ')
)

const PREPOSITIONS: ReadonlySet<string> = new Set('of in at on from who with for close near to familiar'.split(' '))

/** Words for people that name nobody, alone or as the first of a description. */
const GENERIC: ReadonlySet<string> = new Set(
  (
    'official officials source sources analyst analysts expert experts observer observers diplomat diplomats witness ' +
    'witnesses resident residents activist activists eyewitnesses people those someone somebody insider insiders ' +
    'journalists reporters soldiers fighters spokesman spokeswoman spokesperson commanders officers ' +
    'مصدر مصادر مسؤول مسؤولون محلل محللون خبير خبراء شهود'
  ).split(' ')
)

const PARTICLES: ReadonlySet<string> = new Set(
  'al el bin ibn bint abu abd van von der de di da du la le ter dos'.split(' ')
)
