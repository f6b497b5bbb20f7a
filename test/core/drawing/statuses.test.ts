import { drawGlyph, STATUS_STYLES } from '@core/drawing/statuses'
import { STATUSES } from '@core/evidence/status-labels'
import { describe, expect, it } from 'vitest'

describe('a status', () => {
  it('is never told by its line alone: what is in doubt has a mark', () => {
    expect(STATUSES.filter((status) => !STATUS_STYLES[status].marked)).toEqual(['corroborated', 'database'])
  })

  it('has a mark with a shape and a glyph of its own', () => {
    const shapes = STATUSES.map((status) => {
      const [shape, ...glyph] = drawGlyph(status, { theme: 'light' }).children ?? []
      const { fill: _fill, stroke: _stroke, ...form } = shape?.attributes ?? {}
      return JSON.stringify([shape?.tag, form, glyph.map(({ attributes }) => attributes.d)])
    })
    expect(new Set(shapes).size).toBe(STATUSES.length)
  })

  it('that is in doubt stays visible out of focus', () => {
    expect(STATUSES.filter((status) => STATUS_STYLES[status].keptWhenDimmed)).toEqual([
      'disputed',
      'changed',
      'denied',
      'uncertain'
    ])
  })
})

describe('a mark', () => {
  it('is 15 px unless told, and scales', () => {
    expect(drawGlyph('disputed', { theme: 'light', x: 3, y: 4 }).attributes.transform).toBe('translate(3 4)')
    expect(drawGlyph('disputed', { theme: 'light', size: 30 }).attributes.transform).toBe('translate(0 0) scale(2)')
  })

  it('is drawn without text, so that no font can change it', () => {
    for (const status of STATUSES) expect(JSON.stringify(drawGlyph(status, { theme: 'dark' }))).not.toContain('"text"')
  })

  it('that is outlined shows what it stands on unless it is given a background', () => {
    const ring = (background?: string) => drawGlyph('single-source', { theme: 'light', background }).children?.[0]
    expect(ring()?.attributes.fill).toBe('none')
    expect(ring('#FFFFFF')?.attributes.fill).toBe('#FFFFFF')
  })
})

describe('the mark of a dispute with a weak side', () => {
  const shape = (weak: boolean, theme: 'light' | 'dark') =>
    drawGlyph('disputed', { theme, weak }).children?.[0]?.attributes

  it.each(['light', 'dark'] as const)('is outlined where the other is filled: %s', (theme) => {
    expect(shape(false, theme)?.fill).not.toBe('none')
    expect(shape(true, theme)?.fill).toBe('none')
    expect(shape(true, theme)?.stroke).toBe(shape(false, theme)?.stroke)
  })

  it('is that of no other status', () => {
    for (const status of STATUSES.filter((one) => one !== 'disputed'))
      expect(drawGlyph(status, { theme: 'light', weak: true })).toEqual(drawGlyph(status, { theme: 'light' }))
  })
})
