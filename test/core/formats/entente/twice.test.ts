import { LineReader } from '@core/formats/entente/line-reader'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../../arbitraries'
import { TEXT } from './reading'

const doubledOf = (text: string) => {
  const read = parseGraph(text)
  return 'graph' in read ? read.doubled : undefined
}

/** Whether the reader of lines would have taken it, and lost the first value. */
function isTakenByLines(text: string): boolean {
  const reader = new LineReader()
  if (!reader.take(text)) return false
  const finishing = reader.finish()
  for (let step = finishing.next(); ; step = finishing.next()) if (step.done) return step.value !== undefined
}

/** A field name as JSON may write it: the same name all the same. */
const spelling = (name: string) =>
  fc.constantFrom(
    JSON.stringify(name),
    `"\\u${(name.charCodeAt(0) || 0).toString(16).padStart(4, '0')}${JSON.stringify(name.slice(1)).slice(1)}`
  )

/** A file in which one record says one field once more, in front, and where that is. */
const doubled = any.graph
  .map((graph) => serialiseGraph(graph).split('\n'))
  .chain((lines) => {
    const records = lines.flatMap((line, at) => (line.startsWith('{"id":') ? [at] : []))
    return fc
      .tuple(fc.constantFrom(...records), fc.nat(), fc.constantFrom('', ' ', '\t', '\r'))
      .chain(([at, which, blank]) => {
        const record = JSON.parse(lines[at]?.replace(/,$/, '') ?? '')
        const names = Object.keys(record)
        const name = names[which % names.length] ?? 'id'
        return spelling(name).map((written) => ({
          name,
          id: String(record.id),
          line: at + 1,
          text: lines.with(at, `{${written}${blank}:"first",${lines[at]?.slice(1)}`).join('\n')
        }))
      })
  })

describe('a field that stands twice', () => {
  it('is told by its line, its record and its name, and nothing else is', () => {
    fc.assert(
      fc.property(doubled, ({ text, id, name, line }) => {
        const found = doubledOf(text) ?? []
        expect(found).toHaveLength(1)
        expect(found[0]).toMatchObject({ line, record: id })
        expect(found[0]?.message).toMatch(/ is there twice, first on line \d+\. Only the last one counts\.$/)
        expect(found[0]?.message).toContain(name.length < 20 && /^\w+$/.test(name) ? `"${name}"` : '"')
        expect(isTakenByLines(text)).toBe(false)
      })
    )
  })

  it('is not seen where there is none, whatever the texts hold', () => {
    fc.assert(
      fc.property(any.graph, fc.constantFrom('": "', '\\":', '{"a":1,"a":2}', ':', '"'), (graph, part) => {
        const text = serialiseGraph(graph).replaceAll('Russia', JSON.stringify(part).slice(1, -1))
        expect(doubledOf(text)).toEqual([])
        expect(isTakenByLines(text)).toBe(true)
      })
    )
  })

  it.each([
    ['in the head', TEXT.replace('"title"', '"title": "A",\n"title"'), 'File: "title" is there twice', 5],
    ['unknown, in the head', TEXT.replace('"title"', '"x": 1, "x": 2,\n"title"'), 'File: "x" is there twice', 4],
    [
      'unknown, in the vocabulary',
      TEXT.replace('"entityTypes"', '"x": 1,\n"x": 2,\n"entityTypes"'),
      'File: "vocabulary.x" is there twice',
      7
    ],
    [
      'in an alias',
      TEXT.replace('{"text":', '{"text":"First","text":'),
      /^Entity e-\S+: "aliases\[1\]\.text" is there twice/,
      undefined
    ],
    [
      'in a nested object of the head',
      TEXT.replace('"title"', '"x": {"a":{"b":1,"b":2}},\n"title"'),
      'File: "x.a.b" is there twice',
      4
    ]
  ])('%s', (_where, text, said, line) => {
    const found = doubledOf(text) ?? []
    expect(found.map(({ message }) => message)).toEqual([
      typeof said === 'string' ? expect.stringContaining(said) : expect.stringMatching(said)
    ])
    if (line !== undefined) expect(found[0]?.line).toBe(line)
    expect(isTakenByLines(text)).toBe(false)
  })

  it('is told beside other problems', () => {
    const text = TEXT.replace('"title"', '"title": "A",\n"title"').replace('"credibility":3', '"credibility":9')
    const read = parseGraph(text)
    expect('problems' in read && read.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('"title" is there twice'),
      expect.stringContaining('"credibility" must be')
    ])
  })

  it('a section that stands twice is no graph, on however few lines', () => {
    const read = parseGraph(JSON.stringify(JSON.parse(TEXT)).replace('"views":', '"views":[],"views":'))
    expect(read).toMatchObject({ problems: [{ message: expect.stringContaining('"views" is there already') }] })
  })
})
