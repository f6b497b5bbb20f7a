import { apply, applySteps, type Change } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import type { Graph } from '@core/graph/graph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { entity, recordsOf, sampleGraph } from '../sample'

function inSteps(graph: Graph, change: Change) {
  const steps = applySteps(graph, change)
  const seen: number[] = []
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { result: step.value, seen }
    seen.push(step.value)
  }
}

describe('applySteps', () => {
  it('comes to what apply comes to, a refusal included', () => {
    fc.assert(
      fc.property(
        any.graph.chain((graph) => fc.tuple(fc.constant(graph), any.graph, any.changeTo(graph))),
        ([graph, other, change]) => {
          for (const start of [graph, other]) {
            const [all, slow] = [apply(start, change), inSteps(start, change).result]
            expect(isRefusal(slow) ? slow : recordsOf(slow)).toEqual(isRefusal(all) ? all : recordsOf(all))
          }
        }
      )
    )
  })

  it('offers pauses in a change of many edits and says how far it is', () => {
    const edits = Array.from({ length: 1000 }, (_, at) => ({ after: entity(`x-${at}`, 'place', `Place ${at}`) }))
    const { result, seen } = inSteps(sampleGraph(), { label: 'Many', edits })
    expect(isRefusal(result) ? 0 : result.all('entity').size).toBe(1005)
    expect(seen.length).toBeGreaterThan(3)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.every((done) => done >= 0 && done <= 1)).toBe(true)
  })

  it('refuses a record that two of its steps touch', () => {
    const edits = Array.from({ length: 500 }, (_, at) => ({ after: entity(`x-${at % 450}`, 'place', 'Twice') }))
    expect(inSteps(sampleGraph(), { label: 'Many', edits }).result).toEqual({ refused: '“Many” touches x-0 twice.' })
  })
})
