import { type Change, diff } from '@core/change/change'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { type AnyRecord, KINDS, type Kind, notSameId } from '@core/records/records'
import { type Store, StoreError } from '@main/stores/store'
import { expect } from 'vitest'
import { claim, RECORDS } from '../../../core/sample'

/** A store to be tried, and how to open again what it kept. */
export interface StoreOnTrial {
  readonly store: Store
  /** Lets go of the store, if it is still open, and opens what it kept. */
  reopen(): Promise<Store>
  /** Opens the same beside it in a way that allows no change. */
  openReadOnly(): Promise<Store>
}

/** What the stores of one sort do not keep: a database has no views. */
export interface ContractOptions {
  readonly without?: readonly Kind[]
}

/** The means of a contract: stores of one sort, and what is expected of them. */
export interface Trial {
  readonly make: (graph?: Graph) => Promise<StoreOnTrial>
  /** A small graph with a record of every kind that is kept. */
  readonly sample: Graph
  /** The graph without what is not kept. */
  readonly kept: (graph: Graph) => Graph
  readonly isKept: (record: AnyRecord) => boolean
}

const ONE_OF_EACH: readonly AnyRecord[] = [
  ...RECORDS,
  claim('c-name', 'e-hts', { property: 'name', basedOn: 's-rt', attributedTo: 'A spokesman' }),
  { kind: 'notSame', id: notSameId('e-russia', 'e-hts'), pair: ['e-hts', 'e-russia'] },
  { kind: 'view', id: 'v-1', name: 'Bases', asOf: '2024-12', positions: [['e-russia', 10, -20.5]] }
]

export function trialOf(make: (graph: Graph) => Promise<StoreOnTrial>, { without = [] }: ContractOptions): Trial {
  const isKept = ({ kind }: AnyRecord) => !without.includes(kind)
  const kept = (graph: Graph) =>
    Graph.of(graph.title, KINDS.flatMap((kind) => [...graph.all(kind).values()] as AnyRecord[]).filter(isKept))
  const sample = kept(Graph.of('Sample', ONE_OF_EACH))
  return { make: (graph = sample) => make(graph), sample, kept, isKept }
}

/** A change that adds these records. */
export const adding = (...records: readonly AnyRecord[]): Change => ({
  label: 'Add',
  edits: records.map((after) => ({ after }))
})

/** Expects of a store that it holds this graph, to the byte of its file. */
export function expectHolds(store: Store, wanted: Graph): void {
  // The difference first: it says more than two long texts.
  expect(diff(store.graph, wanted).edits).toEqual([])
  expect(serialiseGraph(store.graph)).toBe(serialiseGraph(wanted))
}

/** Commits what must be refused; answers with what words, which must be a user's. */
export async function refusalOf(store: Store, change: Change): Promise<StoreError> {
  const before = store.graph
  const error: unknown = await store.commit(change).then(
    () => 'it was kept',
    (error) => error
  )
  expect(error).toBeInstanceOf(StoreError)
  const refusal = error as StoreError
  expect(refusal.message).toMatch(/ .*\.$/s)
  expect(refusal.message).not.toMatch(/Error|undefined|\bE[A-Z]{3,}/)
  expect(diff(before, store.graph).edits).toEqual([])
  return refusal
}
