import { symbolFor } from '@core/drawing/symbols'
import { furtherCounts, furtherLabels } from '@core/external/further-labels'
import { newLabelTypes } from '@core/external/new-label-types'
import { externalTypeId, vocabularyOf } from '@core/external/type-ids'
import { Graph } from '@core/graph/graph'
import type { Entity } from '@core/records/records'
import { lookOf } from '@core/records/type-look'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const drawn = (graph: Graph, id: string) => {
  const { id: symbol, colour, light } = symbolFor(graph, id)
  return `${symbol} ${colour} ${light}`
}
const label = fc.oneof(
  fc.constantFrom(
    'Person',
    'Employee',
    'Suspect',
    'Bank',
    'Firm',
    'Supplier',
    'Ship',
    'Vessel',
    'Filing',
    'Post',
    'Tweet'
  ),
  fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() !== '')
)

describe('the look of a label', () => {
  it('is its own, among those of the database and those that come later', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(label, { maxLength: 40 }),
        fc.uniqueArray(label, { maxLength: 40 }),
        (first, later) => {
          const labels = first.map((name) => ({ name, count: 1, properties: [], sampled: 1, unique: [] }))
          const types = vocabularyOf({
            ...{ nodes: 1, relationships: 0, relationshipTypes: [], unlabelled: 0 },
            ...{ textIndexes: [], valueIndexes: [], notes: [], labels }
          })
          const before = Graph.of('', types)
          const graph = before.with(
            newLabelTypes(
              before,
              later.map((name) => ({ labels: [name] }))
            ).map((after) => ({ after }))
          )
          const ids = [...new Set([...first, ...later].map(externalTypeId))]
          expect(new Set(ids.map((id) => drawn(graph, id))).size).toBe(ids.length)
        }
      )
    )
  })

  it('is the symbol that its words mean, in another colour where that is taken', () => {
    const types = newLabelTypes(Graph.of('', []), [{ labels: ['Person', 'Suspect', 'Bank'] }])
    expect(types.map(({ symbol }) => symbol)).toEqual(['person', 'person', 'organisation'])
    expect(types.map(({ colour }) => colour === undefined)).toEqual([true, false, true])
  })

  it('is told as it is drawn', () => {
    const some = fc.constantFrom(undefined, 'state', 'person', 'other', 'nonsense')
    const colour = fc.constantFrom(undefined, 'red', 'grey', 'indigo', 'nonsense')
    fc.assert(
      fc.property(some, colour, fc.constantFrom('x', 'person', 'other'), (symbol, tint, id) => {
        const type = {
          kind: 'entityType' as const,
          id,
          label: 'L',
          ...(symbol && { symbol }),
          ...(tint && { colour: tint })
        }
        const is = symbolFor(Graph.of('', [type]), id)
        expect(lookOf(type)).toBe(`${is.id} ${is.colour}`)
      })
    )
  })
})

describe('further labels', () => {
  const entity = (id: string, labels: unknown): Entity => ({
    kind: 'entity',
    id,
    type: 'neo4j:Vessel',
    name: id,
    aliases: [],
    neo4j: { labels, before: [] }
  })
  const own: Entity = { kind: 'entity', id: 'own', type: 'neo4j:Vessel', name: 'own', aliases: [] }

  it('are those that an entity is not drawn as', () => {
    expect(furtherLabels(entity('a', ['Sanctioned', 'Vessel', 'Old ship']))).toEqual(['Sanctioned', 'Old ship'])
    for (const labels of [['Vessel'], [], 'Vessel', undefined]) expect(furtherLabels(entity('a', labels))).toEqual([])
    expect(furtherLabels(own)).toEqual([])
  })

  it('are counted, in all or in a view', () => {
    const graph = Graph.of('', [
      entity('a', ['Sanctioned', 'Vessel']),
      entity('b', ['Vessel', 'Sanctioned', 'Old ship']),
      own
    ])
    expect([...furtherCounts(graph)]).toEqual([
      ['neo4j:Sanctioned', 2],
      [externalTypeId('Old ship'), 1]
    ])
    expect([...furtherCounts(graph, ['a', 'a', 'own', 'gone'])]).toEqual([['neo4j:Sanctioned', 1]])
  })
})
