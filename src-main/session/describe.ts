import type { OpenGraph } from '@core/contract/contract'
import { headOf } from '@core/contract/parts'
import type { SessionStore } from '../stores/session-store'

/** What the window is told of a graph that is open; `told` are sentences for the user. */
export function describe(
  { name, readOnly, mayPass, offers, conflicts, graph, link }: SessionStore,
  rest: Pick<OpenGraph, 'handle' | 'reading' | 'merges'>,
  told: readonly (string | undefined)[]
): OpenGraph {
  const notice = told.filter((part) => part !== undefined).join(' ')
  return {
    ...{ name, ...headOf(graph), ...rest },
    ...(readOnly && { readOnly, mayPass }),
    ...(offers.length > 0 && { offers: offers.length }),
    ...(conflicts.length > 0 && { conflicts: conflicts.length }),
    ...(link && { link }),
    ...(notice && { notice })
  }
}
