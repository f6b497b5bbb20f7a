import type { Graph } from '../graph/graph'
import { apply, type Change, merge } from './change'
import { isRefusal, type Refusal } from './refusal'

/** Carries commands out, each on the result of the one before, as one change with one undo; the first refusal ends it. */
export function inOneChange(
  graph: Graph,
  label: string,
  steps: readonly ((graph: Graph) => Change | Refusal)[]
): Change | Refusal {
  let now = graph
  let all: Change = { label, edits: [] }
  for (const step of steps) {
    const change = step(now)
    if (isRefusal(change)) return change
    const after = apply(now, change)
    if (isRefusal(after)) return after
    now = after
    all = merge(all, { ...change, label })
  }
  return all
}
