import { serialiseGraph } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import { JsonStore, type JsonStoreOptions } from '@main/stores/json-store'
import { onTestFinished } from 'vitest'

/** Options of a store that writes and looks only when it is told to. */
export const QUIET = { idle: Infinity, poll: Infinity }

/** Opens a quiet store; it is closed when the test is over, if it still can be. */
export async function openStore(path: string, options: JsonStoreOptions = {}): Promise<JsonStore> {
  const store = await JsonStore.open(path, { ...QUIET, ...options })
  onTestFinished(() => store.close().catch(() => {}))
  return store
}

/** What a store holds, as the text of our file format. */
export const textOf = ({ graph }: { readonly graph: Graph }): string => serialiseGraph(graph)
