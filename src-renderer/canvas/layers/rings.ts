import type { Body } from '@core/drawing/geometry'

/** Width of the ring round what is selected, and how much further its halo reaches, px. */
export const RING = 2.25
export const HALO = 7

/** Radius of the ring round a symbol: 6 px out, and clear of the corners of its silhouette. */
export function ringRadius({ radius, outline: { reach } }: Body): number {
  return Math.max(radius + 6, Math.max(reach.left, reach.right, reach.top, reach.bottom) * radius + 4)
}
