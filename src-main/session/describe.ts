import type { OpenGraph } from '@core/contract/contract'
import { headOf } from '@core/contract/parts'
import type { SessionStore } from '../stores/session-store'

/** What the window is told of a graph that is open; `told` are sentences for the user. */
export function describe(
  { name, readOnly, mayPass, recoverableVersions, conflicts, graph, link }: SessionStore,
  rest: Pick<OpenGraph, 'handle' | 'reading' | 'merges'>,
  told: readonly (string | undefined)[]
): OpenGraph {
  const notice = told.filter((part) => part !== undefined).join(' ')
  return {
    ...{ name, ...headOf(graph), ...rest },
    ...(readOnly && { readOnly, mayPass }),
    ...(recoverableVersions.length > 0 && { recoverableVersions: recoverableVersions.length }),
    ...(conflicts.length > 0 && { conflicts: conflicts.length }),
    ...(link && { link }),
    ...(notice && { notice })
  }
}
