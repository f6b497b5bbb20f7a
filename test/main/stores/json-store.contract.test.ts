import { cp } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { serialiseGraph } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import { folder, sampleFile } from '../sample'
import { openStore } from './open'
import { storeContract } from './store-contract'

const make = async (graph: Graph) => {
  const path = await sampleFile(serialiseGraph(graph))
  const store = await openStore(path)
  // While the first one holds it.
  return { path, store, openReadOnly: () => openStore(path) }
}

storeContract('JsonStore', async (graph) => {
  const { path, ...trial } = await make(graph)
  return {
    ...trial,
    async reopen() {
      await trial.store.close()
      return openStore(path)
    }
  }
})

/** Neither the lock of a process that is gone nor what it was just writing under a passing name. */
const isLeft = (path: string) => !/^lock-|\.tmp$/.test(basename(path))

/** What a crash at this moment leaves: the file, and the sidecar without its lock. */
async function crashed(path: string): Promise<string> {
  const to = await folder()
  await cp(dirname(path), to, { recursive: true, filter: isLeft })
  return join(to, basename(path))
}

storeContract('JsonStore, after a crash,', async (graph) => {
  const { path, ...trial } = await make(graph)
  return { ...trial, reopen: async () => openStore(await crashed(path)) }
})
