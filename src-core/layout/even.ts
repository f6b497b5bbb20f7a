import type { Plane } from './plane'
import { boxOf } from './separate'
import { ASPECT } from './shape'

/**
 * Sets the nodes of a plane out in even columns round (0,0), each with room for its name: left of each other, above each
 * other as they were. In time n log n, for planes in which everything else would take too long.
 */
export function even({ nodes, x, y }: Plane): void {
  let [width, height] = [1, 1]
  for (const node of nodes) {
    const { halfWidth, up, down } = boxOf(node)
    width = Math.max(width, 2 * halfWidth)
    height = Math.max(height, up + down)
  }
  const columns = Math.max(1, Math.round(Math.sqrt((nodes.length * ASPECT * height) / width)))
  const rows = Math.ceil(nodes.length / columns)
  const across = [...nodes.keys()].sort((p, q) => (x[p] as number) - (x[q] as number) || p - q)
  for (let column = 0; column * rows < across.length; column++) {
    const own = across.slice(column * rows, (column + 1) * rows)
    own.sort((p, q) => (y[p] as number) - (y[q] as number) || p - q)
    own.forEach((node, row) => {
      x[node] = (column - (columns - 1) / 2) * width
      // Every other column half a row lower, so that no line runs along a row of names.
      y[node] = (row - (rows - 1) / 2 + (column % 2) / 2) * height
    })
  }
}
