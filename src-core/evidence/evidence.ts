import type { Graph } from '../graph/graph'
import { byId } from '../queries/neighbours'
import { isInterval, spanOf } from '../records/dates'
import { isStated } from '../records/in-database'
import type { Claim, Clock, Stance } from '../records/records'

/**
 * How well a relation is supported. `database`: nothing but a database that was explored states it; `outside`: it has claims,
 * but the clock admits none of them at that date.
 */
export type Status =
  | 'corroborated'
  | 'single-source'
  | 'disputed'
  | 'denied'
  | 'uncertain'
  | 'database'
  | 'unsourced'
  | 'not-at-date'

/** A date (EDTF) and the clock that it is read on, `world` by default; without a date every claim counts. */
export interface AsOf {
  readonly asOf?: string
  readonly clock?: Clock
}

/** What the claims that count say of a relation. Claims by id. */
export interface Evidence {
  readonly status: Status
  readonly supports: readonly Claim[]
  readonly denies: readonly Claim[]
  readonly uncertain: readonly Claim[]
  /** Whether a database states it, without a date: that is no claim, and never counts as a source. */
  readonly stated: boolean
  /** How many independent origins support it: reports that quote one wire are one. */
  readonly independent: number
  readonly denyingOrigins: number
  /** Of the claims that count, how many do so only because their source has no date of publication. */
  readonly undated: number
}

/** The evidence for a relation (or an entity's properties) as of a date on one of the three clocks. Throws RangeError if `asOf` is not EDTF. */
export function evidence(graph: Graph, relationId: string, at: AsOf = {}): Evidence {
  const claims: Claim[] = []
  for (const id of graph.claimsAbout(relationId)) {
    const claim = graph.get('claim', id)
    if (claim) claims.push(claim)
  }
  const latest = at.asOf === undefined ? undefined : spanOf(at.asOf)
  const clock = at.clock ?? 'world'
  const counted = latest ? claims.filter((claim) => counts(graph, claim, clock, latest)) : claims
  const of = (stance: Stance) => counted.filter((claim) => claim.stance === stance).sort(byId)
  const found = { supports: of('supports'), denies: of('denies'), uncertain: of('uncertain') }
  const independent = origins(graph, found.supports).size
  const undated = latest && clock === 'published' ? counted.filter((claim) => !publishedOf(graph, claim)).length : 0
  const relation = graph.get('relation', relationId)
  const stated = relation !== undefined && isStated(relation)
  // What a database states has no date, so that it holds at any, as a claim without one does.
  const status =
    claims.length > 0 && counted.length === 0 && !stated ? 'not-at-date' : statusOf(found, independent, stated)
  return { ...found, status, stated, independent, denyingOrigins: origins(graph, found.denies).size, undated }
}

type CountedClaims = Pick<Evidence, 'supports' | 'denies' | 'uncertain'>

function statusOf({ supports, denies, uncertain }: CountedClaims, independent: number, stated: boolean): Status {
  if ((supports.length > 0 || stated) && denies.length > 0) return 'disputed'
  if (supports.length > 0) return independent > 1 ? 'corroborated' : 'single-source'
  if (denies.length > 0) return 'denied'
  if (uncertain.length > 0) return 'uncertain'
  return stated ? 'database' : 'unsourced'
}

/** Where the reports come from in the end: the ids of the sources at the root of each claim's chain of `basedOn`. */
function origins(graph: Graph, claims: Iterable<Claim>): ReadonlySet<string> {
  const roots = new Set<string>()
  for (const claim of claims) roots.add(originOf(graph, claim.basedOn ?? claim.source))
  return roots
}

function originOf(graph: Graph, source: string): string {
  const chain = new Set<string>()
  let id = source
  for (;;) {
    // A circle has no root: whichever of its sources one starts at, its least id stands for all of them.
    if (chain.has(id)) return circleFrom(graph, id).sort()[0] ?? id
    chain.add(id)
    const next = graph.get('source', id)?.basedOn
    if (next === undefined) return id
    id = next
  }
}

function circleFrom(graph: Graph, start: string): string[] {
  const circle: string[] = []
  let id: string | undefined = start
  do {
    circle.push(id)
    id = graph.get('source', id)?.basedOn
  } while (id !== undefined && id !== start)
  return circle
}

const publishedOf = (graph: Graph, claim: Claim) => graph.get('source', claim.source)?.published

interface Moment {
  readonly from: number
  readonly to: number
}

function counts(graph: Graph, claim: Claim, clock: Clock, date: Moment): boolean {
  switch (clock) {
    case 'world': {
      if (claim.when === undefined) return true
      const span = spanOf(claim.when)
      // What happened has happened from then on; a state that is said to last from … to … holds only in between.
      return span.from <= date.to && (!isInterval(claim.when) || span.to >= date.from)
    }
    case 'published': {
      const published = publishedOf(graph, claim)
      return published === undefined || spanOf(published).from <= date.to
    }
    case 'recorded':
      return Date.parse(claim.recorded) <= date.to
  }
}
