import { storeContract } from '../store-contract'
import { folder, openStore, put } from './databases'
import { onServer } from './server/on-server'

onServer('In a database', (target) => {
  storeContract('Neo4jStore', async (graph) => {
    await put(target, graph)
    const outbox = await folder()
    const store = await openStore(target, { outbox })
    return {
      store,
      openReadOnly: () => openStore(target, { outbox, toLookAt: true }),
      async reopen() {
        await store.close()
        return openStore(target, { outbox })
      }
    }
  })
})
