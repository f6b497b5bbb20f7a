import { invert } from '@core/change/change'
import type { View } from '@core/records/records'
import { chipsOf } from '@core/view/filters'
import { type ListFilter, shownAllInLegend, toggledInLegend } from '@core/view/legend-changes'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as any from '../arbitraries'

const FIELDS: readonly ListFilter[] = ['hiddenTypes', 'hiddenRelationTypes', 'hiddenStatuses']
const row = fc.tuple(fc.constantFrom(...FIELDS), fc.constantFrom('state', 'operates', 'disputed', 'denied', 'x-1'))
const VIEW: View = { kind: 'view', id: 'v-own', name: 'Own', positions: [] }

it('rows of legends are turned one by one, each undone as one change, and twice is as never', () => {
  fc.assert(
    fc.property(any.graph, fc.array(row, { maxLength: 12 }), (graph, rows) => {
      const start = graph.with([{ after: VIEW }])
      const views = [VIEW]
      let now = start
      for (const [field, id] of rows) {
        const change = toggledInLegend(now, now.get('view', VIEW.id) ?? VIEW, field, id)
        expect(change.edits).toHaveLength(1)
        expect(change.label).toMatch(/^(?:Hide|Show) .+ in Own$/)
        const next = now.with(change.edits)
        expect(next.with(invert(change).edits).get('view', VIEW.id)).toEqual(views.at(-1))
        now = next
        views.push(now.get('view', VIEW.id) ?? VIEW)
      }
      for (const [field, id] of rows.toReversed())
        now = now.with(toggledInLegend(now, now.get('view', VIEW.id) ?? VIEW, field, id).edits)
      expect(now.get('view', VIEW.id)).toEqual(VIEW)
    }),
    { numRuns: 60 }
  )
})

it('all filters of the legends are taken off at once', () => {
  fc.assert(
    fc.property(any.graph, fc.array(row, { minLength: 1, maxLength: 8 }), (graph, rows) => {
      let now = graph.with([{ after: VIEW }])
      const view = () => now.get('view', VIEW.id) ?? VIEW
      for (const [field, id] of rows) now = now.with(toggledInLegend(now, view(), field, id).edits)
      now = now.with(shownAllInLegend(now, view()).edits)
      expect(chipsOf(view(), (kind, id) => now.get(kind, id))).toEqual([])
      expect(view()).toEqual({ ...VIEW, denials: true })
    }),
    { numRuns: 60 }
  )
})
