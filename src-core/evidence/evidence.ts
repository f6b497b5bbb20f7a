import type { Graph } from '../graph/graph'
import { isStated } from '../records/in-database'
import type { Aspect, Claim, Stance } from '../records/records'
import { type Asked, type AsOf, readAsked } from './asked'
import { sidesOf } from './conclusion'
import { bestGrade, weakSide } from './grades'
import { independence, type Testimony } from './independence'
import { type Evidence, FLAGS, type Flag, statusOf } from './status'
import { knownClaims, type WeighedClaim, weighClaims } from './weigh'

/** The evidence for a relation, or for all that is claimed about an entity, as of dates on the three clocks. Throws RangeError where one is not EDTF. */
export const evidence = (graph: Graph, id: string, at: AsOf = {}): Evidence => evidenceFor(graph, id).at(readAsked(at))

/** The evidence for a relation, or for all that is claimed about an entity, made ready once and then asked for many dates. */
export function evidenceFor(
  graph: Graph,
  id: string
): { readonly known: ReturnType<typeof knownClaims>; readonly at: (asked: Asked) => Evidence } {
  const relation = graph.get('relation', id)
  const aspect = (relation && graph.get('relationType', relation.type)?.aspect) ?? 'state'
  const ends = relation ? [relation.from, relation.to] : [id]
  // What a database states has no date, so that it holds at any.
  const stated = relation !== undefined && isStated(relation)
  const known = knownClaims(graph, claimsOf(graph, id), { aspect, ends })
  return { known, at: (asked) => conclude(known, { aspect, stated }, asked) }
}

/** The evidence for one property of an entity, by the same rules; `property` as its claims write it, undefined for claims that name none. */
export function propertyEvidence(graph: Graph, entity: string, property: string | undefined, at: AsOf = {}): Evidence {
  const claims = claimsOf(graph, entity).filter((claim) => claim.property === property)
  return ofProperty(graph, entity, claims, at)
}

/** The evidence for each property of an entity about which something is claimed; undefined for claims that name none. */
export function propertiesEvidence(
  graph: Graph,
  entity: string,
  at: AsOf = {}
): ReadonlyMap<string | undefined, Evidence> {
  const claims = new Map<string | undefined, Claim[]>()
  for (const claim of claimsOf(graph, entity)) {
    const same = claims.get(claim.property)
    if (same) same.push(claim)
    else claims.set(claim.property, [claim])
  }
  return new Map([...claims].map(([property, ones]) => [property, ofProperty(graph, entity, ones, at)]))
}

const ofProperty = (graph: Graph, entity: string, claims: readonly Claim[], at: AsOf) =>
  conclude(
    knownClaims(graph, claims, { aspect: 'state', ends: [entity] }),
    { aspect: 'state', stated: false },
    readAsked(at)
  )

interface Subject {
  readonly aspect: Aspect
  readonly stated: boolean
}

function claimsOf(graph: Graph, about: string): readonly Claim[] {
  const claims: Claim[] = []
  for (const id of graph.claimsAbout(about)) {
    const claim = graph.get('claim', id)
    if (claim) claims.push(claim)
  }
  return claims
}

function conclude(known: ReturnType<typeof knownClaims>, { aspect, stated }: Subject, asked: Asked): Evidence {
  const weighed = weighClaims(known, asked)
  const admitted = weighed.filter(({ notYet }) => notYet === undefined)
  const isDated = asked.asOf !== undefined
  const { pro, denials, as } = sidesOf(admitted, aspect === 'state', isDated)
  const counted = [...pro, ...denials]
  // Where nothing reaches the date, that may be for want of one.
  const told = counted.length > 0 ? counted : admitted
  const supporting = pro.filter(({ claim }) => claim.stance === 'supports')
  const agreed = independence(supporting.filter(({ reach }) => reach === 'now').map(testimony(isDated)))
  const denying = independence(denials.map(testimony(isDated))).voices
  const bestSupport = bestGrade(pro.map(({ grade }) => grade))
  const bestDenial = bestGrade(denials.map(({ grade }) => grade))
  const weak =
    pro.length > 0 && denials.length > 0
      ? weakSide(
          pro.map(({ grade }) => grade),
          denials.map(({ grade }) => grade)
        )
      : undefined
  const of = (stance: Stance) => counted.filter(({ claim }) => claim.stance === stance).map(({ claim }) => claim)
  const rest = {
    supports: of('supports'),
    denies: of('denies'),
    uncertain: of('uncertain'),
    stated,
    // Both sides of a change speak of their own time; only what reaches the date supports it then.
    independent: isDated || as !== 'changed' ? agreed.voices : 0,
    denyingVoices: denying,
    hedgingVoices: independence(
      pro
        .filter(({ claim }) => claim.stance === 'uncertain')
        .map((one) => ({ ...testimony(isDated)(one), anyTime: true }))
    ).voices,
    ...(weak && { weak }),
    ...(bestSupport && { bestSupport }),
    ...(bestDenial && { bestDenial }),
    undated: told.filter(({ unknownDate }) => unknownDate).length,
    unreadable: told.filter(({ unreadable }) => unreadable).length,
    weighed
  }
  const status = statusOf({ ...rest, as, beyondParties: agreed.beyondParties })
  const flags = flagsOf(counted, {
    aspect,
    asked,
    admitted,
    weak,
    sides: [
      [supporting, agreed.voices],
      [denials, denying]
    ]
  })
  return { ...rest, status, flags }
}

const testimony =
  (isDated: boolean) =>
  (one: WeighedClaim): Testimony => ({
    voice: one.voice,
    documents: one.documents,
    time: one.held,
    anyTime: !isDated && one.time.undated,
    isParty: one.isParty
  })

interface Beside {
  readonly aspect: Aspect
  readonly asked: Asked
  readonly admitted: readonly WeighedClaim[]
  readonly weak: 'support' | 'denial' | undefined
  /** Those who support it and those who deny it, each with how many independent voices they are. */
  readonly sides: readonly (readonly [side: readonly WeighedClaim[], voices: number])[]
}

function flagsOf(counted: readonly WeighedClaim[], beside: Beside): readonly Flag[] {
  const { asOf } = beside.asked
  const isSet: Readonly<Record<Flag, boolean>> = {
    'one-voice': speaksTwice(counted),
    'one-document': beside.sides.some(([side, voices]) => voices < 2 && sharesDocument(side)),
    unnamed: counted.some(({ voice }) => voice.kind === 'unnamed'),
    'self-interest': counted.some(({ isParty }) => isParty),
    weak: beside.weak !== undefined,
    hedged: counted.some(({ claim }) => claim.stance === 'uncertain'),
    holds:
      beside.aspect === 'event' &&
      asOf !== undefined &&
      counted.some(({ claim, time }) => claim.stance !== 'denies' && time.last < asOf.extent.first),
    approximate: counted.some(({ time }) => time.approximate),
    undated: beside.admitted.some(({ time }) => time.undated)
  }
  return (Object.keys(FLAGS) as Flag[]).filter((flag) => isSet[flag])
}

/** Whether one named voice says the same in two sources, or the analyst infers it from two. */
function speaksTwice(counted: readonly WeighedClaim[]): boolean {
  if (counted.length < 2) return false
  const first = new Map<string, string>()
  for (const { claim, voice } of counted) {
    if (voice.kind !== 'entity' && voice.kind !== 'named' && voice.kind !== 'analyst') continue
    const key = `${claim.stance} ${voice.key}`
    const source = first.get(key)
    if (source !== undefined && source !== claim.source) return true
    first.set(key, source ?? claim.source)
  }
  return false
}

/** Whether two voices that say the same are known through one document. */
function sharesDocument(counted: readonly WeighedClaim[]): boolean {
  if (counted.length < 2) return false
  const first = new Map<string, string>()
  for (const { claim, voice, documents } of counted) {
    if (voice.kind === 'analyst') continue
    for (const id of documents) {
      const key = `${claim.stance} ${id}`
      const other = first.get(key)
      if (other !== undefined && other !== voice.key) return true
      first.set(key, other ?? voice.key)
    }
  }
  return false
}
