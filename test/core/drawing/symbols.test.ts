import { areaOf, outlinePath, reachAt } from '@core/drawing/outline'
import { PALETTES } from '@core/drawing/palette'
import type { SvgElement } from '@core/drawing/svg-element'
import { drawSymbol, fillOf, OTHER, SYMBOLS, symbolFor } from '@core/drawing/symbols'
import { Graph } from '@core/graph/graph'
import { describe, expect, it } from 'vitest'

const ALL = [...SYMBOLS, OTHER]

describe('a silhouette', () => {
  it.each(ALL)('of $id has the area of a circle of the same radius', ({ outline }) => {
    expect(areaOf(outline.points)).toBeCloseTo(Math.PI, 9)
  })

  it.each(ALL)('of $id is the polygon that its path draws', ({ outline }) => {
    const numbers =
      outlinePath(outline, 100)
        .replace(/A[^A-Z]*? 0 0 1 /g, 'L')
        .match(/-?\d+(\.\d+)?/g) ?? []
    const corners = numbers.length / 2
    expect(corners).toBeGreaterThanOrEqual(outline.bends.length)
    for (let at = 0; at < corners; at++) {
      const [x, y] = [Number(numbers[2 * at]), Number(numbers[2 * at + 1])]
      expect(Math.hypot(x, y)).toBeCloseTo(reachAt(outline, Math.atan2(y, x)) * 100, 0)
    }
  })

  it('is another one for every type', () => {
    expect(new Set(ALL.map(({ outline }) => outlinePath(outline, 20))).size).toBe(ALL.length)
  })

  it('reaches as far as its box in the four directions', () => {
    for (const { outline } of ALL) {
      const xs = outline.points.map(({ x }) => x)
      expect(Math.max(...xs)).toBe(outline.reach.right)
      expect(-Math.min(...xs)).toBe(outline.reach.left)
    }
  })
})

describe('the symbol of an entity type', () => {
  const graph = Graph.of('Types', [
    { kind: 'entityType', id: 'ship', label: 'Ship', symbol: 'equipment' },
    { kind: 'entityType', id: 'person', label: 'Person', symbol: 'nothing-of-ours' },
    { kind: 'entityType', id: 'unknown', label: 'Unknown' }
  ])

  it('is that of its id, declared or not', () => expect(symbolFor(graph, 'state').id).toBe('state'))
  it('is the one that the type names', () => expect(symbolFor(graph, 'ship').id).toBe('equipment'))
  it('is that of its id where it names none of ours', () => expect(symbolFor(graph, 'person').id).toBe('person'))
  it('is neutral where there is none', () => {
    for (const id of ['unknown', '__proto__', 'constructor']) expect(symbolFor(graph, id)).toBe(OTHER)
  })
})

describe('colours', () => {
  it.each(ALL)('of $id can be told from canvas and icon: 3 to 1 at least (WCAG 2)', (symbol) => {
    for (const theme of ['light', 'dark'] as const) {
      const { canvas, icon } = PALETTES[theme]
      expect(contrast(fillOf(symbol, theme), canvas)).toBeGreaterThan(3)
      expect(contrast(fillOf(symbol, theme), icon)).toBeGreaterThan(3)
    }
  })

  it('of names and words are readable: 4.5 to 1 at least', () => {
    for (const theme of ['light', 'dark'] as const) {
      const { canvas, ink, ink2, edgeLabel, dimLabel } = PALETTES[theme]
      for (const text of [ink, ink2, edgeLabel, dimLabel]) expect(contrast(text, canvas)).toBeGreaterThan(4.5)
    }
  })
})

describe('drawing a symbol', () => {
  const [state] = SYMBOLS
  const bodyOf = (element: SvgElement) => element.children?.[0]?.attributes

  it('puts the icon on the filled silhouette', () => {
    const drawn = drawSymbol(state as (typeof SYMBOLS)[number], { theme: 'dark', radius: 20, x: 5, y: 6 })
    expect(bodyOf(drawn)).toMatchObject({ fill: '#7F92F0' })
    expect(drawn.children?.[1]?.attributes.stroke).toBe('#14171A')
    expect(drawn.children?.[1]?.children?.length).toBeGreaterThan(3)
  })

  it('leaves it hollow out of focus', () => {
    const drawn = drawSymbol(state as (typeof SYMBOLS)[number], { theme: 'light', radius: 20, dimmed: true })
    expect(bodyOf(drawn)).toMatchObject({ 'fill-opacity': 0.1, 'stroke-opacity': 0.42 })
  })
})

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
