import { expect, test } from 'vitest'
import { claim, entity, source } from '../../../core/sample'
import { adding, expectHolds, refusalOf, type Trial } from './trial'

/** What cannot be kept is refused in words, whole, and costs nothing else. */
export function refusesWhole({ make, sample }: Trial): void {
  const iran = entity('e-iran', 'state', 'Iran')

  test('a change to a record that is no longer what the change says is refused, and the next is taken', async () => {
    const { store, reopen } = await make()
    const stale = entity('e-russia', 'state', 'Soviet Union')
    await refusalOf(store, { label: 'Rename', edits: [{ before: stale, after: { ...stale, name: 'Russia' } }] })
    await refusalOf(store, { label: 'Remove', edits: [{ before: stale }] })
    await refusalOf(store, adding(entity('e-russia', 'state', 'Russia')))
    await refusalOf(store, { label: 'Remove', edits: [{ before: entity('e-nobody', 'state', 'Nobody') }] })
    const change = adding(iran)
    await store.commit(change)
    expectHolds(await reopen(), sample.with(change.edits))
  })

  test('of a change of which one part cannot be kept, no part is', async () => {
    const { store, reopen } = await make()
    await refusalOf(store, adding(iran, claim('c-9', 'r-nowhere')))
    await refusalOf(store, adding(iran, entity('e-odd', 'no-such-type', 'Odd')))
    await refusalOf(store, { label: 'Remove Russia', edits: [{ before: sample.get('entity', 'e-russia') }] })
    const many = Array.from({ length: 2000 }, (_, at) => entity(`e-many-${at}`, 'state', `State ${at}`))
    await refusalOf(store, adding(...many, claim('c-9', 'r-nowhere')))
    expectHolds(store, sample)
    expectHolds(await reopen(), sample)
  })

  test.each([
    ['an id that another kind of record has', adding(entity('s-wire', 'state', 'Wire'))],
    ['a source that rests on itself', adding({ ...source('s-own'), basedOn: 's-own' })],
    ['half a character', adding(entity('e-half', 'state', 'Half \uD83D'))],
    ['a name without a letter', adding(entity('e-blank', 'state', ' '))]
  ])('%s is refused', async (_what, change) => {
    const { store, reopen } = await make()
    await refusalOf(store, change)
    expectHolds(await reopen(), sample)
  })

  // A form refuses it when it is typed. Undoing its mending, adding another file and merging bring it back as it was.
  test('a date that is none is kept as it is', async () => {
    const { store, reopen } = await make()
    const change = adding(claim('c-date', 'e-hts', { when: 'yesterday', recorded: 'today' }))
    await store.commit(change)
    expectHolds(await reopen(), sample.with(change.edits))
  })

  test('a change that is refused among others costs only itself', async () => {
    const { store, reopen } = await make()
    const syria = entity('e-syria', 'state', 'Syria')
    const results = await Promise.allSettled(
      [adding(iran), adding(iran, claim('c-9', 'r-nowhere')), adding(syria)].map((change) => store.commit(change))
    )
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expectHolds(await reopen(), sample.with(adding(iran, syria).edits))
  })

  test('one that may only be read says why, shows the graph, and takes nothing', async () => {
    const { store, openReadOnly, reopen } = await make()
    const change = adding(iran)
    await store.commit(change)
    const reader = await openReadOnly()
    expect(reader.readOnly).toMatch(/ /)
    expectHolds(reader, sample.with(change.edits))
    await refusalOf(reader, adding(entity('e-syria', 'state', 'Syria')))
    await reader.close()
    expectHolds(await reopen(), sample.with(change.edits))
  })

  test('closing waits for what is under way; once closed it takes no more', async () => {
    const { store, reopen } = await make()
    let isKept = false
    const commit = store.commit(adding(iran)).then(() => {
      isKept = true
    })
    await store.close()
    expect(isKept).toBe(true)
    await commit
    await refusalOf(store, adding(entity('e-syria', 'state', 'Syria')))
    await store.close()
    expectHolds(await reopen(), sample.with(adding(iran).edits))
  })
}
