import { truncate, writeFile } from 'node:fs/promises'
import type { ParsedFile } from '@core/formats/entente/parse'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { disk } from '@main/stores/file-system'
import { hashOf, readGraph } from '@main/stores/json/content'
import { Stopped, TaskControl } from '@main/stores/task-control'
import { describe, expect, test } from 'vitest'
import { sampleFile, sampleText } from '../../sample'
import { FaultyFileSystem } from '../faulty-file-system'

const messagesOf = (reading: ParsedFile) =>
  'problems' in reading ? reading.problems.map(({ message }) => message) : []
const textOf = (reading: ParsedFile) =>
  'graph' in reading ? serialiseGraph(reading.graph) : messagesOf(reading).join()
const readText = async (text: string) => (await readGraph(disk, await sampleFile(text))).reading

/** The sample with as many entities more, some with names that take several bytes a character. */
function large(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `{"id":"x-${at}","type":"state","name":"دولة ${at}","aliases":[]}`
  )
  return sampleText().replace('"entities": [\n', `"entities": [\n${rows.join(',\n')},\n`)
}

describe('a file is read in slices', () => {
  const text = large(30_000)

  test('to the graph and hash of its whole text, wherever a slice ends', async () => {
    const path = await sampleFile(text)
    // Reads half of what there is room for, so that slices end elsewhere as well.
    for (const fs of [disk, new FaultyFileSystem()]) {
      const { hash, size, reading } = await readGraph(fs, path)
      expect(hash).toBe(hashOf(Buffer.from(text)))
      expect(size).toBe(Buffer.byteLength(text))
      expect(textOf(reading)).toBe(textOf(parseGraph(text)))
    }
  })

  test.each([
    ['other formatting', JSON.stringify(JSON.parse(text), null, 1)],
    ['a fault at its end', text.replace('"credibility":2', '"credibility":9')],
    ['an end that was torn off', text.slice(0, -9)]
  ])('with %s, to the same graph or the same words', async (_what, odd) => {
    expect(textOf(await readText(odd))).toBe(textOf(parseGraph(odd)))
  })

  test('says how far it is, and others have their turn', async () => {
    const heard: string[] = []
    const path = await sampleFile(text)
    const onProgress = (doing: string, done: number) => {
      expect(done).toBeGreaterThanOrEqual(0)
      expect(done).toBeLessThanOrEqual(1)
      heard.push(doing)
    }
    let turns = 0
    const turning = setInterval(() => turns++, 1)
    await readGraph(disk, path, new TaskControl({ onProgress }))
    clearInterval(turning)
    expect(heard[0]).toBe('reading')
    expect(turns).toBeGreaterThan(0)
  })

  test.each(['reading', 'checking'] as const)('ends at once when it is stopped while %s', async (when) => {
    const stop = new AbortController()
    const control = new (class extends TaskControl {
      override async step(doing: 'reading' | 'checking' | 'merging', done: number) {
        if (doing === when) stop.abort()
        await super.step(doing, done)
      }
    })({ signal: stop.signal })
    await expect(readGraph(disk, await sampleFile(text), control)).rejects.toThrow(Stopped)
  })
})

describe('more than we take is refused with what, where and what to do', () => {
  const tooMany = 'The file holds more than 2 million records, more than can be opened. Split it into smaller files.'
  const pairs = Array.from({ length: 2_000_001 }, () => '["a","b"]')

  test('records, one a line or not', async () => {
    const lines = sampleText().replace('"notSame": []', `"notSame": [\n${pairs.join(',\n')}\n]`)
    expect(messagesOf(await readText(lines))).toEqual([tooMany])
    const inOne = sampleText().replace('"notSame": []', `"notSame": [${pairs.join()}]`)
    expect(messagesOf(await readText(inOne))).toEqual([tooMany])
    // Two million records, three times over, on a machine that has other things to do.
  }, 180_000)

  test.each([
    ['a text that we know', '"summary"', 'Entity russia: "summary" is longer than 1 MiB.'],
    ['a text that we do not know', '"x-later"', 'Entity russia must not be longer than 1 MiB in one of its texts.']
  ])('%s', async (_what, field, message) => {
    const value = JSON.stringify('x'.repeat(1_048_577))
    const reading = await readText(sampleText().replace('"id":"russia"', `${field}:${value},"id":"russia"`))
    expect(reading).toMatchObject({ problems: [{ message, line: expect.any(Number), record: 'russia' }] })
    const sound = JSON.stringify('x'.repeat(1_048_576))
    expect(await readText(sampleText().replace('"id":"russia"', `${field}:${sound},"id":"russia"`))).toHaveProperty(
      'graph'
    )
  })

  test.each([
    ['a field of a record', '"id":"russia"', '"x":', 'Entity russia must not be nested more than 64 levels deep.'],
    ['a field of the file', '"notSame"', '"x":', '"x" must not be nested more than 64 levels deep.'],
    [
      'a field of the vocabulary',
      '"entityTypes"',
      '"x":',
      '"vocabulary.x" must not be nested more than 64 levels deep.'
    ]
  ])('levels in %s', async (_what, before, key, message) => {
    const deep = '['.repeat(66) + ']'.repeat(66)
    expect(messagesOf(await readText(sampleText().replace(before, `${key}${deep},${before}`)))).toEqual([message])
  })

  test('bytes, of which none is read', async () => {
    const path = await sampleFile()
    await truncate(path, 1024 * 1024 * 1024 + 1)
    const fs = new FaultyFileSystem()
    const { reading } = await readGraph(fs, path)
    expect(messagesOf(reading)).toEqual([
      'It is larger than 1 GiB, more than can be opened. Split it into smaller files.'
    ])
    expect(fs.steps).not.toContain('readOn')
  })

  test('a text that is longer than one can be in memory, unless it is as we write it', async () => {
    const path = await sampleFile('')
    await writeFile(path, large(100).slice(0, -20))
    await truncate(path, 600 * 1024 * 1024)
    const [message] = messagesOf((await readGraph(disk, path)).reading)
    expect(message).toMatch(
      /^It is larger than 512 MiB, and then it must be as Entente writes it, .* look behind record \d+\.$/
    )
  })
})
