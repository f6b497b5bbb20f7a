import { panes } from '@renderer/ui/panes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const requests = { sidebarWidth: 244, inspectorWidth: 360, sidebarOpen: true, inspectorOpen: true, sidebarOver: false }

describe('the division of the window', () => {
  it('gives way in the order words, sidebar, inspector', () => {
    expect(panes(1440, requests)).toMatchObject({
      words: true,
      sidebar: 'wide',
      sidebarWidth: 244,
      inspectorWidth: 360
    })
    expect(panes(1279, requests)).toMatchObject({ words: false, sidebar: 'wide' })
    expect(panes(1119, requests)).toMatchObject({ sidebar: 'narrow', sidebarWidth: 48, inspectorWidth: 360 })
    expect(panes(1079, requests)).toMatchObject({ inspector: 'beside', inspectorWidth: 312 })
    expect(panes(899, requests)).toMatchObject({ inspector: 'over' })
  })

  it('takes the panels away that the user has closed', () => {
    expect(panes(1440, { ...requests, sidebarOpen: false })).toMatchObject({ sidebar: 'narrow', sidebarWidth: 48 })
    expect(panes(1440, { ...requests, inspectorOpen: false }).inspector).toBe('away')
  })

  it('lays the sidebar over a narrow window where asked to', () => {
    expect(panes(1024, { ...requests, sidebarOver: true })).toMatchObject({ sidebar: 'over', sidebarWidth: 244 })
    expect(panes(1440, { ...requests, sidebarOver: true }).sidebar).toBe('wide')
  })

  it('keeps 480 pixels for the graph wherever the panels stand beside it', () => {
    const width = fc.integer({ min: 900, max: 4000 })
    const anything = fc.record({
      sidebarWidth: fc.integer({ min: 0, max: 2000 }),
      inspectorWidth: fc.integer({ min: 0, max: 2000 }),
      sidebarOpen: fc.boolean(),
      inspectorOpen: fc.boolean(),
      sidebarOver: fc.boolean()
    })
    fc.assert(
      fc.property(width, anything, (width, requests) => {
        const { sidebar, sidebarWidth, inspector, inspectorWidth } = panes(width, requests)
        const beside = inspector === 'beside' ? inspectorWidth : 0
        expect(width - (sidebar === 'over' ? 48 : sidebarWidth) - beside).toBeGreaterThanOrEqual(480)
      })
    )
  })
})
