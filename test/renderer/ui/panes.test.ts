import { panes } from '@renderer/ui/panes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const wishes = { railWidth: 244, inspectorWidth: 360, railOpen: true, inspectorOpen: true, railOver: false }

describe('the division of the window', () => {
  it('gives way in the order words, rail, inspector', () => {
    expect(panes(1440, wishes)).toMatchObject({ words: true, rail: 'wide', railWidth: 244, inspectorWidth: 360 })
    expect(panes(1279, wishes)).toMatchObject({ words: false, rail: 'wide' })
    expect(panes(1119, wishes)).toMatchObject({ rail: 'narrow', railWidth: 48, inspectorWidth: 360 })
    expect(panes(1079, wishes)).toMatchObject({ inspector: 'beside', inspectorWidth: 312 })
    expect(panes(899, wishes)).toMatchObject({ inspector: 'over' })
  })

  it('takes the panels away that the user has closed', () => {
    expect(panes(1440, { ...wishes, railOpen: false })).toMatchObject({ rail: 'narrow', railWidth: 48 })
    expect(panes(1440, { ...wishes, inspectorOpen: false }).inspector).toBe('away')
  })

  it('lays the rail over a narrow window where asked to', () => {
    expect(panes(1024, { ...wishes, railOver: true })).toMatchObject({ rail: 'over', railWidth: 244 })
    expect(panes(1440, { ...wishes, railOver: true }).rail).toBe('wide')
  })

  it('keeps 480 pixels for the graph wherever the panels stand beside it', () => {
    const width = fc.integer({ min: 900, max: 4000 })
    const anything = fc.record({
      railWidth: fc.integer({ min: 0, max: 2000 }),
      inspectorWidth: fc.integer({ min: 0, max: 2000 }),
      railOpen: fc.boolean(),
      inspectorOpen: fc.boolean(),
      railOver: fc.boolean()
    })
    fc.assert(
      fc.property(width, anything, (width, wishes) => {
        const { rail, railWidth, inspector, inspectorWidth } = panes(width, wishes)
        const beside = inspector === 'beside' ? inspectorWidth : 0
        expect(width - (rail === 'over' ? 48 : railWidth) - beside).toBeGreaterThanOrEqual(480)
      })
    )
  })
})
