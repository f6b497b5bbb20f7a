import { readdir, readFile, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import { MOST_BYTES } from '@core/records/limits'
import { JsonStore } from '@main/stores/json-store'
import { StoreError } from '@main/stores/store'
import { describe, expect, test } from 'vitest'
import { adding, entity, sampleFile, sampleText } from '../sample'
import { openStore } from './open'

const NAME = 'sample.entente.json'
const sample = () => JSON.parse(sampleText())
const changed = (change: (file: ReturnType<typeof sample>) => void) => {
  const file = sample()
  change(file)
  return JSON.stringify(file)
}

/** What opening this content is refused with, once it is clear that the file was not touched. */
async function refusal(content: string | Uint8Array): Promise<StoreError> {
  const path = await sampleFile(content)
  const error = await openStore(path).then(
    () => undefined,
    (error) => error
  )
  expect(error).toBeInstanceOf(StoreError)
  expect(error.message).toContain(`“${NAME}”`)
  expect(error.message).not.toContain('Error')
  expect(Buffer.compare(await readFile(path), Buffer.from(content))).toBe(0)
  expect(await readdir(dirname(path))).toEqual([NAME])
  return error
}

describe('a file that is no graph is refused, says why and stays as it is', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /empty/],
    ['cut off', sampleText().slice(0, 400), /not written to the end|ends in the middle/],
    ['not JSON', 'Dear colleagues,\n', /not JSON/],
    ['another format', changed((file) => Object.assign(file, { format: 'gexf' })), /not an Entente graph/],
    ['a list', '[]', /not an Entente graph/],
    ['UTF-16', Buffer.from(`\uFEFF${sampleText()}`, 'utf16le'), /not UTF-8/],
    ['Latin-1', Buffer.from(sampleText().replace('Russia', 'Türkei'), 'latin1'), /not UTF-8/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /not UTF-8/],
    ['__proto__ as a key', sampleText().replace('"type":"state"', '"type":"state","__proto__":{"x":1}'), /__proto__/],
    ['a missing end', changed((file) => file.entities.shift()), /russia/],
    ['ids used twice', changed((file) => file.entities.push(file.entities[0])), /same id/],
    ['a label of 5 MB', changed((file) => Object.assign(file.entities[0], { name: 'x'.repeat(5_000_000) })), /name/],
    ['NUL in a label', changed((file) => Object.assign(file.entities[0], { name: 'a\0b' })), /NUL/],
    ['half a character', sampleText().replace('Russia', '\\ud800'), /surrogate/],
    [
      '10 000 combining marks',
      changed((file) => Object.assign(file.entities[0], { name: `a${'\u0301'.repeat(10_000)}` })),
      /500/
    ],
    ['nested 200 000 deep', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, /“sample/]
  ])('%s', async (_name, content, why) => {
    const { message, problems } = await refusal(content)
    expect([message, ...problems.map(({ message }) => message)].join('\n')).toMatch(why)
  })

  test('every problem is listed, with line and record', async () => {
    const error = await refusal(
      changed((file) => {
        Object.assign(file.entities[0], { name: 7 })
        Object.assign(file.claims[0], { credibility: 9 })
      })
    )
    expect(error.message).toBe(`“${NAME}” cannot be opened. 2 things in it are wrong. Nothing was changed.`)
    expect(error.problems.map(({ record }) => record)).toEqual(expect.arrayContaining(['russia', 'c-1']))
  })

  test('larger than 1 GiB', async () => {
    const path = await sampleFile()
    // Sparse: no disk is filled, and nothing of it is read.
    await truncate(path, MOST_BYTES + 1)
    await expect(JsonStore.open(path)).rejects.toThrow(
      `“${NAME}” cannot be opened. It is larger than 1 GiB, more than can be opened. Split it into smaller files.`
    )
  })
})

describe('what looks dangerous and is only text is taken and kept', () => {
  test.each([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a right-to-left override', 'photo\u202Egnp.exe'],
    ['the name of a prototype', '__proto__'],
    ['combining marks', `a${'\u0301'.repeat(400)}`]
  ])('%s as a name', async (_what, name) => {
    const path = await sampleFile()
    const store = await openStore(path)
    await store.commit(adding(entity('odd', name)))
    const again = await openStore(path)
    expect(again.graph.get('entity', 'odd')?.name.normalize('NFC')).toBe(name.normalize('NFC'))
  })

  test('__proto__ as an id and as a type', async () => {
    const file = sample()
    file.vocabulary.entityTypes.push({ id: '__proto__', label: 'Odd' })
    file.entities.push({ id: '__proto__', type: '__proto__', name: 'Odd', aliases: [] })
    const path = await sampleFile(JSON.stringify(file))
    const store = await openStore(path)
    await store.commit(adding(entity('constructor')))
    const again = await openStore(path)
    expect([...again.graph.all('entity').keys()].sort()).toEqual(['__proto__', 'constructor', 'russia', 'syria'])
    expect(again.graph.get('entity', '__proto__')?.type).toBe('__proto__')
    expect(Object.hasOwn(Object.prototype, 'name')).toBe(false)
  })
})

describe('a file of a newer Entente', () => {
  test('opens read-only with the reason, and is not written to', async () => {
    const content = changed((file) => Object.assign(file, { version: 99, colours: ['red'] }))
    const path = await sampleFile(content)
    const store = await openStore(path)
    expect(store.graph.get('entity', 'russia')?.name).toBe('Russia')
    expect(store.readOnly).toMatch(/made by a newer Entente \(format version 99\)/)
    await expect(store.commit(adding(entity('turkey')))).rejects.toThrow(/newer Entente/)
    expect(await readFile(path, 'utf8')).toBe(content)
  })
})
