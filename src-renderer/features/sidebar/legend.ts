import { SYMBOLS } from '@core/drawing/symbols'
import { isWeakDispute } from '@core/evidence/drawn-evidence'
import { type Evidence, ruleOf } from '@core/evidence/status'
import { STATUS_LABELS, STATUSES } from '@core/evidence/status-labels'
import type { Graph } from '@core/graph/graph'
import { byOrder } from '@core/records/type-order'

/** One row of a legend: what it filters, its word, and how many there are before any filter. */
export interface LegendRow<Id extends string = string> {
  readonly id: Id
  readonly label: string
  readonly count: number
  /** How many more have the type beside the one that they are drawn as, as nodes of a database may have several labels. */
  readonly further?: number
  /** One hover away: what it means. */
  readonly hint?: string
  /** Beside the word: how many disputes have a weak side, whose mark is lighter. */
  readonly weak?: number
}

/** The entity types of the file and of what is shown, each with its count, in the order that was given to them, then in that of the symbols; types of the file's own follow by name. */
export function typeRows(
  graph: Graph,
  counts: ReadonlyMap<string, number>,
  further: ReadonlyMap<string, number> = new Map()
): LegendRow[] {
  const order = new Map(SYMBOLS.map(({ id }, at) => [id, at]))
  const rank = (id: string) => order.get(id) ?? order.get(graph.get('entityType', id)?.symbol ?? '') ?? SYMBOLS.length
  const placed = (a: string, b: string) => byOrder(graph.get('entityType', a), graph.get('entityType', b))
  return [...new Set([...graph.all('entityType').keys(), ...counts.keys()])]
    .map((id) => ({
      id,
      label: graph.get('entityType', id)?.label ?? id,
      count: counts.get(id) ?? 0,
      further: further.get(id) ?? 0
    }))
    .sort((a, b) => placed(a.id, b.id) || rank(a.id) - rank(b.id) || a.label.localeCompare(b.label, 'en'))
}

/** The types of these relations and those that are hidden, the commonest first. */
export function relationTypeRows(graph: Graph, types: readonly string[], hidden: ReadonlySet<string>): LegendRow[] {
  const counts = countBy(types)
  return [...new Set([...counts.keys(), ...hidden])]
    .map((id) => ({ id, label: graph.get('relationType', id)?.label ?? id, count: counts.get(id) ?? 0 }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'))
}

/** The statuses: that none is denied is also something to know. Some are only told of where there is one. */
export function statusRows(found: readonly Evidence[]): LegendRow<(typeof STATUSES)[number]>[] {
  const counts = countBy(found.map(({ status }) => status))
  const weak = found.filter(isWeakDispute).length
  return STATUSES.filter((id) => !ONLY_WHERE_SOME.has(id) || counts.has(id)).map((id) => ({
    id,
    label: STATUS_LABELS[id],
    hint: ruleOf(id).words,
    count: counts.get(id) ?? 0,
    ...(id === 'disputed' && weak > 0 && { weak })
  }))
}

const ONLY_WHERE_SOME: ReadonlySet<string> = new Set(['changed', 'last-known', 'database'])

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
