import type { Change } from '@core/change/change'
import type { Output } from '@core/contract/contract'
import { writeJson } from '@core/text/json'
import type { Client } from '../client'

/** How many edits cross in one message: each is made and read between two frames. */
const BATCH_SIZE = 250

/** Has main keep a change; one of very many edits goes over part by part, so that the window never holds still over it. */
export async function commitInParts(client: Client, handle: string, change: Change): Promise<Output<'graph:commit'>> {
  const { label, edits } = change
  let parts = 0
  for (; edits.length > (parts + 1) * BATCH_SIZE; parts++)
    await client.request('graph:commit-part', {
      part: parts,
      edits: writeJson(edits.slice(parts * BATCH_SIZE, (parts + 1) * BATCH_SIZE))
    })
  if (parts === 0) return client.request('graph:commit', { handle, change })
  return client.request('graph:commit', { handle, change: { label, edits: edits.slice(parts * BATCH_SIZE) }, parts })
}
