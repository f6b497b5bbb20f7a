import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { encodeLine } from '@main/stores/journal/chain'
import { describe, expect, test } from 'vitest'
import { adding, entity, folder, sampleFile, sampleText } from '../sample'
import { FaultyFileSystem } from '../stores/faulty-file-system'
import { sidecarOf, startSession, textOf } from './start-session'

describe('a graph that can no longer be saved', () => {
  /** Fails the sync of the next change. */
  async function failedSync() {
    const fs = new FaultyFileSystem()
    const path = await sampleFile()
    const started = await startSession(path, fs)
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
    await startSession(path)
    const second = await startSession(path)
    expect(second.graph).toMatchObject({ mayPass: true, readOnly: expect.stringMatching(/has been editing it/) })
    expect(second.graph.notice).toBeUndefined()
  })

  test('because of a damaged journal offers both parts, each saved by name', async () => {
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
    const { session, handle, graph } = await startSession(path)
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
