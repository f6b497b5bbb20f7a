import { type Change, invert } from '@core/change/change'
import { faultAfter } from '@core/formats/entente/fault-after'
import { type AnyRecord, KINDS } from '@core/records/records'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graph as anyGraph, changeTo } from '../../../core/arbitraries'
import { claim, entity, relation } from '../../../core/sample'
import { adding, expectHolds, refusalOf, type Trial } from './trial'

/** What was committed is there, at once and later, in its order and whole. */
export function keepsChanges({ make, sample, kept, isKept }: Trial): void {
  test('it has a name, can be written to, and gives what it was given', async () => {
    const { store, reopen } = await make()
    expect(store.name).not.toBe('')
    expect(store.readOnly).toBeUndefined()
    expectHolds(store, sample)
    expectHolds(await reopen(), sample)
  })

  test('a change is there when its commit resolves, and when the store is opened again', async () => {
    const { store, reopen } = await make()
    const change = adding(entity('e-iran', 'state', 'Iran'), relation('r-9', 'meets', 'e-iran', 'e-sharaa'))
    const before = store.graph
    await store.commit(change)
    expectHolds(store, sample.with(change.edits))
    expect(before.get('entity', 'e-iran'), 'a graph that was given out stays as it was').toBeUndefined()
    expectHolds(await reopen(), sample.with(change.edits))
  })

  const oneOfEach = KINDS.flatMap((kind): AnyRecord[] => [...sample.all(kind).values()].slice(0, 1))
  test.each(oneOfEach)('a record of the kind “$kind” can be added, altered and removed', async (old) => {
    const { store, reopen } = await make()
    const after = { ...old, id: `${old.id}-2`, 'x-later': ['Ω', 1.5, null, { deep: true }] }
    const added = old.kind === 'notSame' ? pairOf('e-russia', 'e-sharaa') : after
    const altered = { ...added, 'x-later': false }
    await store.commit(adding(added))
    expectHolds(store, sample.with([{ after: added }]))
    await store.commit({ label: 'Alter', edits: [{ before: added, after: altered }] })
    expectHolds(store, sample.with([{ after: altered }]))
    await store.commit({ label: 'Remove', edits: [{ before: altered }] })
    expectHolds(await reopen(), sample)
  })

  test('changes are taken in the order in which they are given, though none is awaited', async () => {
    const { store, reopen } = await make()
    const names = ['Persia', 'Iran', 'Islamic Republic of Iran'].map((name) => entity('e-iran', 'state', name))
    const all = names.map((after, at) => store.commit({ label: 'Rename', edits: [{ before: names[at - 1], after }] }))
    await Promise.all(all)
    expect((await reopen()).graph.get('entity', 'e-iran')?.name).toBe('Islamic Republic of Iran')
  })

  test('a change and its inverse leave everything as it was', async () => {
    const { store, reopen } = await make()
    const claims = [...sample.all('claim').values()]
    const removal: Change = { label: 'Remove all claims', edits: claims.map((before) => ({ before })) }
    await store.commit(removal)
    expect(store.graph.all('claim').size).toBe(0)
    await store.commit(invert(removal))
    expectHolds(await reopen(), sample)
  })

  test('a change of thousands of records is kept like a small one, and can be taken back', async () => {
    const { store, reopen } = await make()
    const numbers = Array.from({ length: 1000 }, (_, at) => at)
    // What is referred to comes after what refers to it: only the whole must fit together.
    const change = adding(
      ...numbers.map((at) => claim(`c-many-${at}`, `r-many-${at}`)),
      ...numbers.map((at) => relation(`r-many-${at}`, 'meets', `e-many-${at}`, `e-many-${(at + 1) % 1000}`)),
      ...numbers.map((at) => entity(`e-many-${at}`, 'state', `State ${at} – دولة`))
    )
    await store.commit(change)
    expectHolds(store, sample.with(change.edits))
    const again = await reopen()
    expectHolds(again, sample.with(change.edits))
    await again.commit(invert(change))
    expectHolds(again, sample)
  })

  test('any changes to any graph end where they lead', async () => {
    const steps = anyGraph.map(kept).chain((from) => fc.tuple(fc.constant(from), changeTo(from)))
    await fc.assert(
      fc.asyncProperty(steps, async ([from, change]) => {
        const edits = change.edits.filter(({ before, after }) => isKept((after ?? before) as AnyRecord))
        const own = { ...change, edits }
        const { store, reopen } = await make(from)
        const after = from.with(own.edits)
        if (faultAfter(after, own)) {
          await refusalOf(store, own)
          expectHolds(await reopen(), from)
        } else {
          await store.commit(own)
          expectHolds(store, after)
          expectHolds(await reopen(), after)
        }
      }),
      { numRuns: 25 }
    )
  }, 60_000)
}

const pairOf = (a: string, b: string): AnyRecord => ({ kind: 'notSame', id: `${a} ${b}`, pair: [a, b] })
