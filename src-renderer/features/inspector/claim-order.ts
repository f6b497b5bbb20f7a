import type { Evidence } from '@core/evidence/status'
import type { Graph } from '@core/graph/graph'
import { readDate } from '@core/records/dates'
import type { Claim } from '@core/records/records'

export const CLAIM_ORDERS = [
  { id: 'stance', label: 'By stance' },
  { id: 'date', label: 'By date' }
] as const

export type ClaimOrder = (typeof CLAIM_ORDERS)[number]['id']

/** Claims in reading order; the first `leads` are shown in full. */
export interface OrderedClaims {
  readonly claims: readonly Claim[]
  readonly leads: number
}

/**
 * By stance, disagreement stands side by side: the best claim that supports, then the best that denies, then the rest, stance
 * by stance. By date, the earliest stands first. Within a stance the better graded claim comes first; F and 6 cannot be judged and come last.
 */
export function claimsInOrder(graph: Graph, found: Evidence, order: ClaimOrder): OrderedClaims {
  const best = (claims: readonly Claim[]) => claims.toSorted((a, b) => gradeOf(graph, a) - gradeOf(graph, b))
  const stances = [found.supports, found.denies, found.uncertain].map(best)
  if (order === 'date') {
    const claims = stances.flat().sort((a, b) => startOf(graph, a) - startOf(graph, b))
    return { claims, leads: Math.min(2, claims.length) }
  }
  const [supports = [], denies = [], uncertain = []] = stances
  const leads = [supports, denies].flatMap((claims) => claims.slice(0, 1))
  if (leads.length === 0) return { claims: uncertain, leads: Math.min(1, uncertain.length) }
  return { claims: [...leads, ...supports.slice(1), ...denies.slice(1), ...uncertain], leads: leads.length }
}

const RELIABILITY = 'ABCDEF'

const gradeOf = (graph: Graph, { source, credibility }: Claim) =>
  RELIABILITY.indexOf(graph.get('source', source)?.reliability ?? 'F') + credibility

/** When it was so or, failing that, when it was said; what has no date at all stands last. */
function startOf(graph: Graph, { when, source }: Claim): number {
  const date = readDate(when) ?? readDate(graph.get('source', source)?.published)
  return date?.extent.first ?? Infinity
}
