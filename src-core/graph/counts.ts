import { z } from 'zod'
import { type AnyRecord, KINDS, type Kind } from '../records/records'
import type { Graph } from './graph'

/** Numbers of records. */
export const Counts = z.object({
  entities: z.int(),
  relations: z.int(),
  claims: z.int(),
  sources: z.int(),
  /** Types, pairs that are not the same, views, conflicts. */
  others: z.int()
})

export type Counts = z.infer<typeof Counts>

/** How many records a graph holds. */
export const countsOf = (graph: Graph): Counts => sum(KINDS.map((kind) => [kind, graph.all(kind).size] as const))

/** How many records of each sort there are. */
export const countRecords = (records: Iterable<AnyRecord>): Counts => {
  const found = new Map<Kind, number>()
  for (const { kind } of records) found.set(kind, (found.get(kind) ?? 0) + 1)
  return sum(found)
}

function sum(found: Iterable<readonly [Kind, number]>): Counts {
  const counts = { entities: 0, relations: 0, claims: 0, sources: 0, others: 0 }
  for (const [kind, count] of found) counts[SORTS[kind]] += count
  return counts
}

const SORTS = {
  entity: 'entities',
  relation: 'relations',
  claim: 'claims',
  source: 'sources',
  entityType: 'others',
  relationType: 'others',
  notSame: 'others',
  view: 'others',
  conflict: 'others'
} as const satisfies Record<Kind, keyof Counts>
