import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Change } from '@core/change/change'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import type { AnyRecord, Entity } from '@core/records/records'
import { onTestFinished } from 'vitest'

/** Two states, one tie, one claim. */
export const RECORDS: readonly AnyRecord[] = [
  { kind: 'entityType', id: 'state', label: 'State' },
  { kind: 'relationType', id: 'backs', label: 'backs', inverse: 'backed by' },
  { kind: 'source', id: 's-1', title: 'A report', reliability: 'B' },
  { kind: 'entity', id: 'russia', type: 'state', name: 'Russia', aliases: [] },
  { kind: 'entity', id: 'syria', type: 'state', name: 'Syria', aliases: [] },
  { kind: 'relation', id: 'r-1', type: 'backs', from: 'russia', to: 'syria' },
  {
    kind: 'claim',
    id: 'c-1',
    about: 'r-1',
    stance: 'supports',
    statement: 'It sent aircraft.',
    source: 's-1',
    credibility: 2,
    recorded: '2025-01-02T10:00:00Z'
  }
]

export const sampleGraph = (): Graph => Graph.of('Sample', RECORDS)
export const sampleText = (): string => serialiseGraph(sampleGraph())

export const entity = (id: string, name = `State ${id}`): Entity => ({
  kind: 'entity',
  id,
  type: 'state',
  name,
  aliases: []
})

export const adding = (...records: readonly AnyRecord[]): Change => ({
  label: `Add ${records.map(({ id }) => id).join(', ')}`,
  edits: records.map((after) => ({ after }))
})

/** A folder that is gone after the test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'entente-test-'))
  // Again where a store that was not closed, as in a crash, was still writing there.
  onTestFinished(() => rm(path, { recursive: true, force: true, maxRetries: 5 }))
  return path
}

/** A file of the sample graph, or of this text, in a folder of its own. */
export async function sampleFile(content: string | Uint8Array = sampleText(), name = 'sample.entente.json') {
  const path = join(await folder(), name)
  await writeFile(path, content)
  return path
}
