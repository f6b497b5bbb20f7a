import { layout } from '@core/layout/layout'
import type { LayoutEdge, LayoutNode, Point } from '@core/layout/plane'

/** What is to be placed. */
export interface LayoutRequest {
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
  readonly fixed: ReadonlyMap<string, Point>
  readonly centre?: Point
}

/** How much is done, or the places. */
export type LayoutAnswer = { readonly share: number } | { readonly places: ReadonlyMap<string, Point> }

const answer = (message: LayoutAnswer) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const { nodes, edges, fixed, centre } = data
  const progress = (share: number) => answer({ share })
  answer({ places: layout(nodes, edges, fixed, { progress, ...(centre && { centre }) }) })
})
