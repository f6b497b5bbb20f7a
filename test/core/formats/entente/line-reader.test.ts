import { LineReader } from '@core/formats/entente/line-reader'
import { type ParsedFile, parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graph } from '../../arbitraries'
import { claim, entity, relation, source } from '../../sample'

/** Two states, one tie, one claim. */
const TEXT = serialiseGraph(
  Graph.of('Sample', [
    { kind: 'entityType', id: 'state', label: 'State' },
    { kind: 'relationType', id: 'backs', label: 'backs', inverse: 'backed by' },
    source('s-wire'),
    entity('russia', 'state', 'Russia'),
    entity('syria', 'state', 'Syria'),
    relation('r-1', 'backs', 'russia', 'syria'),
    claim('c-1', 'r-1')
  ])
)

/** The result of reading a text in pieces of n lines each; undefined where the reader refuses it. */
function read(text: string, linesEach: readonly number[] = [Infinity]): ParsedFile | undefined {
  const reader = new LineReader()
  const lines = text.split(/(?<=\n)/)
  for (let at = 0, piece = 0; at < lines.length; piece++) {
    const count = Math.max(1, linesEach[piece % linesEach.length] ?? 1)
    if (!reader.take(lines.slice(at, at + count).join(''))) return undefined
    at += count
  }
  const steps = reader.finish()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    expect(step.value).toBeGreaterThanOrEqual(0)
    expect(step.value).toBeLessThanOrEqual(1)
  }
}

/** All that a graph says, in one text. */
function said(file: ParsedFile | undefined): string {
  if (!file) return 'not for it'
  if ('problems' in file) return 'problems'
  const { version, newer, graph, dateProblems } = file
  return `${version} ${newer} ${JSON.stringify([...graph.extra])} ${JSON.stringify(dateProblems)} ${serialiseGraph(graph)}`
}

const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })

describe('a file as this program writes it', () => {
  it('gives the graph that the whole text gives, wherever it is cut', () => {
    fc.assert(
      fc.property(graph, pieces, (made, cuts) => {
        const text = serialiseGraph(made)
        expect(said(read(text, cuts))).toBe(said(parseGraph(text)))
      })
    )
  })

  it.each([
    ['with CRLF', TEXT.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${TEXT}`],
    ['without its last line feed', TEXT.trimEnd()],
    ['with blank lines', TEXT.replaceAll('\n', '\n \n')],
    ['with an empty section', TEXT.replace(/"claims": \[[\s\S]*?\n\]/, '"claims": [\n]')],
    ['with a line that holds two records', TEXT.replace('},\n{"id":"syria"', '},{"id":"syria"')]
  ])('%s', (_how, text) => {
    expect(said(read(text, [1]))).toBe(said(parseGraph(text)))
    expect(said(read(text, [1]))).not.toBe('not for it')
  })
})

describe('leaves to the parser of whole texts', () => {
  const swapped = (from: string | RegExp, to: string) => TEXT.replace(from, to)
  it.each([
    ['a torn end', TEXT.slice(0, -30)],
    ['nothing', ''],
    ['other formatting', JSON.stringify(JSON.parse(TEXT), null, 2)],
    ['all on one line', JSON.stringify(JSON.parse(TEXT))],
    ['a section twice', swapped('"notSame": []', '"sources": [],\n"notSame": []')],
    ['a section in the wrong place', swapped('"entityTypes": [', '"entities": [')],
    ['a record that is not sound', swapped('"credibility":2', '"credibility":9')],
    ['an end that is not there', swapped('"to":"syria"', '"to":"nowhere"')],
    ['a claim about nothing', swapped('"about":"r-1"', '"about":"r-2"')],
    ['an id that is used twice', swapped('{"id":"syria"', '{"id":"russia"')],
    [
      'an id that two kinds share',
      swapped('{"id":"r-1"', '{"id":"russia"').replace('"about":"r-1"', '"about":"russia"')
    ],
    ['a comma too many', swapped('}\n],\n"claims"', '},\n],\n"claims"')],
    ['a comma too few', swapped('],\n"claims"', ']\n"claims"')],
    ['another version', swapped('"version": 1', '"version": 2')],
    ['white space that is none in JSON', swapped('\n"claims"', '\n\u00a0"claims"')],
    ['white space that is none in JSON, in a section', swapped('\n{"id":"syria"', '\n\u2003{"id":"syria"')],
    ['text behind the end', `${TEXT}{}`],
    ['a key that changes how objects work', swapped('"reliability"', '"__proto__":1,"reliability"')],
    ['a title that is none', swapped('"title": "Sample"', '"title": 7')],
    [
      'an unknown field that is nested too deep',
      swapped('"notSame"', `"x": ${'['.repeat(70)}${']'.repeat(70)},\n"notSame"`)
    ]
  ])('%s', (_what, text) => {
    expect(text).not.toBe(TEXT)
    expect(read(text)).toBeUndefined()
    expect(read(text, [1])).toBeUndefined()
  })

  it('never takes a spoilt text for another graph than that one does', () => {
    const spoils = fc.constantFrom(
      '',
      ',',
      '\n',
      ']',
      '}',
      '[',
      '{',
      '"',
      ':',
      ' ',
      '\\',
      '0',
      '\u00a0',
      '],\n"views": [\n'
    )
    fc.assert(
      fc.property(graph, fc.nat(), fc.nat(3), spoils, pieces, (made, place, length, spoil, cuts) => {
        const text = serialiseGraph(made)
        const at = place % text.length
        const spoilt = text.slice(0, at) + spoil + text.slice(at + length)
        const file = read(spoilt, cuts)
        if (file) expect(said(file)).toBe(said(parseGraph(spoilt)))
      }),
      { numRuns: 1_000 }
    )
  })
})
