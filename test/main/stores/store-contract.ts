import { type Change, diff, invert } from '@core/change/change'
import { faultAfter } from '@core/formats/entente/fault-after'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { type AnyRecord, KINDS, type Kind } from '@core/records/records'
import { type Store, StoreError } from '@main/stores/store'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graph as anyGraph, changeTo } from '../../core/arbitraries'
import { claim, entity, RECORDS, relation } from '../../core/sample'

/** A store to be tried, and how to open again what it kept. */
export interface StoreOnTrial {
  readonly store: Store
  /** Lets go of the store, if it is still open, and opens what it kept. */
  reopen(): Promise<Store>
}

/** What the stores of one sort do not keep: a database has no views. */
export interface ContractOptions {
  readonly without?: readonly Kind[]
}

const adding = (...records: readonly AnyRecord[]): Change => ({
  label: 'Add',
  edits: records.map((after) => ({ after }))
})

/** What every store promises. `make` gives a store that can be written to and holds a graph. */
export function storeContract(
  name: string,
  make: (graph: Graph) => Promise<StoreOnTrial>,
  { without = [] }: ContractOptions = {}
) {
  const isKept = ({ kind }: AnyRecord) => !without.includes(kind)
  const kept = (graph: Graph) =>
    Graph.of(graph.title, KINDS.flatMap((kind) => [...graph.all(kind).values()] as AnyRecord[]).filter(isKept))
  const sample = kept(Graph.of('Sample', RECORDS))
  const expectSame = (store: Store, wanted: Graph) => {
    expect(diff(store.graph, wanted).edits).toEqual([])
    const file = parseGraph(serialiseGraph(store.graph))
    expect(file).toHaveProperty('graph')
    if ('graph' in file) expect(diff(file.graph, wanted).edits).toEqual([])
  }
  const refusalOf = async (store: Store, change: Change) => {
    const error = await store.commit(change).catch((error) => error)
    expect(error).toBeInstanceOf(StoreError)
    expect(error.message).toMatch(/ .*\.$/s)
    expect(error.message).not.toMatch(/Error|undefined|\bE[A-Z]{3,}/)
    return error as StoreError
  }

  describe(`${name} keeps the promise of a store:`, () => {
    test('it has a name, can be written to, and gives what it was given', async () => {
      const { store } = await make(sample)
      expect(store.name).not.toBe('')
      expect(store.readOnly).toBeUndefined()
      expectSame(store, sample)
    })

    test('a change is there when its commit resolves, and when the store is opened again', async () => {
      const { store, reopen } = await make(sample)
      const change = adding(entity('e-iran', 'state', 'Iran'), relation('r-9', 'meets', 'e-iran', 'e-sharaa'))
      await store.commit(change)
      expectSame(store, sample.with(change.edits))
      expectSame(await reopen(), sample.with(change.edits))
    })

    test('changes are taken in the order in which they are given, though nobody waits', async () => {
      const { store, reopen } = await make(sample)
      const names = ['Persia', 'Iran', 'Islamic Republic of Iran'].map((name) => entity('e-iran', 'state', name))
      const all = names.map((after, at) => store.commit({ label: 'Rename', edits: [{ before: names[at - 1], after }] }))
      await Promise.all(all)
      expect((await reopen()).graph.get('entity', 'e-iran')?.name).toBe('Islamic Republic of Iran')
    })

    test('a change to a record that is no longer what the change says is refused, and the next is taken', async () => {
      const { store, reopen } = await make(sample)
      const stale = entity('e-russia', 'state', 'Soviet Union')
      await refusalOf(store, { label: 'Rename', edits: [{ before: stale, after: { ...stale, name: 'Russia' } }] })
      await refusalOf(store, adding(entity('e-russia', 'state', 'Russia')))
      await refusalOf(store, { label: 'Remove', edits: [{ before: entity('e-nobody', 'state', 'Nobody') }] })
      const change = adding(entity('e-iran', 'state', 'Iran'))
      await store.commit(change)
      expectSame(await reopen(), sample.with(change.edits))
    })

    test('of a change of which one part cannot be kept, no part is', async () => {
      const { store, reopen } = await make(sample)
      await refusalOf(store, adding(entity('e-iran', 'state', 'Iran'), claim('c-9', 'r-nowhere')))
      await refusalOf(store, adding(entity('e-iran', 'state', 'Iran'), entity('e-odd', 'no-such-type', 'Odd')))
      const russia = sample.get('entity', 'e-russia')
      await refusalOf(store, { label: 'Remove Russia', edits: [{ before: russia }] })
      expectSame(store, sample)
      expectSame(await reopen(), sample)
    })

    test('a change and its inverse leave everything as it was', async () => {
      const { store, reopen } = await make(sample)
      const claims = [...sample.all('claim').values()]
      const removal: Change = { label: 'Remove all claims', edits: claims.map((before) => ({ before })) }
      await store.commit(removal)
      expect(store.graph.all('claim').size).toBe(0)
      await store.commit(invert(removal))
      expectSame(await reopen(), sample)
    })

    test('any text and any field that is not known comes back as it was', async () => {
      const { store, reopen } = await make(sample)
      const odd = {
        ...entity('__proto__', 'state', '“Сирия” 🇸🇾 سوريا \u202Ex'),
        summary: `line\nline\ttab ${'x'.repeat(100_000)}`,
        'x-later': { constructor: [1, null, { deep: true }], '': '' }
      }
      await store.commit(adding(odd))
      expectSame(await reopen(), sample.with([{ after: odd }]))
    })

    test('any changes to any graph end where they lead', async () => {
      const steps = anyGraph
        .map(kept)
        .chain((from) => fc.tuple(fc.constant(from), changeTo(from), fc.infiniteStream(fc.nat())))
      await fc.assert(
        fc.asyncProperty(steps, async ([from, change]) => {
          const own = {
            ...change,
            edits: change.edits.filter(({ before, after }) => isKept((after ?? before) as AnyRecord))
          }
          const { store, reopen } = await make(from)
          const after = from.with(own.edits)
          if (faultAfter(after, own)) {
            await refusalOf(store, own)
            expectSame(await reopen(), from)
          } else {
            await store.commit(own)
            expectSame(store, after)
            expectSame(await reopen(), after)
          }
        }),
        { numRuns: 25 }
      )
    }, 60_000)

    test('once it is closed it takes no more', async () => {
      const { store } = await make(sample)
      await store.close()
      await refusalOf(store, adding(entity('e-iran', 'state', 'Iran')))
    })
  })
}
