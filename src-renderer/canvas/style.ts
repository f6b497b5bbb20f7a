import { type DrawingTheme, PALETTES } from '@core/scene/palette'
import { fillOf, OTHER, SYMBOLS } from '@core/scene/symbols'
import type { Css, NodeSingular, StylesheetJson } from 'cytoscape'
import { reachOf, symbolImage } from './symbol-image'

/** The class of a node that steps back. */
export const DIMMED = 'dimmed'

/** How Cytoscape draws the nodes: silhouette and picture of each symbol. Lines, names and rings are drawn on layers of our own. */
export function stylesheet(theme: DrawingTheme, sizeOf: (node: NodeSingular) => number): StylesheetJson {
  const { canvas, accent, accentSoft } = PALETTES[theme]
  return [
    {
      selector: 'core',
      style: {
        'active-bg-opacity': 0,
        'selection-box-color': accentSoft,
        'selection-box-opacity': 0.6,
        'selection-box-border-color': accent,
        'selection-box-border-width': 1
      } as Css.Core
    },
    {
      selector: 'node',
      style: {
        width: sizeOf,
        height: sizeOf,
        'background-width': '100%',
        'background-height': '100%',
        'background-clip': 'none',
        'background-image-containment': 'over',
        'overlay-opacity': 0
      }
    },
    ...[...SYMBOLS, OTHER].flatMap((symbol) => {
      const reach = reachOf(symbol)
      return [
        {
          selector: `node[symbol = "${symbol.id}"]`,
          style: {
            shape: 'polygon' as const,
            'shape-polygon-points': symbol.outline.points.flatMap(({ x, y }) => [x / reach, y / reach]).join(' '),
            'background-color': fillOf(symbol, theme),
            'background-image': symbolImage(symbol, theme, false)
          }
        },
        {
          selector: `node.${DIMMED}[symbol = "${symbol.id}"]`,
          // Opaque below its tint, so that no line shows through.
          style: { 'background-color': canvas, 'background-image': symbolImage(symbol, theme, true) }
        }
      ]
    })
  ]
}
