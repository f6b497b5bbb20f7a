import {
  Box,
  BuildingComplex,
  Cog,
  FileText,
  Landmark,
  MapPin,
  Newspaper,
  Shield,
  TowerControl,
  UserRound,
  Zap
} from 'lucide'
import type { Graph } from '../graph/graph'
import { COLOUR_IDS, type ColourId, SYMBOL_IDS, type SymbolId } from '../records/symbol-ids'
import { type Outline, outlineOf, outlinePath, regular } from './outline'
import { type DrawingTheme, PALETTES } from './palette'
import { rounded, type SvgElement } from './svg-element'

/** An icon as Lucide gives it: tags with attributes on a grid of 24 × 24. */
type IconNode = typeof Box

/** How one type of entity is drawn: silhouette, icon and colour together, never colour alone. */
export interface EntitySymbol {
  /** Of silhouette and icon. */
  readonly id: string
  readonly colour: ColourId
  readonly outline: Outline
  readonly icon: IconNode
  /** Side of the icon's grid and how far it sits below the centre, both in radii. */
  readonly iconSize: number
  readonly iconDown: number
  readonly light: string
  readonly dark: string
}

const rect = (w: number, h: number, top: number, foot = top) =>
  outlineOf([
    [-w, -h, top],
    [w, -h, top],
    [w, h, foot],
    [-w, h, foot]
  ])

const look = (
  outline: Outline,
  icon: IconNode,
  colour: ColourId,
  iconSize = 1.08,
  iconDown = 0
): Omit<EntitySymbol, 'id'> => ({ outline, icon, iconSize, iconDown, colour, ...COLOURS[colour] })

/** Fills on a light and on a dark ground. */
const COLOURS: Readonly<Record<ColourId, { readonly light: string; readonly dark: string }>> = {
  indigo: { light: '#2A2F73', dark: '#7F92F0' },
  teal: { light: '#1E7C6C', dark: '#5ADCC6' },
  red: { light: '#C83A12', dark: '#EA5B3E' },
  violet: { light: '#7B5BD0', dark: '#C9AEFA' },
  brown: { light: '#6A3E08', dark: '#DD9A2E' },
  green: { light: '#6A8E3A', dark: '#CBE07C' },
  pink: { light: '#C24E8B', dark: '#E56CB0' },
  blue: { light: '#1C82BE', dark: '#9CD6F6' },
  slate: { light: '#3D424A', dark: '#7D848C' },
  sand: { light: '#9A7B62', dark: '#EACBA4' },
  grey: { light: '#6C747B', dark: '#8A929A' }
}

const page = outlineOf([
  [-0.8, -1, 0.04],
  [0.25, -1, 0],
  [0.8, -0.45, 0],
  [0.8, 1, 0.04],
  [-0.8, 1, 0.04]
])

const barrel = outlineOf([
  [-1, -0.66, 0.05],
  [0, -0.87, 4.4],
  [1, -0.66, 0.05],
  [1, 0.66, 0.05],
  [0, 0.87, 4.4],
  [-1, 0.66, 0.05]
])

const triangle = outlineOf([
  [0, -1.16, 0.16],
  [1.16, 0.86, 0.16],
  [-1.16, 0.86, 0.16]
])

const slant = outlineOf([
  [-0.72, -0.8, 0.1],
  [1.16, -0.8, 0.1],
  [0.72, 0.8, 0.1],
  [-1.16, 0.8, 0.1]
])

/** What stands for a type that has no symbol of its own: a neutral slanted box. */
export const OTHER: EntitySymbol = { id: 'other', ...look(slant, Box, 'grey', 1) }

const LOOKS: Readonly<Record<SymbolId, Omit<EntitySymbol, 'id'>>> = {
  state: look(outlineOf(regular(8, 22.5, 0.04)), Landmark, 'indigo'),
  person: look(rect(1, 1, 1), UserRound, 'teal'),
  'armed-group': look(outlineOf(regular(6, 0, 0.05)), Shield, 'red'),
  organisation: look(rect(1, 1, 0.16), BuildingComplex, 'violet'),
  facility: look(outlineOf(regular(5, 0, 0.05)), TowerControl, 'brown', 1.08, 0.04),
  place: look(rect(0.9, 1, 0.06, 0.88), MapPin, 'green', 1.08, -0.04),
  event: look(outlineOf(regular(4, 0, 0.06)), Zap, 'pink', 1),
  agreement: look(page, FileText, 'blue', 0.98, 0.12),
  'media-outlet': look(barrel, Newspaper, 'slate'),
  equipment: look(triangle, Cog, 'sand', 0.95, 0.3)
}

/** The built-in symbols, in the order in which lists and legends show them. */
export const SYMBOLS: readonly EntitySymbol[] = SYMBOL_IDS.map((id) => ({ id, ...LOOKS[id] }))

const BY_ID = new Map([...SYMBOLS, OTHER].map((each) => [each.id, each]))

/** The symbol of an entity type: the one it names, else the one of its own id, else `other`; in the colour that it names, else in the symbol's own. */
export function symbolFor(graph: Graph, entityTypeId: string): EntitySymbol {
  const { symbol, colour } = graph.get('entityType', entityTypeId) ?? {}
  const own = BY_ID.get(symbol ?? entityTypeId) ?? BY_ID.get(entityTypeId) ?? OTHER
  return colour === undefined ? own : coloured(own, colour)
}

/** A symbol in another colour; as it is where that is none of ours. */
export const coloured = (of: EntitySymbol, colour: string): EntitySymbol =>
  colour === of.colour ? of : (IN_COLOURS.get(`${of.id} ${colour}`) ?? of)

/** Each symbol in each colour, made once: what is the same is the same object. */
const IN_COLOURS: ReadonlyMap<string, EntitySymbol> = new Map(
  [...SYMBOLS, OTHER].flatMap((symbol) =>
    COLOUR_IDS.map((colour) => [`${symbol.id} ${colour}`, { ...symbol, colour, ...COLOURS[colour] }] as const)
  )
)

/** The fill of a symbol in a theme. */
export const fillOf = (of: EntitySymbol, theme: DrawingTheme): string => (theme === 'dark' ? of.dark : of.light)

/** Where and how a symbol is drawn; radius in pixels, centre at (0,0) unless told. */
export interface SymbolOptions {
  readonly theme: DrawingTheme
  readonly radius: number
  readonly x?: number
  readonly y?: number
  /** Out of focus: hollow, so that the rest of the picture speaks. */
  readonly dimmed?: boolean
  /** Without its icon. */
  readonly bare?: boolean
}

/** A symbol as elements: its silhouette and its icon. */
export function drawSymbol(of: EntitySymbol, { theme, radius, x = 0, y = 0, dimmed, bare }: SymbolOptions): SvgElement {
  const colours = PALETTES[theme]
  const fill = fillOf(of, theme)
  const d = outlinePath(of.outline, radius, { x, y })
  const body: SvgElement['attributes'] = dimmed
    ? { d, fill, 'fill-opacity': colours.dimFill, stroke: fill, 'stroke-opacity': colours.dimOutline }
    : { d, fill }
  const silhouette: SvgElement = { tag: 'path', attributes: body }
  if (bare) return silhouette
  const scale = (of.iconSize * radius) / 24
  const left = rounded(x - 12 * scale)
  const top = rounded(y + of.iconDown * radius - 12 * scale)
  const icon: SvgElement = {
    tag: 'g',
    attributes: {
      transform: `translate(${left} ${top}) scale(${Math.round(scale * 10_000) / 10_000})`,
      fill: 'none',
      stroke: dimmed ? fill : colours.icon,
      ...(dimmed && { 'stroke-opacity': colours.dimOutline }),
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round'
    },
    children: of.icon.map(([tag, attributes]) => ({ tag: tag as SvgElement['tag'], attributes: plain(attributes) }))
  }
  return { tag: 'g', attributes: {}, children: [silhouette, icon] }
}

const plain = (attributes: IconNode[number][1]): Record<string, string | number> =>
  Object.fromEntries(Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined))
