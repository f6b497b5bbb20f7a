import { type DrawingTheme, PALETTES } from '@core/drawing/palette'
import type { Css, NodeSingular, StylesheetJson } from 'cytoscape'

/**
 * What Cytoscape draws itself: the box of a rubber-band selection. Its nodes are there to be pointed at, dragged and boxed,
 * and are as large as the symbols; drawing them there too cost 20–60 ms for each step of the zoom and each selection at
 * 110 nodes, as Cytoscape works out every style anew.
 */
export function stylesheet(theme: DrawingTheme, sizeOf: (node: NodeSingular) => number): StylesheetJson {
  const { accent, accentSoft } = PALETTES[theme]
  return [
    {
      selector: 'core',
      style: {
        'active-bg-opacity': 0,
        'selection-box-color': accentSoft,
        'selection-box-opacity': 0.35,
        'selection-box-border-color': accent,
        'selection-box-border-width': 1
      } as Css.Core
    },
    { selector: 'node', style: { width: sizeOf, height: sizeOf, opacity: 0, 'overlay-opacity': 0 } }
  ]
}
