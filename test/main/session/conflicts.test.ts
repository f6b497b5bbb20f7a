import { writeFile } from 'node:fs/promises'
import { apply, diff } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { describe, expect, test } from 'vitest'
import { adding, entity, sampleFile, sampleText } from '../sample'
import { changeIn, startSession, textOf } from './start-session'

describe('what another program did', () => {
  test('is told with the change that leads there, numbered, and the commit after it names that number', async () => {
    const path = await sampleFile()
    const { session, merged, handle, graph } = await startSession(path)
    expect(await session.commit(handle, adding(entity('turkey')))).toMatchObject({ merges: graph.merges })
    const before = session.graph(handle)
    await writeFile(path, sampleText().replace('"Russia"', '"Rossiya"').replace('"title":"Sample"', '"title":"Other"'))
    await session.open(path)
    expect(merged).toHaveLength(1)
    const [one] = merged
    expect(one).toMatchObject({ handle, merges: graph.merges + 1, conflicts: 0 })
    const after = apply(before, changeIn(one?.change ?? ''))
    expect(!isRefusal(after) && diff(after, session.graph(handle)).edits).toEqual([])
    expect(session.graph(handle).get('entity', 'russia')?.name).toBe('Rossiya')
    expect(one?.title).toBe(session.graph(handle).title)
    expect(await session.commit(handle, adding(entity('iran')))).toMatchObject({ merges: graph.merges + 1 })
    expect(await session.commit(handle, adding(entity('iran')))).toMatchObject({
      ...{ outcome: 'refused', merges: graph.merges + 1, final: false }
    })
  })
})

describe('conflicts', () => {
  async function conflicting() {
    const path = await sampleFile()
    const started = await startSession(path)
    const { session, handle } = started
    const edits = ['russia', 'syria'].map((id) => ({
      before: session.graph(handle).get('entity', id),
      after: entity(id, `Our ${id}`)
    }))
    await session.commit(handle, { label: 'Rename', edits })
    await writeFile(path, sampleText().replace('"Russia"', '"RF"').replace('"Syria"', '"SAR"'))
    await session.open(path)
    return { ...started, path }
  }

  test('are kept with both values until they are decided, over a restart, and then are gone for good', async () => {
    const { session, handle, merged, path } = await conflicting()
    expect(merged[0]?.conflicts).toBe(2)
    const wanted = [
      { kind: 'entity', id: 'russia', field: 'name', ours: 'Our russia', theirs: 'RF', taken: 'ours' },
      { kind: 'entity', id: 'syria', field: 'name', ours: 'Our syria', theirs: 'SAR', taken: 'ours' }
    ]
    expect(session.conflicts.list(handle)).toEqual(wanted)
    expect(await session.conflicts.decide(handle, [{ kind: 'entity', id: 'russia', field: 'name' }])).toEqual({
      left: 1
    })
    await session.close()
    const again = await startSession(path)
    expect(again.graph.conflicts).toBe(1)
    expect(again.session.conflicts.list(again.handle)).toEqual(wanted.slice(1))
    expect(
      await again.session.conflicts.decide(again.handle, [{ kind: 'entity', id: 'syria', field: 'name' }])
    ).toEqual({
      left: 0
    })
    await again.session.close()
    expect((await startSession(path)).graph.conflicts).toBeUndefined()
  })

  test('of the same field that come twice are one, with the later value', async () => {
    const { session, handle, path } = await conflicting()
    await session.commit(handle, {
      label: 'Rename',
      edits: [{ before: session.graph(handle).get('entity', 'russia'), after: entity('russia', 'Ours again') }]
    })
    await writeFile(path, (await textOf(path)).replace('"RF"', '"Federation"'))
    await session.open(path)
    const [russia, ...others] = session.conflicts.list(handle).filter(({ id }) => id === 'russia')
    expect(russia).toMatchObject({ ours: 'Ours again', theirs: 'Federation' })
    expect(others).toEqual([])
  })
})
