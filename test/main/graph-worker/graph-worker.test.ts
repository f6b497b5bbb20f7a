import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Channel, Input, Output } from '@core/contract/contract'
import type { Host } from '@main/graph-worker/messages'
import { startGraphWorker } from '@main/graph-worker/start-graph-worker'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { built } from '../figure/built-thread'
import { adding, entity, folder, sampleFile, sampleText } from '../sample'
import { turningVault } from '../session/in-memory-vault'

let parts: Awaited<ReturnType<typeof built>>

beforeAll(async () => {
  parts = await built({
    graphWorker: 'src-main/graph-worker/graph-worker.ts',
    figures: 'src-main/figure/figure-thread.ts',
    dying: 'test/main/graph-worker/dying.ts'
  })
})

afterAll(() => parts.remove())

/** A real graph worker in its thread, with a host that answers every dialog with the same path and records what it is told. */
async function start({ entry = 'graphWorker', file, answer }: { entry?: string; file?: string; answer?: string } = {}) {
  const data = await folder()
  const told: [string, unknown][] = []
  const host: Host = {
    chooseFile: async () => answer,
    chooseTarget: async () => answer,
    copyPicture: async (png) => void told.push(['picture', Buffer.from(png).toString('latin1', 1, 4)]),
    send: (event, payload) => void told.push([event, payload]),
    ...turningVault(),
    setTitle: (name) => void told.push(['title', name])
  }
  const seed = await sampleFile(sampleText(), 'seed.entente.json')
  const graphWorker = startGraphWorker(
    join(parts.folder, `${entry}.mjs`),
    { data, documents: data, seed, figures: join(parts.folder, 'figures.mjs'), file },
    host
  )
  onTestFinished(() => graphWorker.close().catch(() => {}))
  const ask = async <C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> => {
    const reply = await graphWorker.answer(channel, JSON.stringify(input))
    if ('error' in reply) throw new Error(reply.error)
    return JSON.parse(reply.answer)
  }
  const opened = async () => {
    const result = await ask('graph:current', {})
    if (result.outcome !== 'opened') throw new Error(JSON.stringify(result))
    return result.graph
  }
  return { graphWorker, ask, opened, told, data }
}

describe('the graph worker', () => {
  test('opens, hands out, keeps and closes a graph', async () => {
    const path = await sampleFile()
    const { ask, opened, graphWorker, told } = await start({ file: path })
    const graph = await opened()
    expect(graph).toMatchObject({ name: 'sample.entente.json', title: 'Sample', counts: { records: 7 } })
    expect(told).toContainEqual(['title', 'sample.entente.json'])
    const { handle, reading } = graph
    const { records, more } = await ask('graph:read', { handle, reading, part: 0 })
    expect(JSON.parse(records)).toContainEqual(entity('syria', 'Syria'))
    expect(more).toBe(false)
    expect(await ask('graph:commit', { handle, change: adding(entity('turkey')) })).toMatchObject({ outcome: 'saved' })
    await graphWorker.close()
    expect(await readFile(path, 'utf8')).toContain('turkey')
  })

  test('asks the host for what only the main thread can do', async () => {
    const path = await sampleFile(sampleText(), 'other.entente.json')
    const { ask, opened, told } = await start({ answer: path })
    await opened()
    expect(await ask('graph:choose', {})).toMatchObject({ outcome: 'opened', graph: { name: 'other.entente.json' } })
    const { handle } = await opened()
    const view = { kind: 'view' as const, id: 'v', name: 'V', positions: [] }
    expect(await ask('figure:copy', { handle, view, options: { width: 400 } })).toEqual({})
    expect(told).toContainEqual(['picture', 'PNG'])
  })

  test('tells of a request from outside once the window has asked', async () => {
    const { graphWorker, opened, told } = await start()
    graphWorker.request(await sampleFile())
    expect((await opened()).name).toBe('sample.entente.json')
    graphWorker.request(await sampleFile(sampleText(), 'later.entente.json'))
    await expect
      .poll(() => told)
      .toContainEqual(['graph:wanted', expect.objectContaining({ name: 'later.entente.json' })])
  })

  test('refuses what is not valid in the words of the router', async () => {
    const { ask } = await start()
    await expect(ask('graph:open', { handle: '../x' })).rejects.toThrow(/graph:open was given is not valid at handle/)
  })

  test('tells how far an opening is, and stops it; what was open stays open', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, at) => `{"id":"x-${at}","type":"state","name":"S ${at}","aliases":[]}`
    )
    const path = await sampleFile(
      sampleText().replace('"entities": [\n', `"entities": [\n${rows.join(',\n')},\n`),
      'big.json'
    )
    const { ask, opened, told } = await start({ answer: path })
    const { handle } = await opened()
    told.length = 0
    const opening = ask('graph:choose', {})
    await expect
      .poll(() => told, { interval: 1 })
      .toContainEqual(['graph:progress', expect.objectContaining({ name: 'big.json', doing: 'reading' })])
    await ask('graph:stop', {})
    expect(await opening).toEqual({ outcome: 'cancelled' })
    expect((await opened()).handle).toBe(handle)
    expect(await ask('graph:commit', { handle, change: adding(entity('turkey')) })).toMatchObject({ outcome: 'saved' })
  })
})

describe('a graph worker that dies', () => {
  const stopped = expect.stringMatching(/has stopped\. Nothing that was shown as saved is lost\. Close Entente/)

  test.each([
    ['at once', 'at once'],
    ['in the middle', undefined]
  ])('%s is told in words, answers every request with them, and lets the window close', async (_when, file) => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => void vi.restoreAllMocks())
    const { graphWorker, told } = await start({ entry: 'dying', ...(file !== undefined && { file }) })
    expect(await graphWorker.answer('graph:commit', '{}')).toEqual({ error: stopped })
    expect(told).toEqual([['app:error', { message: stopped }]])
    expect(await graphWorker.answer('graph:current', '{}')).toEqual({ error: stopped })
    await expect(graphWorker.close()).rejects.toThrow(/has stopped/)
    expect(told).toHaveLength(1)
  })
})
