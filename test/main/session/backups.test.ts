import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diff } from '@core/change/change'
import { parseGraph } from '@core/formats/entente/parse'
import { describe, expect, test } from 'vitest'
import { adding, entity, folder, sampleFile, sampleText } from '../sample'
import { changeIn, startSession, textOf } from './start-session'

describe('backups', () => {
  /** A graph with one backup: the sample, without what was added since. */
  async function withBackup() {
    const path = await sampleFile()
    const first = await startSession(path)
    await first.session.commit(first.handle, adding(entity('turkey'), entity('iran')))
    await first.session.close()
    const second = await startSession(path)
    const [backup] = await second.session.backups.backups(second.handle)
    if (!backup) throw new Error('there is a backup')
    return { ...second, path, backup }
  }

  test('are listed with time and size', async () => {
    const { backup } = await withBackup()
    expect(backup.bytes).toBe(Buffer.byteLength(sampleText()))
    expect(Date.now() - Date.parse(backup.at)).toBeLessThan(60_000)
  })

  test('are counted against the graph as it is now before anything happens', async () => {
    const { session, handle, backup, path } = await withBackup()
    await session.commit(handle, {
      label: 'Rename',
      edits: [{ before: session.graph(handle).get('entity', 'syria'), after: entity('syria', 'Souriya') }]
    })
    const before = await textOf(path)
    const none = { entities: 0, relations: 0, claims: 0, sources: 0, others: 0 }
    expect(await session.backups.preview(handle, backup.id)).toEqual({
      outcome: 'read',
      holds: { entities: 2, relations: 1, claims: 1, sources: 1, others: 2 },
      adds: none,
      changes: { ...none, entities: 1 },
      removes: { ...none, entities: 2 }
    })
    expect(await textOf(path)).toBe(before)
  })

  test('come back as one change, which the journal keeps and its inverse takes back', async () => {
    const { session, handle, backup } = await withBackup()
    const now = session.graph(handle)
    const answer = await session.backups.changeTo(handle, backup.id, 'Bring it back')
    if (answer.outcome !== 'read') throw new Error(answer.message)
    const change = changeIn(answer.change)
    expect(change.label).toBe('Bring it back')
    expect(await session.commit(handle, change)).toMatchObject({ outcome: 'saved' })
    const file = parseGraph(sampleText())
    expect('graph' in file && diff(session.graph(handle), file.graph).edits).toEqual([])
    const edits = change.edits.map(({ before, after }) => ({ before: after, after: before }))
    expect(await session.commit(handle, { label: 'Undo', edits })).toMatchObject({ outcome: 'saved' })
    expect(diff(session.graph(handle), now).edits).toEqual([])
  })

  test('can be saved as files of their own, but not over the open one', async () => {
    const { session, handle, backup, path } = await withBackup()
    const copy = join(await folder(), 'old.entente.json')
    expect(await session.backups.saveBackup(handle, backup.id, copy)).toEqual({
      outcome: 'saved',
      name: 'old.entente.json'
    })
    expect(await textOf(copy)).toBe(sampleText())
    expect(await session.backups.saveBackup(handle, backup.id, path)).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/open here/)
    })
    expect(await textOf(path)).toContain('turkey')
  })

  test.each(['no graph', '{"format":"entente-graph"', ''])('that cannot be read (%j) say so', async (content) => {
    const { session, handle, backup, sidecar } = await withBackup()
    await writeFile(join(sidecar, 'backups', backup.id), content)
    expect(await session.backups.preview(handle, backup.id)).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/^That backup cannot be read: .*\.$/)
    })
  })

  test.each(['../../sample.entente.json', 'x', ''])('are the only files that can be named: not %j', async (id) => {
    const { session, handle } = await withBackup()
    expect(await session.backups.preview(handle, id)).toMatchObject({ outcome: 'failed' })
  })

  test('of a file that has none are an empty list', async () => {
    const { session, handle } = await startSession(await sampleFile())
    expect(await session.backups.backups(handle)).toEqual([])
  })
})
