import type { Graph } from '../graph/graph'
import { basisOf } from '../records/basis'
import { dateProblem, isDate, readDate } from '../records/dates'
import { dayOfInstant } from '../records/dates-calendar'
import { readInstant } from '../records/dates-of-record'
import type { ParsedDate } from '../records/dates-parse'
import { byId } from '../records/ids'
import { isStated } from '../records/in-database'
import type { Claim, Clock, Stance } from '../records/records'
import { type AsOf, type Evidence, statusOf } from './rules'

/** The evidence for a relation (or an entity's properties) as of a date on one of the three clocks. Throws RangeError if `asOf` is not EDTF. */
export function evidence(graph: Graph, relationId: string, at: AsOf = {}): Evidence {
  const claims: Claim[] = []
  for (const id of graph.claimsAbout(relationId)) {
    const claim = graph.get('claim', id)
    if (claim) claims.push(claim)
  }
  const latest = at.asOf === undefined ? undefined : dateOf(at.asOf)
  const clock = at.clock ?? 'world'
  const counted = latest ? claims.filter((claim) => counts(graph, claim, clock, latest)) : claims
  const of = (stance: Stance) => counted.filter((claim) => claim.stance === stance).sort(byId)
  const found = { supports: of('supports'), denies: of('denies'), uncertain: of('uncertain') }
  const independent = origins(graph, found.supports).size
  const unreadable = latest ? counted.filter((claim) => isUnreadable(graph, claim, clock)).length : 0
  const unpublished =
    latest && clock === 'published' ? counted.filter((claim) => publishedOf(graph, claim) === undefined).length : 0
  const dates = { undated: unpublished + unreadable, unreadable }
  const relation = graph.get('relation', relationId)
  // What a database states has no date, so that it holds at any, as a claim without one does.
  const stated = relation !== undefined && isStated(relation)
  const denyingOrigins = origins(graph, found.denies).size
  const weighed = { ...found, claims: claims.length, stated, independent, denyingOrigins, ...dates }
  const { claims: _claims, ...rest } = weighed
  return { ...rest, status: statusOf(weighed) }
}

/** Where the reports come from in the end: the ids of the sources at the root of each claim's chain of `basedOn`. */
function origins(graph: Graph, claims: Iterable<Claim>): ReadonlySet<string> {
  const roots = new Set<string>()
  for (const claim of claims) roots.add(originOf(graph, basisOf(claim)[0] ?? claim.source))
  return roots
}

function originOf(graph: Graph, source: string): string {
  const chain = new Set<string>()
  let id = source
  for (;;) {
    // A circle has no root: whichever of its sources one starts at, its least id stands for all of them.
    if (chain.has(id)) return circleFrom(graph, id).sort()[0] ?? id
    chain.add(id)
    const [next] = basisOf(graph.get('source', id))
    if (next === undefined) return id
    id = next
  }
}

function circleFrom(graph: Graph, start: string): string[] {
  const circle: string[] = []
  let id: string | undefined = start
  do {
    circle.push(id)
    id = basisOf(graph.get('source', id))[0]
  } while (id !== undefined && id !== start)
  return circle
}

const publishedOf = (graph: Graph, claim: Claim) => graph.get('source', claim.source)?.published

function dateOf(text: string): ParsedDate {
  const date = readDate(text)
  if (!date) throw new RangeError(dateProblem(text))
  return date
}

/** Whether what stands in the place of a claim's date on that clock is none: then it counts as one without a date. */
function isUnreadable(graph: Graph, claim: Claim, clock: Clock): boolean {
  switch (clock) {
    case 'world':
      return claim.when !== undefined && !isDate(claim.when)
    case 'published': {
      const published = publishedOf(graph, claim)
      return published !== undefined && !isDate(published)
    }
    case 'recorded':
      return readInstant(claim.recorded) === undefined
  }
}

function counts(graph: Graph, claim: Claim, clock: Clock, at: ParsedDate): boolean {
  const { first, last } = at.extent
  switch (clock) {
    case 'world': {
      const when = readDate(claim.when)
      if (!when) return true
      // What happened has happened from then on; a state that is said to last from … to … holds only in between.
      return when.extent.first <= last && (when.kind !== 'interval' || when.extent.last >= first)
    }
    case 'published': {
      const published = readDate(publishedOf(graph, claim))
      return !published || published.extent.first <= last
    }
    case 'recorded': {
      const recorded = readInstant(claim.recorded)
      if (recorded === undefined) return true
      const until = at.kind === 'date' ? at.date.instant : undefined
      // The day of an instant is that in UTC, wherever it is read.
      return until === undefined ? dayOfInstant(recorded) <= last : recorded <= until
    }
  }
}
