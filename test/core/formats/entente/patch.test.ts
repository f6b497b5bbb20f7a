import { apply, type Change, NetEdits } from '@core/change/change'
import { editEntity } from '@core/commands/entities'
import { Patch } from '@core/formats/entente/patch'
import { serialiseGraph } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { readJson, writeJson } from '@core/text/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../../arbitraries'
import { applied, entity, relation, sampleGraph } from '../../sample'
import { graphOf, TEXT } from './reading'

/** The result of patching a text that comes in pieces of n characters. */
function patched(
  text: string,
  graph: Graph,
  { edits }: Pick<Change, 'edits'>,
  piece = text.length
): string | undefined {
  const net = new NetEdits()
  for (const edit of edits) net.add(edit)
  const patch = new Patch(graph, net)
  let written = ''
  for (let at = 0; at < text.length; at += piece)
    for (const part of patch.take(text.slice(at, at + piece))) written += part
  const end = patch.finish()
  return end === undefined ? undefined : written + end
}

/** The file's value with each list of records in the order of these numbers. */
function reordered(text: string, order: readonly number[]): string {
  const turn = (value: unknown): unknown =>
    Array.isArray(value) && value.length > 1 && typeof value[0] === 'object' && value[0] !== null
      ? value
          .map((part, at) => ({ part, by: order[at % order.length] ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ part }) => part)
      : value
  const file = readJson(text) as Record<string, unknown>
  return writeJson(Object.fromEntries(Object.entries(file).map(([key, value]) => [key, turn(value)])))
}

/** The same graph as another program may write it. */
const layout = fc.constantFrom<((text: string) => string)[]>(
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replace(/\n/g, (_, at) => (at % 3 === 0 ? '\r\n' : '\n')),
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll('\n', '\n\n  '),
  (text) => text.trimEnd(),
  (text) => writeJson(readJson(text)),
  (text) => writeJson(readJson(text), 2),
  (text) => writeJson(readJson(text), 2).replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('":', '" :  '),
  (text) => text.replaceAll('R', '\\u0052')
)

const order = fc.option(fc.array(fc.nat(9), { minLength: 3, maxLength: 9 }), { nil: undefined })

/** A file, the graph in it, and a change to that. */
const changed = fc
  .tuple(any.graph, layout, order)
  .map(([graph, layout, order]) => layout(order ? reordered(serialiseGraph(graph), order) : serialiseGraph(graph)))
  .chain((text) => fc.tuple(fc.constant(text), any.changeTo(graphOf(text)), fc.integer({ min: 1, max: 400 })))

describe('a patched file', () => {
  it('holds the graph after the change, however the file was written and however its pieces come', () => {
    fc.assert(
      fc.property(changed, ([text, change, piece]) => {
        const after = apply(graphOf(text), change)
        if ('refused' in after) return
        const written = patched(text, after, change, piece)
        expect(written).toBe(patched(text, after, change))
        // Whether what refers to what is sound is not what this is about.
        const read = readJson((written ?? '').replace(/^\uFEFF/, ''))
        expect(recordTexts(read)).toEqual(recordTexts(readJson(serialiseGraph(after))))
      }),
      { numRuns: 300 }
    )
  })

  it('keeps every line that has not changed, byte for byte and in its order', () => {
    fc.assert(
      fc.property(changed, ([text, change]) => {
        fc.pre(/^\uFEFF?\{\r?\n\s*"format"/.test(text))
        const after = apply(graphOf(text), change)
        if ('refused' in after) return
        const [was, is] = [text.split('\n'), (patched(text, after, change) ?? '').split('\n')]
        const touched = new Set(change.edits.flatMap(({ before, after }) => (after ?? before)?.id ?? []))
        const isTouched = (line: string) => [...touched].some((id) => line.includes(id))
        const own = (lines: readonly string[]) => lines.filter((line) => /"id"|"format"/.test(line) && !isTouched(line))
        const bare = (line = '') => line.replace(/,?\r?$/, '')
        const hasComma = (line = '') => /,\r?$/.test(line)
        const [before, now] = [own(was), own(is)]
        expect(now.map(bare)).toEqual(before.map(bare))
        // A comma comes or goes, and with it the line's end, where the last line of a list does.
        for (const [at, line] of now.entries())
          if (hasComma(line) === hasComma(before[at])) expect(line).toBe(before[at])
        if (text.includes('\r\n') && !/[^\r]\n/.test(text))
          expect(is.filter((line) => !line.endsWith('\r')).length).toBe(1)
      })
    )
  })

  it('where line ends are mixed, what goes takes its own line end with it and not that of the line before', () => {
    const edits = ['a', 'b', 'c'].map((id) => ({ after: entity(id, 'state', id) }))
    const graph = applied(sampleGraph(), { label: 'Add', edits })
    let lines = 0
    const text = serialiseGraph(graph).replace(/\n/g, () => (++lines % 2 === 0 ? '\r\n' : '\n'))
    const change = { label: 'Remove', edits: [{ before: graph.get('entity', 'b') }] } as Change
    const written = patched(text, applied(graph, change), change) ?? ''
    const is = new Set(written.split('\n'))
    expect(text.split('\n').filter((line) => !is.has(line) && !line.includes('"id":"b"'))).toEqual([])
  })

  it('of a changed record keeps what has not changed, where it stands on lines of its own', () => {
    const pretty = writeJson(readJson(TEXT), 2).replace(
      '"name": "Russia"',
      '"share" : 0.10,\n      "name" : "Russ\\u0069a"'
    )
    const graph = graphOf(pretty)
    const id = [...graph.all('entity').values()].find(({ name }) => name === 'Russia')?.id ?? ''
    const change = editEntity(graph, { id, summary: 'A state.', properties: { a: 1 } })
    const written = patched(pretty, applied(graph, change), change as Change) ?? ''
    const [was, is] = [pretty.split('\n'), new Set(written.split('\n'))]
    expect(was.filter((line) => !is.has(line) && !is.has(`${line},`))).toEqual([])
    expect(is.size - new Set(was).size).toBeLessThanOrEqual(3)
    expect(graphOf(written).get('entity', id)).toMatchObject({ summary: 'A state.', properties: { a: 1 } })
    const renaming = editEntity(graph, { id, name: 'RF' })
    const renamed = patched(pretty, applied(graph, renaming), renaming as Change)
    expect(renamed).toBe(pretty.replace('"Russ\\u0069a"', '"RF"'))
  })

  it('is what we would write ourselves, where the file was written by us', () => {
    fc.assert(
      fc.property(
        any.graph.chain((graph) => fc.tuple(fc.constant(graph), any.changeTo(graph))),
        ([graph, change]) => {
          const after = apply(graph, change)
          if (!('refused' in after)) expect(patched(serialiseGraph(graph), after, change)).toBe(serialiseGraph(after))
        }
      ),
      { numRuns: 300 }
    )
  })

  it('makes the lists that were not there', () => {
    const view: AnyRecord = { kind: 'view', id: 'v', name: 'V', positions: [] }
    const bare = '{\r\n"format": "entente-graph",\r\n"version": 1\r\n}\r\n'
    const types: readonly AnyRecord[] = [
      { kind: 'entityType', id: 't', label: 'T' },
      { kind: 'relationType', id: 'rt', label: 'r', inverse: 'r' }
    ]
    const edits = [...types, entity('e', 't', 'E'), relation('r', 'rt', 'e', 'e'), view].map((after) => ({ after }))
    const change = { label: '', edits }
    for (const text of [bare, bare.replace('\r\n}', ',\r\n"vocabulary": {}\r\n}'), bare.replaceAll('\r\n', '')]) {
      const after = applied(graphOf(text), change)
      const written = patched(text, after, change) ?? ''
      expect(serialiseGraph(graphOf(written))).toBe(serialiseGraph(after))
      expect(/[^\r]\n/.test(written)).toBe(false)
    }
  })

  it('is none where the file is not what the graph came from, or has something else where a list should be', () => {
    const change = { label: '', edits: [{ after: entity('e-9', 'state', 'Nine') }] }
    const after = applied(sampleGraph(), change)
    expect(patched(TEXT, after, change)).toBeDefined()
    const others = [
      TEXT.replace('"title": "Sample"', '"title": "Other"'),
      TEXT.replace('"views"', '"x": 1.0,\n"views"'),
      TEXT.replace(/\{"id":"e-hts".*\n/, ''),
      TEXT.slice(0, -5),
      TEXT.replace('"version": 1', '"version": 2')
    ]
    for (const other of others) expect(patched(other, after, change)).toBeUndefined()
    expect(patched(TEXT, after, { edits: [] })).toBeUndefined()
    expect(patched(TEXT.replace(/"views": \[[\s\S]*?\n\]/, '"views": null'), after, change)).toBeUndefined()
  })

  it('holds a text no longer than it must: a long record costs no more than its length', () => {
    const long = { ...entity('e-9', 'state', 'Nine'), x: Array.from({ length: 200_000 }, (_, at) => at) }
    const graph = applied(sampleGraph(), { label: '', edits: [{ after: long }] })
    expect(patched(serialiseGraph(graph), graph, { edits: [] }, 2_000)).toBe(serialiseGraph(graph))
  })
})

/** What a file says of its records, in no order. */
function recordTexts(file: unknown): readonly string[] {
  const { vocabulary, ...rest } = file as Record<string, Record<string, unknown>>
  const sections = { ...vocabulary, ...rest } as Record<string, unknown>
  return Object.entries(sections)
    .flatMap(([name, value]) => (Array.isArray(value) ? value.map((record) => `${name} ${canonical(record)}`) : []))
    .sort()
}

const canonical = (value: unknown): string =>
  writeJson(value, 0) === '[]' ? '[]' : writeJson(sortedKeys(value)).normalize('NFC')

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys)
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sortedKeys(part)])
  )
}
