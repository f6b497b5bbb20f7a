/** Which colours a drawing uses; `transparent` is the light one without a background. */
export type DrawingTheme = 'light' | 'dark' | 'transparent'

/** The colours of a drawn graph, as CSS hex. */
export interface Palette {
  /** Behind the graph in the window. */
  readonly canvas: string
  /** Behind a figure; `none` where it is transparent. */
  readonly page: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly line: string
  readonly lineStrong: string
  readonly accent: string
  readonly accentInk: string
  readonly accentSoft: string
  /** A line at rest, in the neighbourhood of the selection, and out of focus. */
  readonly edge: string
  readonly edgeHi: string
  readonly dimEdge: string
  /** The word on a line. */
  readonly edgeLabel: string
  /** The name of an entity out of focus. */
  readonly dimLabel: string
  /** Icon on the fill of an entity type. */
  readonly icon: string
  readonly supports: string
  readonly denies: string
  readonly uncertain: string
  readonly disputedFill: string
  readonly disputedBorder: string
  readonly disputedGlyph: string
  /** Share of the fill and of the outline that a dimmed symbol keeps, 0–1. */
  readonly dimFill: number
  readonly dimOutline: number
}

const light: Palette = {
  canvas: '#FCFCFB',
  page: '#FFFFFF',
  ink: '#15181C',
  ink2: '#434A52',
  ink3: '#5F666E',
  line: '#DDE0E2',
  lineStrong: '#C3C8CC',
  accent: '#1F5FC4',
  accentInk: '#1A55B3',
  accentSoft: '#E6EEFA',
  edge: '#7E858C',
  edgeHi: '#33393F',
  dimEdge: '#D9DCDE',
  edgeLabel: '#33393F',
  dimLabel: '#6B7279',
  icon: '#FFFFFF',
  supports: '#176B4D',
  denies: '#B0281C',
  uncertain: '#5F666E',
  disputedFill: '#FFD98A',
  disputedBorder: '#8A5600',
  disputedGlyph: '#4A2F00',
  dimFill: 0.1,
  dimOutline: 0.42
}

const dark: Palette = {
  canvas: '#15171A',
  page: '#15171A',
  ink: '#ECEEF0',
  ink2: '#BFC5CB',
  ink3: '#98A0A8',
  line: '#2D3237',
  lineStrong: '#41474E',
  accent: '#6FA8FF',
  accentInk: '#8DBAFF',
  accentSoft: '#1F2E45',
  edge: '#7B838B',
  edgeHi: '#C4CAD0',
  dimEdge: '#33393F',
  edgeLabel: '#CDD2D7',
  dimLabel: '#7F878F',
  icon: '#14171A',
  supports: '#5CC79A',
  denies: '#FF8A7A',
  uncertain: '#A5ADB5',
  disputedFill: '#E9B44C',
  disputedBorder: '#E9B44C',
  disputedGlyph: '#221600',
  dimFill: 0.12,
  dimOutline: 0.46
}

/** The palette of each theme. */
export const PALETTES: Readonly<Record<DrawingTheme, Palette>> = {
  light,
  dark,
  transparent: { ...light, page: 'none' }
}
