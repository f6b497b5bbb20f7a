import type { Evidence } from './status'

/** Whether one side of a dispute has only poor grades, so that its mark is lighter. */
export const isWeakDispute = ({ status, weak }: Evidence): boolean => status === 'disputed' && weak !== undefined

/** What the mark of a dispute with a weak side is called. */
export const WEAK_DISPUTE = 'Disputed, one side weak'

/** Whether all that speaks for it, hedged where nothing does without a hedge, is a step of the analyst’s own. */
export function isInferred({ supports, uncertain, stated }: Evidence): boolean {
  const pro = supports.length > 0 ? supports : uncertain
  return !stated && pro.length > 0 && pro.every(({ inferred }) => inferred === true)
}
