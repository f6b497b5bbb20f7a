import { serialiseGraph } from '@core/formats/entente/serialise'
import { sampleFile } from '../sample'
import { openStore } from './open'
import { storeContract } from './store-contract'

storeContract('JsonStore', async (graph) => {
  const path = await sampleFile(serialiseGraph(graph))
  const store = await openStore(path)
  return {
    store,
    async reopen() {
      await store.close()
      return openStore(path)
    }
  }
})

storeContract('JsonStore, of which only the journal is left,', async (graph) => {
  const path = await sampleFile(serialiseGraph(graph))
  const store = await openStore(path)
  // A second reader sees what a crash would leave.
  return { store, reopen: () => openStore(path) }
})
