import { readdir, readFile, writeFile } from 'node:fs/promises'
import { editEntity } from '@core/commands/entities'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { describe, expect, it, test } from 'vitest'
import { adding, entity, sampleFile, sampleText } from '../sample'
import { openStore } from './open'

const FORMS: readonly (readonly [string, (text: string) => string])[] = [
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['mixed line ends', (text) => text.replace(/\n/g, (_, at) => (at % 2 === 0 ? '\r\n' : '\n'))],
  ['a byte order mark', (text) => `\uFEFF${text}`],
  ['blanks', (text) => text.replaceAll('{"id":', '{ "id" : ').replaceAll('","', '" , "')],
  ['another order of fields', (text) => text.replace(/\{("id":"[^"]+"),(.*?)\}(,?\n)/g, '{$2,$1}$3')],
  ['escapes', (text) => text.replaceAll('a', '\\u0061')],
  ['no line feed at the end', (text) => text.trimEnd()],
  ['one line', (text) => JSON.stringify(JSON.parse(text))],
  ['a line for each field', (text) => JSON.stringify(JSON.parse(text), null, 4)],
  ['another order of records', (text) => text.replace(/(\{"id":"russia".*),\n(\{"id":"syria".*)\n/, '$2,\n$1\n')],
  [
    'numbers of many digits',
    (text) => text.replaceAll('"aliases":[]', '"aliases":[],"x":[1790366279215464449,0.10,-0]')
  ]
]

/** The file after renaming Russia and closing it. */
async function renamed(text: string, name: string): Promise<string> {
  const path = await sampleFile(text)
  const store = await openStore(path)
  const change = editEntity(store.graph, { id: 'russia', name })
  if ('refused' in change) throw new Error(change.refused)
  await store.commit(change)
  await store.close()
  return readFile(path, 'utf8')
}

describe('an edit leaves every line that did not change as it was', () => {
  it.each(FORMS)('%s', async (_form, form) => {
    const text = form(sampleText())
    const changed = text.replace(/"Russi(?:a|\\u0061)"/, '"RF"')
    expect(await renamed(text, 'RF')).toBe(changed)
  })
})

test('what is added stands on a line that ends as the others do; what is taken out leaves no line', async () => {
  const text = sampleText().replaceAll('\n', '\r\n')
  const path = await sampleFile(text)
  const store = await openStore(path)
  await store.commit(adding(entity('s-more')))
  await store.compact()
  const more = await readFile(path, 'utf8')
  expect(more.replaceAll('\r\n', '\n')).toBe(serialiseGraph(store.graph))
  expect(/[^\r]\n/.test(more)).toBe(false)
  await store.commit({ label: 'Remove', edits: [{ before: entity('s-more') }] })
  await store.close()
  expect(await readFile(path, 'utf8')).toBe(text)
})

test('what another program writes in its own way stays so when ours goes into it', async () => {
  const path = await sampleFile()
  const store = await openStore(path)
  await store.commit(adding(entity('s-more')))
  const theirs = sampleText().replaceAll('\n', '\r\n').replace('"Russia"', '"RF"')
  await writeFile(path, theirs)
  await store.look()
  await store.close()
  const lines = (await readFile(path, 'utf8')).split('\n')
  expect(theirs.split('\n').filter((line) => !lines.includes(line) && !line.includes('syria'))).toEqual([])
  expect(lines.filter((line) => line !== '' && !line.endsWith('\r'))).toEqual([])
})

test('a copy of the old file that was spoilt is not used: the graph is written whole', async () => {
  const path = await sampleFile(sampleText().replaceAll('\n', '\r\n'), 'graph.entente.json')
  const store = await openStore(path)
  await store.commit(adding(entity('s-more')))
  const sidecar = store.place.sidecar.folder
  for (const name of (await readdir(sidecar)).filter((name) => name.startsWith('base-')))
    await writeFile(`${sidecar}/${name}`, sampleText().replace('Syria', 'Spoilt'))
  await store.close()
  expect(await readFile(path, 'utf8')).toBe(serialiseGraph(store.graph))
})
