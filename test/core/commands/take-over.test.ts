import { diff } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { takeOver } from '@core/commands/take-over'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, claim, entity, recordsOf, relation, sampleGraph, source } from '../sample'

const graph = sampleGraph()

it('brings what a record needs, and takes what depends on one that goes', () => {
  const other = graph.with([
    { after: entity('e-new', 'state', 'New') },
    { after: source('s-new') },
    { after: relation('r-new', 'meets', 'e-new', 'e-russia') },
    { after: claim('c-new', 'r-new', { source: 's-new' }) }
  ])
  const { edits } = diff(graph, other)
  const of = (id: string) => edits.find(({ after }) => after?.id === id) ?? {}
  const after = applied(graph, takeOver(graph, edits, of('c-new'), 'x'))
  expect(recordsOf(after)).toEqual(recordsOf(other))
  const back = diff(other, graph).edits
  const gone = back.find(({ before }) => before?.id === 'e-new') ?? {}
  const without = applied(other, takeOver(other, back, gone, 'x'))
  expect(without.get('relation', 'r-new') ?? without.get('claim', 'c-new')).toBeUndefined()
})

it('takes one field over alone', () => {
  const before = graph.get('entity', 'e-russia')
  if (!before) throw new Error('no Russia')
  const other = graph.with([{ before, after: { ...before, name: 'RF', summary: 'A state.' } }])
  const { edits } = diff(graph, other)
  const after = applied(graph, takeOver(graph, edits, edits[0] ?? {}, 'x', 'summary'))
  expect(after.get('entity', 'e-russia')).toEqual({ ...before, summary: 'A state.' })
})

it('one by one, whatever the order, makes the one graph of the other', () => {
  const sound = any.graph.chain((one) =>
    any.changeTo(one).map((change) => {
      const other = applied(one, change)
      return [one, 'graph' in parseGraph(serialiseGraph(other)) ? other : one] as const
    })
  )
  fc.assert(
    fc.property(sound, fc.infiniteStream(fc.nat()), ([one, other], numbers) => {
      let now = one
      for (let left = diff(now, other).edits; left.length > 0; left = diff(now, other).edits) {
        const { value } = numbers.next()
        const change = takeOver(now, left, left[value % left.length] ?? {}, 'x')
        if (isRefusal(change)) throw new Error(change.refused)
        const before = left.length
        now = applied(now, change)
        expect(diff(now, other).edits.length).toBeLessThan(before + change.edits.length)
      }
      expect(recordsOf(now)).toEqual(recordsOf(other))
    })
  )
})
