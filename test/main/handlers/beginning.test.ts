import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sampleFile } from '../sample'
import { handling } from './handling'

describe('a new graph', () => {
  test('is kept where it is said, under its title, and is open', async () => {
    const { ask, home } = await handling()
    const place = await ask('new:place', { title: 'Hmeimim flights, winter' })
    expect(place).toMatchObject({ name: 'hmeimim-flights-winter.entente.json', folder: home, taken: false })
    const made = await ask('graph:new', {
      title: 'Hmeimim flights, winter',
      place: place.handle,
      beginning: { vocabulary: 'companies-and-ownership' }
    })
    expect(made).toMatchObject({
      outcome: 'opened',
      graph: { title: 'Hmeimim flights, winter', counts: { entities: 0 } }
    })
    expect(await readFile(join(home, place.name), 'utf8')).toContain('"id":"vessel"')
  })

  test('names a file after letters of any script, and after something where there are none', async () => {
    const { ask } = await handling()
    const nameOf = async (title: string) => (await ask('new:place', { title })).name
    expect(await nameOf('رحلات حميميم')).toBe('رحلات-حميميم.entente.json')
    expect(await nameOf('../../etc/passwd')).toBe('etc-passwd.entente.json')
    expect(await nameOf('…')).toBe('graph.entente.json')
    expect(await nameOf('')).toBe('graph.entente.json')
    expect(Buffer.byteLength(await nameOf('ق'.repeat(500)))).toBeLessThan(256)
  })

  test('never replaces a file that nobody has chosen', async () => {
    const { ask, home } = await handling()
    await writeFile(join(home, 'mine.entente.json'), 'mine')
    const place = await ask('new:place', { title: 'Mine' })
    expect(place.taken).toBe(true)
    const asked = ask('graph:new', { title: 'Mine', place: place.handle, beginning: { vocabulary: 'empty' } })
    await expect(asked).rejects.toThrow(/already a file “mine\.entente\.json”/)
    expect(await readFile(join(home, 'mine.entente.json'), 'utf8')).toBe('mine')
  })

  test('takes the place that was chosen, where the system has asked', async () => {
    const path = await sampleFile('mine', 'chosen.entente.json')
    const { ask } = await handling(path)
    const { place } = await ask('new:choose', { title: 'Mine' })
    if (!place) throw new Error('nothing chosen')
    expect(place).toMatchObject({ name: 'chosen.entente.json', folder: dirname(path), taken: false })
    const made = await ask('graph:new', { title: 'Mine', place: place.handle, beginning: { vocabulary: 'empty' } })
    expect(made).toMatchObject({ outcome: 'opened' })
  })

  test('keeps the types of the open graph in a file of their own, and never in its own', async () => {
    const path = await sampleFile()
    const { ask } = await handling(path)
    const opened = await ask('graph:choose', {})
    if (opened.outcome !== 'opened') throw new Error(opened.outcome)
    const { handle } = opened.graph
    const before = await readFile(path, 'utf8')
    expect(await ask('new:save-types', { handle })).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/open here/)
    })
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  test('keeps them in a file that a new graph can begin with', async () => {
    const types = join(dirname(await sampleFile()), 'types.entente.json')
    const { ask } = await handling(types)
    const opened = await ask('graph:seed', {})
    if (opened.outcome !== 'opened') throw new Error(opened.outcome)
    const saved = await ask('new:save-types', { handle: opened.graph.handle })
    expect(saved).toEqual({ outcome: 'saved', name: 'types.entente.json' })
    const like = await ask('new:like', {})
    if (like.outcome !== 'read') throw new Error(like.outcome)
    expect(JSON.parse(like.types)).toContainEqual(expect.objectContaining({ kind: 'entityType', id: 'state' }))
    expect(await readFile(types, 'utf8')).not.toContain('"claims":[{')
  })

  test('takes over the types of another graph, and none of its records', async () => {
    const { ask } = await handling(await sampleFile())
    const like = await ask('new:like', {})
    if (like.outcome !== 'read') throw new Error(like.outcome)
    expect(JSON.parse(like.types)).toContainEqual(expect.objectContaining({ kind: 'entityType', id: 'state' }))
    const place = await ask('new:place', { title: 'Like it' })
    const made = await ask('graph:new', { title: 'Like it', place: place.handle, beginning: { like: like.handle } })
    if (made.outcome !== 'opened') throw new Error(made.outcome)
    expect(made.graph.counts).toMatchObject({ entities: 0, claims: 0, records: JSON.parse(like.types).length })
  })

  test('says what is wrong with a file whose types are asked for', async () => {
    const { ask } = await handling(await sampleFile('{"format":"x"}'))
    expect(await ask('new:like', {})).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/not an Entente graph|cannot be/)
    })
  })
})

describe('what was open before', () => {
  test('is listed with its title, its size and its day, and marked when it is away', async () => {
    const path = await sampleFile()
    const { ask, opened } = await handling(path)
    await opened()
    await ask('graph:choose', {})
    const [first] = await ask('graph:recent', { look: true })
    expect(first).toMatchObject({ title: 'Sample', entities: 2, opened: expect.stringMatching(/^\d{4}-/) })
    expect(first?.away).toBeUndefined()
    await ask('graph:close', { handle: first?.handle ?? '' })
    await rename(path, `${path}.gone`)
    const [gone] = await ask('graph:recent', { look: true })
    expect(gone).toMatchObject({ title: 'Sample', away: expect.stringMatching(/^Not reachable: it is not there/) })
    expect((await ask('graph:recent', {}))[0]?.away).toBeUndefined()
  })

  test('goes from the list, one or all; the file stays', async () => {
    const path = await sampleFile()
    const { ask, opened } = await handling(path)
    const { handle } = await opened()
    await ask('graph:choose', {})
    await ask('graph:forget', { handle })
    expect((await ask('graph:recent', {})).map(({ name }) => name)).toEqual(['sample.entente.json'])
    await ask('graph:forget', {})
    expect(await ask('graph:recent', {})).toEqual([])
    expect(await readFile(path, 'utf8')).toContain('entente-graph')
  })
})

describe('closing a graph', () => {
  test('leaves nothing open, and nothing opens unasked', async () => {
    const { ask, opened } = await handling()
    const { handle } = await opened()
    expect(await ask('graph:close', { handle })).toEqual({})
    expect(await ask('graph:current', {})).toEqual({ outcome: 'cancelled' })
    expect(await ask('graph:open', { handle })).toMatchObject({ outcome: 'opened' })
  })

  test('says so where the file cannot be written; the changes wait beside it', async () => {
    const path = await sampleFile()
    const { ask } = await handling(path)
    const chosen = await ask('graph:choose', {})
    if (chosen.outcome !== 'opened') throw new Error(chosen.outcome)
    await rm(path)
    const { message } = await ask('graph:close', { handle: chosen.graph.handle })
    expect(message === undefined || message.includes('sample.entente.json')).toBe(true)
  })

  test('a start page instead of the usual graph: nothing is opened', async () => {
    const { ask } = await handling()
    expect(await ask('graph:current', { usual: false })).toEqual({ outcome: 'cancelled' })
    expect(await ask('graph:current', {})).toMatchObject({ outcome: 'opened' })
  })
})
