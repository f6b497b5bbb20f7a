import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { apply, type Change, diff } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import type { Merged, ReadOnly } from '@core/contract/backups'
import { parseGraph } from '@core/formats/entente/parse'
import { readChange } from '@core/formats/entente/read-change'
import { Files } from '@main/session/files'
import { GraphSession } from '@main/session/graph-session'
import { disk, type FileSystem } from '@main/stores/file-system'
import { encodeLine } from '@main/stores/journal/chain'
import { describe, expect, onTestFinished, test } from 'vitest'
import { adding, entity, folder, sampleFile, sampleText } from '../sample'
import { FaultyFileSystem } from '../stores/faulty-file-system'
import { databasesIn } from './databases'

/** A session with that file open, and all that it tells the window. */
async function start(path: string, fs: FileSystem = disk) {
  const home = await folder()
  const files = await Files.open({ fs: disk, path: join(home, 'recent.json'), onTrouble: () => {} })
  onTestFinished(() => files.settled())
  const merged: Merged[] = []
  const stopped: ReadOnly[] = []
  const told: string[] = []
  const session = new GraphSession(
    {
      ...(await databasesIn(home)),
      ...{ fs, files, workingCopy: () => Promise.reject(new Error('no working copy')), onOpened: () => {} },
      onMerged: (one) => merged.push(one),
      onReadOnly: (one) => stopped.push(one),
      onTold: (message) => told.push(message)
    },
    path
  )
  onTestFinished(() => session.close().catch(() => {}))
  const result = await session.current()
  if (result.outcome !== 'opened') throw new Error(JSON.stringify(result))
  return { session, merged, stopped, told, graph: result.graph, handle: result.graph.handle, sidecar: sidecarOf(path) }
}

const sidecarOf = (path: string) => join(dirname(path), '.sample.entente')
const textOf = (path: string) => readFile(path, 'utf8')
const changeIn = (text: string): Change => {
  const change = readChange(JSON.parse(text))
  if (!change) throw new Error(text)
  return change
}

describe('backups', () => {
  /** A graph with one backup: the sample, without what was added since. */
  async function withBackup() {
    const path = await sampleFile()
    const first = await start(path)
    await first.session.commit(first.handle, adding(entity('turkey'), entity('iran')))
    await first.session.close()
    const second = await start(path)
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
    const { session, handle } = await start(await sampleFile())
    expect(await session.backups.backups(handle)).toEqual([])
  })
})

describe('what another program did', () => {
  test('is told with the change that leads there, numbered, and the commit after it names that number', async () => {
    const path = await sampleFile()
    const { session, merged, handle, graph } = await start(path)
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
    const started = await start(path)
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
    expect(session.backups.conflicts(handle)).toEqual(wanted)
    expect(await session.backups.decide(handle, [{ kind: 'entity', id: 'russia', field: 'name' }])).toEqual({ left: 1 })
    await session.close()
    const again = await start(path)
    expect(again.graph.conflicts).toBe(1)
    expect(again.session.backups.conflicts(again.handle)).toEqual(wanted.slice(1))
    expect(await again.session.backups.decide(again.handle, [{ kind: 'entity', id: 'syria', field: 'name' }])).toEqual({
      left: 0
    })
    await again.session.close()
    expect((await start(path)).graph.conflicts).toBeUndefined()
  })

  test('of the same field that come twice are one, with the later value', async () => {
    const { session, handle, path } = await conflicting()
    await session.commit(handle, {
      label: 'Rename',
      edits: [{ before: session.graph(handle).get('entity', 'russia'), after: entity('russia', 'Ours again') }]
    })
    await writeFile(path, (await textOf(path)).replace('"RF"', '"Federation"'))
    await session.open(path)
    const [russia, ...others] = session.backups.conflicts(handle).filter(({ id }) => id === 'russia')
    expect(russia).toMatchObject({ ours: 'Ours again', theirs: 'Federation' })
    expect(others).toEqual([])
  })
})

describe('a graph that can no longer be saved', () => {
  /** Fails the sync of the next change. */
  async function failedSync() {
    const fs = new FaultyFileSystem()
    const path = await sampleFile()
    const started = await start(path, fs)
    const { session, handle } = started
    await session.commit(handle, adding(entity('turkey')))
    const lost = adding(entity('iran'))
    // The steps of a commit are the same each time.
    const before = fs.steps.length
    await session.commit(handle, adding(entity('egypt')))
    const sync = fs.steps.slice(before).indexOf('sync') + 1
    expect(sync).toBeGreaterThan(0)
    fs.failAt = fs.steps.length + sync
    return { ...started, fs, path, lost, refused: await session.commit(handle, lost) }
  }

  test('says so once and for all, with the refusal of the change', async () => {
    const { refused, stopped, handle, session, told } = await failedSync()
    expect(refused).toMatchObject({
      outcome: 'refused',
      final: true,
      message: expect.stringMatching(/could not confirm/)
    })
    expect(stopped).toEqual([{ handle, reason: expect.stringMatching(/could not confirm/) }])
    expect(told).toEqual([])
    expect(await session.commit(handle, adding(entity('cuba')))).toMatchObject({ outcome: 'refused', final: true })
  })

  test('is copied elsewhere with what the window holds and the store does not', async () => {
    const { session, handle, lost, fs, path } = await failedSync()
    fs.failAt = 0
    const copy = join(await folder(), 'copy.entente.json')
    const before = await textOf(path)
    const result = await session.saveAs(handle, copy, [lost, adding(entity('cuba'))])
    expect(result).toMatchObject({ outcome: 'opened', graph: { name: 'copy.entente.json' } })
    const text = await textOf(copy)
    for (const id of ['turkey', 'egypt', 'iran', 'cuba']) expect(text).toContain(`"${id}"`)
    expect(await textOf(path)).toBe(before)
  })

  test('is not saved over itself, and what does not fit is named: all stays as it is', async () => {
    const { session, handle, lost, path } = await failedSync()
    expect(await session.saveAs(handle, path, [lost])).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/open here/)
    })
    const copy = join(await folder(), 'copy.entente.json')
    expect(await session.saveAs(handle, copy, [lost, lost])).toMatchObject({ outcome: 'failed' })
    expect(await readdir(dirname(copy))).toEqual([])
    expect(session.name(handle)).toBe('sample.entente.json')
  })

  test('because another process has it may be free later; that is said when it is opened', async () => {
    const path = await sampleFile()
    await start(path)
    const second = await start(path)
    expect(second.graph).toMatchObject({ mayPass: true, readOnly: expect.stringMatching(/has been editing it/) })
    expect(second.graph.notice).toBeUndefined()
  })

  test('because of a damaged journal recoverableVersions both parts, each saved by name', async () => {
    const path = await sampleFile()
    const sidecar = sidecarOf(path)
    await mkdir(sidecar)
    const { createHash } = await import('node:crypto')
    const header = encodeLine({
      ...{ format: 'entente-journal', version: 1 },
      snapshot: createHash('sha256').update(sampleText()).digest('hex')
    } as const)
    const lines = [header.line]
    let hash = header.hash
    for (const id of ['turkey', 'iran', 'egypt']) {
      const next = encodeLine({ at: '2025-01-01T00:00:00Z', change: adding(entity(id)) }, hash)
      lines.push(next.line)
      hash = next.hash
    }
    await writeFile(join(sidecar, 'journal'), Buffer.concat(lines).toString().replace('State iran', 'State Xran'))
    const { session, handle, graph } = await start(path)
    expect(graph).toMatchObject({ recoverableVersions: 2, mayPass: false })
    expect(session.backups.recoverableVersions(handle)).toMatchObject([
      { what: '“sample.entente.json” up to the damage', holds: { entities: 3 } },
      { what: '“sample.entente.json” with the changes behind the damage', holds: { entities: 4 } }
    ])
    const copy = join(await folder(), 'behind.entente.json')
    expect(await session.backups.saveRecoverable(handle, 1, copy)).toEqual({
      outcome: 'saved',
      name: 'behind.entente.json'
    })
    expect(await textOf(copy)).toMatch(/"egypt"[\s\S]*"turkey"/)
    expect(await session.backups.saveRecoverable(handle, 2, copy)).toMatchObject({ outcome: 'failed' })
    const nowhere = join(await folder(), 'none', 'copy.entente.json')
    expect(await session.backups.saveRecoverable(handle, 0, nowhere)).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/could not be written .* not there/)
    })
  })
})
