import { radiusOf } from '../drawing/geometry'
import { nameSettings } from '../drawing/name-lines'
import { LEADING } from '../drawing/name-places'
import { PLAIN_NAME } from '../drawing/type-sizes'
import { nativeName } from '../queries/relation-labels'
import type { Measure } from '../text/typesetting'
import type { Shown } from '../view/shown'
import type { LayoutEdge, LayoutNode } from './plane'

/** Widths of the text, near enough for giving it room, and the same wherever the layout runs. */
const roughly: Measure = (text, size) => text.length * size * 0.55

/** Radius from which a name is set larger and bolder, and how much more room it is given: it stands where most is, and must not be crowded out. */
const HUB = 19
const HUB_ROOM = 1.3

/** What a view shows as the layout takes it: the room that each symbol and name needs, and the ties. */
export function layoutInput({ entities, relations }: Shown): {
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
} {
  const edges = relations.map(({ relation: { from, to } }) => ({ from, to }))
  const ties = new Map<string, number>()
  for (const { from, to } of edges) for (const end of new Set([from, to])) ties.set(end, (ties.get(end) ?? 0) + 1)
  const nodes = entities.map((entity) => {
    const native = nativeName(entity)
    const text = { name: entity.name, ...PLAIN_NAME, ...(native !== undefined && { native }) }
    const lines = nameSettings(text, roughly).at(-1) ?? []
    const radius = radiusOf(ties.get(entity.id) ?? 0)
    const share = radius >= HUB ? HUB_ROOM : 1
    return {
      id: entity.id,
      radius,
      labelWidth: share * Math.max(0, ...lines.map(({ width }) => width)),
      labelHeight: share * lines.reduce((sum, { size }) => sum + size * LEADING, 0)
    }
  })
  return { nodes, edges }
}
