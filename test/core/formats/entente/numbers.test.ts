import { diff } from '@core/change/change'
import { mergeThree } from '@core/change/merge-three'
import { addEntity, editEntity } from '@core/commands/entities'
import { mergeEntities } from '@core/commands/merge-entities'
import { extraIn, headOf, partsOf } from '@core/contract/parts'
import { databaseLabels } from '@core/external/database-labels'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { ExactNumber } from '@core/text/exact-number'
import { readJson } from '@core/text/json'
import { editInWords } from '@core/view/edit-messages'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberText } from '../../arbitraries'
import { applied } from '../../sample'
import { graphOf, messages } from './reading'

/** A file that holds these numbers in every place where one may stand that is not ours. */
const fileOf = (a: string, b = a) => `{
"format": "entente-graph",
"version": 1,
"title": "Numbers",
"vocabulary": {
"entityTypes": [
{"id":"t","label":"T","x":${a}}
],
"relationTypes": [],
"x": ${b}
},
"sources": [],
"entities": [
{"id":"e1","type":"t","name":"One","aliases":[{"text":"I","kind":"alias","x":${a}}],"properties":{"post":${a}},"x":[${b},{"y":${a}}]},
{"id":"e2","type":"t","name":"Two","aliases":[]}
],
"relations": [],
"claims": [],
"notSame": [],
"views": [],
"x": ${a},
"y": {"z":[${a},${b}]}
}
`

const renamed = (graph: Graph, id: string, name: string) => applied(graph, editEntity(graph, { id, name }))

describe('a number keeps its digits', () => {
  it('through reading, and through the editing of another record', () => {
    fc.assert(
      fc.property(numberText, numberText, (a, b) => {
        const text = fileOf(a, b)
        expect(serialiseGraph(graphOf(text))).toBe(text)
        expect(serialiseGraph(renamed(graphOf(text), 'e2', 'Zwei'))).toBe(text.replace('"Two"', '"Zwei"'))
        expect(serialiseGraph(renamed(graphOf(text), 'e1', 'Eins'))).toBe(text.replace('"One"', '"Eins"'))
      })
    )
  })

  it('on the way to the window and back', () => {
    fc.assert(
      fc.property(numberText, numberText, (a, b) => {
        const graph = graphOf(fileOf(a, b))
        const records = [...partsOf(graph)].flatMap((part) => readJson(part) as readonly AnyRecord[])
        const there = Graph.of(graph.title, records, extraIn(headOf(graph).extra))
        expect(serialiseGraph(there)).toBe(fileOf(a, b))
      })
    )
  })

  it('when two are compared: the last digits are seen', () => {
    const [before, after] = [graphOf(fileOf('1790366279215464449')), graphOf(fileOf('1790366279215464448'))]
    const { edits } = diff(before, after)
    expect(edits.map(({ after }) => after?.id)).toEqual(['t', 'e1'])
    expect(editInWords(edits[1] ?? {}, () => undefined, databaseLabels)).toMatchObject({
      fields: expect.arrayContaining([{ label: 'post', before: '1790366279215464449', after: '1790366279215464448' }])
    })
  })

  it('when two sides are merged', () => {
    fc.assert(
      fc.property(numberText, numberText, numberText, (a, b, c) => {
        fc.pre(a !== b && a !== c && b !== c)
        const base = graphOf(fileOf(a))
        const theirs = graphOf(fileOf(a).replace(`"post":${a}`, `"post":${b}`))
        const merged = mergeThree(base, renamed(base, 'e1', 'Eins'), theirs)
        expect(merged.conflicts).toEqual([])
        expect(serialiseGraph(merged.graph)).toBe(serialiseGraph(theirs).replace('"One"', '"Eins"'))
        const ours = graphOf(fileOf(a).replace(`"post":${a}`, `"post":${c}`))
        expect(mergeThree(base, ours, theirs).conflicts).toMatchObject([{ id: 'e1', field: 'properties' }])
      })
    )
  })

  it('when one is typed, and when two entities become one', () => {
    const properties = { post: new ExactNumber('1790366279215464449'), share: new ExactNumber('0.10') }
    const start = graphOf(fileOf('1'))
    const graph = applied(start, addEntity(start, { id: 'e3', type: 't', name: 'Three', properties }))
    expect(serialiseGraph(graph)).toContain('"properties":{"post":1790366279215464449,"share":0.10}')
    const merged = mergeEntities(graph, { keep: 'e2', drop: 'e3' })
    expect(serialiseGraph(applied(graph, merged))).toContain('1790366279215464449')
  })
})

it('where a field of ours wants a number, its spelling does not matter', () => {
  const graph = graphOf(fileOf('1').replace('"version": 1', '"version": 1.0'))
  expect(graph.all('entity').size).toBe(2)
  const view = '"views": [\n{"id":"v","name":"V","positions":[["e1",1E2,-0.50]]}\n]'
  expect(graphOf(fileOf('1').replace('"views": []', view)).get('view', 'v')?.positions).toEqual([['e1', 100, -0.5]])
})

it('one that a field cannot take is named in its own digits', () => {
  const text = fileOf('1').replace('"name":"One"', '"name":1790366279215464449')
  expect(messages(text)).toEqual(['Entity e1: "name" must be text, not 1790366279215464449.'])
})
