import { invert } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { admitToView, hideInView, showHiddenInView, showOnlyInView } from '@core/commands/views'
import type { Graph } from '@core/graph/graph'
import type { View } from '@core/records/records'
import { shown, shownCount } from '@core/view/shown'
import { isDrawnWhole } from '@core/view/working-set'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'

const VIEW: View = { kind: 'view', id: 'v-own', name: 'Own', positions: [] }

/** A graph, a view of it with or without a list of its own, and some of its entities. */
const picked = any.graph
  .filter((graph) => graph.all('entity').size > 0)
  .chain((graph) => {
    const ids = [...graph.all('entity').keys()]
    const listed = fc.option(fc.subarray(ids), { nil: undefined })
    return fc.record({
      graph: fc.constant(graph),
      view: listed.map((entities): View => ({ ...VIEW, ...(entities && { entities }) })),
      some: fc.subarray(ids, { minLength: 1 })
    })
  })

const applied = (graph: Graph, change: ReturnType<typeof hideInView>): Graph => {
  if (isRefusal(change)) throw new Error(change.refused)
  return graph.with(change.edits)
}
const viewOf = (graph: Graph) => graph.get('view', VIEW.id) ?? VIEW
const names = (graph: Graph, view: View) => shown(graph, view).entities.map(({ id }) => id)

describe('what is shown of a view', () => {
  it('goes without what is hidden, with its relations, and all of it comes back', () => {
    fc.assert(
      fc.property(picked, ({ graph, view, some }) => {
        const hidden = applied(graph, hideInView(graph, view, some))
        const left = names(graph, view).filter((id) => !some.includes(id))
        expect(names(hidden, viewOf(hidden))).toEqual(left)
        expect(shownCount(hidden, viewOf(hidden))).toBe(left.length)
        for (const { relation } of shown(hidden, viewOf(hidden)).relations)
          expect(some.includes(relation.from) || some.includes(relation.to)).toBe(false)
        const back = applied(hidden, showHiddenInView(hidden, viewOf(hidden)))
        expect(names(back, viewOf(back))).toEqual(names(graph, view))
      })
    )
  })

  it('is only what was picked, of what it shows at all', () => {
    fc.assert(
      fc.property(picked, ({ graph, view, some }) => {
        const only = applied(graph, showOnlyInView(graph, view, some))
        expect(names(only, viewOf(only))).toEqual(names(graph, view).filter((id) => some.includes(id)))
      })
    )
  })

  it('takes in what it is asked to, whatever its lists said', () => {
    fc.assert(
      fc.property(picked, picked, ({ graph, view, some }, other) => {
        const [first = ''] = some
        const hidden = applied(graph, hideInView(graph, view, some))
        const both = applied(
          hidden,
          showOnlyInView(hidden, viewOf(hidden), other.some.includes(first) ? [first] : some)
        )
        const admitted = applied(both, admitToView(both, viewOf(both), [first]))
        expect(names(admitted, viewOf(admitted))).toContain(first)
      })
    )
  })

  it('is one change each, and undone as one', () => {
    fc.assert(
      fc.property(picked, ({ graph, view, some }) => {
        const known = graph.with([{ after: view }])
        for (const make of [hideInView, showOnlyInView, admitToView]) {
          const change = make(known, view, some)
          if (isRefusal(change)) throw new Error(change.refused)
          expect(change.edits.length).toBeLessThanOrEqual(1)
          expect(known.with(change.edits).with(invert(change).edits).get('view', view.id)).toEqual(view)
        }
      })
    )
  })

  it('of a large graph is drawn whole where little of it was picked', () => {
    fc.assert(
      fc.property(picked, ({ graph, view, some: [one = ''] }) => {
        const only = applied(graph, showOnlyInView(graph, view, [one]))
        const loops = [...only.all('relation').values()].filter(({ from, to }) => from === one && to === one).length
        expect(isDrawnWhole(only, viewOf(only), { entities: 1, relations: loops })).toBe(true)
      }),
      { numRuns: 30 }
    )
  })
})

it('nothing picked is refused', () => {
  fc.assert(
    fc.property(any.graph, (graph) => {
      expect(isRefusal(hideInView(graph, VIEW, []))).toBe(true)
      expect(isRefusal(showOnlyInView(graph, VIEW, ['not there']))).toBe(true)
    }),
    { numRuns: 5 }
  )
})
