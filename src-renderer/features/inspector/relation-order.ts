import { STATUSES } from '@core/evidence/status-labels'
import { sortInSteps } from '@core/queries/sort-in-steps'
import type { RelationFrom } from '@core/view/relations-of'

export const RELATION_ORDERS = [
  { id: 'type', label: 'By type' },
  { id: 'evidence', label: 'By evidence' },
  { id: 'name', label: 'By name' }
] as const

export type RelationOrder = (typeof RELATION_ORDERS)[number]['id']

const collator = new Intl.Collator('en')
const DOUBT_FIRST = ['disputed', 'denied', ...STATUSES]

/** The rows in another order, in slices; those that come by type are in that order already, and keep it among equals. */
export function* ordered(
  rows: readonly RelationFrom[],
  order: RelationOrder
): Generator<void, readonly RelationFrom[]> {
  switch (order) {
    case 'type':
      return rows
    case 'evidence':
      return yield* sortInSteps(
        rows,
        (a, b) => DOUBT_FIRST.indexOf(a.evidence.status) - DOUBT_FIRST.indexOf(b.evidence.status)
      )
    case 'name':
      return yield* sortInSteps(rows, (a, b) => collator.compare(a.otherName, b.otherName))
  }
}
