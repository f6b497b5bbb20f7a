import type { Graph } from '../graph/graph'
import { basisOf } from '../records/basis'
import { isDate } from '../records/dates'
import { dayOfInstant } from '../records/dates-calendar'
import { readInstant } from '../records/dates-of-record'
import type { ParsedDate } from '../records/dates-parse'
import { byId } from '../records/ids'
import type { Aspect, Claim } from '../records/records'
import type { Asked } from './asked'
import { type ClaimTime, extentOf, heldTime, meet, type Reach, timeOf } from './claim-time'
import type { Grade } from './grades'
import { Origins } from './origins'
import { isParty } from './parties'
import { joined } from './spans'
import { type Heard, heardIn, type Voice } from './voices'

/** Why a claim is not counted at all: it was not public, or not in this file, by the dates that are asked. */
type NotYet = 'unpublished' | 'unrecorded'

/** A claim with all that the rules look at. */
export interface WeighedClaim {
  readonly claim: Claim
  readonly voice: Voice
  readonly documents: ReadonlySet<string>
  /** Whose words they are is one of the ends, or belongs to one when they were said or at the time of which they speak. */
  readonly isParty: boolean
  readonly grade: Grade
  readonly time: ClaimTime
  /** The days on which what it says holds; for an event from its day on. */
  readonly held: { readonly first: number; readonly last: number }
  readonly reach: Reach
  readonly notYet?: NotYet
  /** It counts by a clock only because its date there is not known or cannot be read. */
  readonly unknownDate: boolean
  /** What stands in the place of that date can not be read. */
  readonly unreadable: boolean
}

/** What of a claim does not depend on the dates that are asked. */
type Known = Omit<WeighedClaim, 'reach' | 'notYet' | 'unknownDate' | 'unreadable'> & {
  readonly heard: Heard
  readonly published: unknown
}

/** All claims of a subject, by id, with what does not depend on what is asked; `ends` are those whose party a voice may be. */
export function knownClaims(
  graph: Graph,
  claims: readonly Claim[],
  { aspect, ends }: { readonly aspect: Aspect; readonly ends: readonly string[] }
): readonly Known[] {
  // The source of a statement that rests on something else may lie on the way of another.
  const watched = new Set(claims.filter((claim) => basisOf(claim).length > 0).map(({ source }) => source))
  const origins = Origins.of(graph, watched)
  return [...claims].sort(byId).map((claim) => {
    const heard = heardIn(graph, claim, origins)
    const time = timeOf(claim.when, heard.spoken)
    const source = graph.get('source', claim.source)
    return {
      claim,
      voice: heard.voice,
      documents: heard.documents,
      isParty: isParty(graph, heard.speaker, ends, joined([time, ...(heard.spoken ? [extentOf(heard.spoken)] : [])])),
      grade: { reliability: source?.reliability ?? 'F', credibility: claim.credibility },
      time,
      held: heldTime(time, aspect),
      heard,
      published: source?.published
    }
  })
}

/** The same claims as seen from the dates that are asked. */
export const weighClaims = (claims: readonly Known[], asked: Asked): readonly WeighedClaim[] =>
  claims.map(({ heard, published, ...known }) => ({
    ...known,
    reach: reachOf(known.held, asked.asOf),
    ...admission(known.claim, heard, asked),
    ...unknown(known.claim, heard, published, asked)
  }))

function reachOf(held: { readonly first: number; readonly last: number }, asOf: ParsedDate | undefined): Reach {
  if (!asOf) return 'now'
  if (meet(held, asOf.extent)) return 'now'
  return held.first > asOf.extent.last ? 'later' : 'before'
}

function admission(claim: Claim, { publication }: Heard, asked: Asked): { readonly notYet?: NotYet } {
  if (asked.publishedBy && publication && extentOf(publication).first > asked.publishedBy.extent.last)
    return { notYet: 'unpublished' }
  const recorded = readInstant(claim.recorded)
  if (!asked.recordedBy || recorded === undefined) return {}
  const until = asked.recordedBy.kind === 'date' ? asked.recordedBy.date.instant : undefined
  // The day of an instant is that in UTC, wherever it is read.
  const isIn = until === undefined ? dayOfInstant(recorded) <= asked.recordedBy.extent.last : recorded <= until
  return isIn ? {} : { notYet: 'unrecorded' }
}

function unknown(claim: Claim, { publication }: Heard, published: unknown, asked: Asked) {
  const unreadableWhen = asked.asOf !== undefined && claim.when !== undefined && !isDate(claim.when)
  const unreadablePublished = asked.publishedBy !== undefined && published !== undefined && !isDate(published)
  const unreadableRecorded =
    asked.recordedBy !== undefined && claim.recorded !== undefined && readInstant(claim.recorded) === undefined
  const unreadable = unreadableWhen || unreadablePublished || unreadableRecorded
  const noDate =
    (asked.publishedBy !== undefined && publication === undefined) ||
    (asked.recordedBy !== undefined && readInstant(claim.recorded) === undefined)
  return { unreadable, unknownDate: unreadable || noDate }
}
