import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sampleGraph } from '../../core/sample'
import { entente, fileWith } from './run-main'

const TEXT = serialiseGraph(sampleGraph())

it('a good file: nothing to say', async () => {
  expect(await entente('check', await fileWith(TEXT))).toEqual({ code: 0, out: [], err: [] })
})

it('a file with problems: one a line, with file and line, and 1', async () => {
  const path = await fileWith(
    TEXT.replace('"credibility":3', '"credibility":9').replace('"to":"e-hts"', '"to":"e-nobody"')
  )
  const { code, out, err } = await entente('check', path)
  expect([code, err]).toEqual([1, []])
  expect(out).toEqual([
    expect.stringMatching(/:\d+: Relation r-leads: "to" names “e-nobody”, and there is no such entity\.$/),
    expect.stringMatching(/:\d+: Claim c-2: "credibility" must be a whole number from 1 to 6, not 9\.$/)
  ])
  for (const line of out) expect(line.startsWith(`${path}:`)).toBe(true)
})

it('a file of a newer version: readable, with a word about it', async () => {
  const { code, out, err } = await entente('check', await fileWith(TEXT.replace('"version": 1', '"version": 3')))
  expect([code, out]).toEqual([0, []])
  expect(err[0]).toContain('made by a newer Entente (format version 3)')
})

describe('what cannot be read ends with 1 and says where and why', () => {
  it.each([
    ['empty', '', 'The file is empty.'],
    ['cut off', TEXT.slice(0, -30), 'ends in the middle'],
    ['not JSON', '<xml/>', 'This is not JSON'],
    ['another format', '{"format":"x"}', 'This is not an Entente graph']
  ])('%s', async (_what, text, said) => {
    const { code, out } = await entente('check', await fileWith(text))
    expect(code).toBe(1)
    expect(out.join('\n')).toContain(said)
  })

  it('a folder, nothing there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entente-cli-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = await fileWith('{}')
    for (const [path, said] of [
      [folder, 'is a folder'],
      [join(folder, 'none.json'), 'it is not there'],
      [join(file, 'inside.json'), 'it is not there']
    ] as const) {
      const { code, out, err } = await entente('check', path)
      expect([code, out]).toEqual([1, []])
      expect(err.join()).toContain(said)
      expect(err.join()).toContain(path)
    }
  })
})

it('is called with one file', async () => {
  expect((await entente('check')).code).toBe(2)
  expect((await entente('check', 'a', 'b')).code).toBe(2)
})

it('advice is told when it is asked for, and is no fault', async () => {
  const path = await fileWith(TEXT.replace('"Russia"', '"Rus\u00adsia"'))
  expect(await entente('check', path)).toEqual({ code: 0, out: [], err: [] })
  const { code, out: all, err } = await entente('check', path, '--advice')
  const out = all.filter((line) => line.includes('invisible'))
  expect([code, err]).toEqual([0, []])
  expect(out).toEqual([
    expect.stringMatching(/:\d+: Entity \S+: "name" holds an invisible sign, soft hyphen \(U\+00AD\), behind “Rus”\.$/)
  ])
  const line = Number(/:(\d+): Entity/.exec(out[0] ?? '')?.[1])
  expect((await readFile(path, 'utf8')).split('\n')[line - 1]).toContain('Rus\u00adsia')
})

it('advice is told by line, in a file of any layout, in the order of its lines', async () => {
  const text = JSON.stringify(JSON.parse(TEXT), undefined, 2)
    .replace('"Russia"', '"Rus\u00adsia"')
    .replace('"Sample', '"Sam\u200bple')
    .replace(/"statement": "/g, '"statement": "\u2060')
  const path = await fileWith(`\ufeff${text}`)
  const { out } = await entente('check', path, '--advice')
  const lines = text.split('\n')
  const told = out.filter((line) => line.includes('invisible')).map((line) => Number(/:(\d+): /.exec(line)?.[1]))
  expect(told.length).toBeGreaterThan(2)
  for (const line of told) expect(lines[line - 1]).toMatch(/[\u00ad\u200b\u2060]/)
  expect(told).toEqual([...told].sort((a, b) => a - b))
})

it('advice names the line of a grade that nothing confirms, and of no line what is said of all types', async () => {
  const path = await fileWith(TEXT.replace(/("about":"r-leads".*"credibility":)\d/, '$11'))
  const { code, out } = await entente('check', path, '--advice')
  expect(code).toBe(0)
  const alone = out.filter((line) => line.endsWith('and only one voice says so.'))
  expect(alone).toHaveLength(1)
  const line = Number(/:(\d+): Claim/.exec(alone[0] ?? '')?.[1])
  expect((await readFile(path, 'utf8')).split('\n')[line - 1]).toContain('"credibility":1')
  expect(out.filter((one) => one.includes('"aspect"'))).toHaveLength(1)
})
