/** One element of a drawing: a tag, its attributes and what is inside. Rendered by the figure's writer and by components alike. */
export interface SvgElement {
  readonly tag: 'g' | 'path' | 'circle' | 'ellipse' | 'rect' | 'line' | 'polyline' | 'polygon' | 'text' | 'tspan'
  /** Attribute name → value, numbers in user units. */
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children?: readonly SvgElement[]
  /** Plain text inside, only in text and tspan. */
  readonly text?: string
}

/** Rounds a coordinate to 1/100 of a unit, so that the same drawing is the same text on every machine. */
export const rounded = (value: number): number => {
  const short = Math.round(value * 100) / 100
  return short === 0 ? 0 : short
}
