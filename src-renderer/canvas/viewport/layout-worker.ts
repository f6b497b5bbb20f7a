import { layoutOf } from '@core/layout/layouts'
import type { LayoutEdge, LayoutNode, Point } from '@core/layout/plane'

/** What is to be placed. */
export interface LayoutRequest {
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
  readonly fixed: ReadonlyMap<string, Point>
  readonly centre?: Point
  /** Node → the node beside which it is put. */
  readonly beside?: ReadonlyMap<string, string>
  /** Id of one of the layouts; the first of them unless told. */
  readonly layout?: string
}

/** How much is done, or the places. */
export type LayoutAnswer = { readonly share: number } | { readonly places: ReadonlyMap<string, Point> }

const answer = (message: LayoutAnswer) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const { nodes, edges, fixed, centre, beside, layout } = data
  const progress = (share: number) => answer({ share })
  answer({
    places: layoutOf(layout).run(nodes, edges, fixed, {
      progress,
      ...(centre && { centre }),
      ...(beside && { beside })
    })
  })
})
