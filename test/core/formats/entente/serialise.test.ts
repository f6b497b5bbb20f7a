import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { ExactNumber } from '@core/text/exact-number'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../../arbitraries'
import { applied, entity, recordsOf, sampleGraph, source } from '../../sample'

function reread(graph: Graph): Graph {
  const result = parseGraph(serialiseGraph(graph))
  if ('problems' in result) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.graph
}

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, shuffled(part)])
  )
}

describe('what is written', () => {
  it('is read again as it was, with all unknown fields', () => {
    fc.assert(
      fc.property(any.graph, (graph) => {
        const again = reread(graph)
        expect(recordsOf(again)).toEqual(recordsOf(graph))
        expect(again.title).toBe(graph.title)
        expect(again.extra).toEqual(graph.extra)
      }),
      { numRuns: 50 }
    )
  })

  it('is the same text whatever the order of records and keys, and however the graph came to be', () => {
    fc.assert(
      fc.property(any.graph, (graph) => {
        const text = serialiseGraph(graph)
        const records = recordsOf(graph).map((record) => shuffled(record) as AnyRecord)
        const extra = new Map([...graph.extra].reverse().map(([key, value]) => [key, shuffled(value)]))
        expect(serialiseGraph(Graph.of(graph.title, records.reverse(), extra))).toBe(text)
        expect(serialiseGraph(reread(graph))).toBe(text)
      }),
      { numRuns: 50 }
    )
  })

  it('after a change and its undoing is the same text', () => {
    const graph = sampleGraph()
    const before = graph.get('entity', 'e-hts')
    const change = {
      label: 'Edit',
      edits: [{ ...(before && { before }), after: entity('e-hts', 'armed-group', 'HTS') }]
    }
    const changed = applied(graph, change)
    expect(serialiseGraph(changed)).not.toBe(serialiseGraph(graph))
    const [edit] = change.edits
    const back = applied(changed, { label: 'Undo', edits: [{ before: edit?.after, after: before }] as never })
    expect(serialiseGraph(back)).toBe(serialiseGraph(sampleGraph()))
  })
})

describe('the text', () => {
  const text = serialiseGraph(sampleGraph())

  it('is JSON with one record a line, LF, and a last line that ends', () => {
    expect(text.endsWith('}\n')).toBe(true)
    expect(text).not.toContain('\r')
    for (const { kind, ...record } of recordsOf(sampleGraph()))
      if (kind !== 'notSame')
        expect(text.split('\n').filter((line) => line.startsWith(`{"id":${JSON.stringify(record.id)}`)).length).toBe(1)
    expect(Object.keys(JSON.parse(text))).toEqual([
      ...['format', 'version', 'title', 'vocabulary', 'sources', 'entities', 'relations', 'claims', 'notSame', 'views']
    ])
  })

  it('holds neither the kind of a record nor the id of a pair', () => {
    expect(text).not.toContain('"kind":"entity"')
    expect(JSON.parse(text).notSame).toEqual([['e-hmeimim', 'e-latakia']])
  })

  it('has records by id, by code unit, and keys in the order of the schema, then by code unit', () => {
    const odd = { ...entity('e-1', 'state', 'One'), zeta: 1, é: 2, '10': 3, '9': 4, summary: 'S' }
    const graph = Graph.of('', [entity('b', 'state', 'B'), entity('a', 'state', 'A'), entity('B', 'state', 'B2'), odd])
    const lines = serialiseGraph(graph)
      .split('\n')
      .filter((line) => line.startsWith('{"id"'))
    expect(lines.map((line) => JSON.parse(line.replace(/,$/, '')).id)).toEqual(['B', 'a', 'b', 'e-1'])
    expect(lines[3]).toBe(
      '{"id":"e-1","type":"state","name":"One","aliases":[],"summary":"S","10":3,"9":4,"zeta":1,"é":2}'
    )
  })

  it('is in NFC, ids aside, which must keep meeting what refers to them', () => {
    const decomposed = 'e\u0301'
    const graph = Graph.of(decomposed, [
      {
        ...entity(decomposed, 'state', `Caf${decomposed}`, { text: decomposed, kind: 'alias' }),
        x: decomposed,
        properties: { note: decomposed }
      },
      { ...source('s'), title: decomposed }
    ])
    const written = serialiseGraph(graph)
    expect(written.match(/e\u0301/g)?.length).toBe(1)
    expect(written).toContain(`{"id":"${decomposed}"`)
    expect(written.match(/\u00e9/g)?.length).toBe(6)
  })

  it('leaves out what is undefined', () => {
    const graph = Graph.of('', [{ ...entity('e', 'state', 'E'), summary: undefined, period: undefined }])
    expect(serialiseGraph(graph)).toContain('{"id":"e","type":"state","name":"E","aliases":[]}')
  })

  it('of nothing is a file as well', () => {
    expect(recordsOf(reread(Graph.of('', [])))).toEqual([])
  })
})
