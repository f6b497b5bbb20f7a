import type { Graph } from '@core/graph/graph'
import type { RelationType } from '@core/records/records'
import { byOrder } from '@core/records/type-order'

/** A relation type as it is offered between two types of entity; `reversed` where it fits the other way round. */
export interface OfferedType {
  readonly id: string
  readonly type: RelationType
  /** Its word in the direction in which it was asked for. */
  readonly label: string
  readonly reversed: boolean
  readonly fits: boolean
}

/** The types of entity that a graph knows, in the order that was given to them, then by label. */
export const entityTypes = (graph: Graph) =>
  [...graph.all('entityType').values()].sort((a, b) => byOrder(a, b) || a.label.localeCompare(b.label, 'en'))

/** The relation types that hold a text: those that join the two types first, then those that do so reversed, then the rest. An absent type is not chosen yet. */
export function offeredTypes(graph: Graph, from: string | undefined, to: string | undefined, text = ''): OfferedType[] {
  const wanted = text.trim().toLowerCase()
  const offers = [...graph.all('relationType').values()].map((type): OfferedType => {
    const fits = joins(type, from, to) || (type.symmetric === true && joins(type, to, from))
    const fitsBack = joins(type, to, from)
    const has = (word: string) => word.toLowerCase().includes(wanted)
    // Who types the word back means it: “operated by” says who operates, whatever is chosen yet.
    const isBack = type.symmetric !== true && fitsBack && !has(type.label) && has(type.inverse)
    const reversed = isBack || (!fits && from !== undefined && to !== undefined && fitsBack)
    return { id: type.id, type, label: reversed ? type.inverse : type.label, reversed, fits: fits || reversed }
  })
  const rank = ({ fits, reversed }: OfferedType) => (fits ? (reversed ? 1 : 0) : 2)
  return offers
    .filter(({ type }) => [type.label, type.inverse].some((word) => word.toLowerCase().includes(wanted)))
    .sort((a, b) => rank(a) - rank(b) || byOrder(a.type, b.type) || a.label.localeCompare(b.label, 'en'))
}

/** Whether the type joins these two as it stands; what is not chosen yet does not speak against it. */
export function joins(type: RelationType, from: string | undefined, to: string | undefined): boolean {
  const fits = (ids: readonly string[] | undefined, id: string | undefined) =>
    id === undefined || (ids?.includes(id) ?? true)
  return fits(type.from, from) && fits(type.to, to)
}
