import type { OpenGraph } from '@core/contract/contract'
import { headOf } from '@core/contract/parts'
import type { Merged } from '@core/contract/remote-changes'
import { writeJson } from '@core/text/json'
import type { StoreEvent } from '../stores/json/events'
import type { SessionStore } from '../stores/session-store'

/** The description of an open graph for the window; `told` are messages for the user. */
export function describe(
  { name, readOnly, mayPass, recoverableVersions, conflicts, graph, link }: SessionStore,
  {
    lastSeen,
    ...rest
  }: Pick<OpenGraph, 'handle' | 'reading' | 'merges'> & { readonly lastSeen: OpenGraph['lastSeen'] },
  told: readonly (string | undefined)[]
): OpenGraph {
  const notice = told.filter((part) => part !== undefined).join(' ')
  return {
    ...{ name, ...headOf(graph), ...rest },
    ...(readOnly && { readOnly, mayPass }),
    ...(recoverableVersions.length > 0 && { recoverableVersions: recoverableVersions.length }),
    ...(conflicts.length > 0 && { conflicts: conflicts.length }),
    ...(link && { link }),
    ...(lastSeen && { lastSeen }),
    ...(notice && { notice })
  }
}

/** The message to the window about another program's changes. */
export const describeMerge = (
  handle: string,
  merges: number,
  { graph, conflicts }: SessionStore,
  { change, message }: Extract<StoreEvent, { kind: 'merged' }>
): Merged => ({
  handle,
  merges,
  title: graph.title,
  extra: writeJson(Object.fromEntries(graph.extra)),
  change: writeJson(change),
  message,
  conflicts: conflicts.length
})
