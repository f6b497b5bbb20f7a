import type { Graph } from '@core/graph/graph'
import type { EntityType, RelationType } from '@core/records/records'

/** A relation of a sketch: whence, how, whither. */
interface SketchedRelation {
  readonly from: string
  readonly to: string
  readonly label: string
}

/** A few types of a vocabulary as they would stand in a picture: one in the middle, tied to up to three others. */
export interface SketchedTypes {
  readonly types: readonly EntityType[]
  readonly relations: readonly SketchedRelation[]
}

const MOST_TIES = 3

/** What to sketch of a vocabulary: the type with most kinds of relation in the middle; nothing where none are tied. */
export function sketchOf(graph: Graph): SketchedTypes {
  const relationTypes = [...graph.all('relationType').values()]
  let best: SketchedTypes = { types: [...graph.all('entityType').values()].slice(0, MOST_TIES + 1), relations: [] }
  const joinsOf = ({ id }: EntityType) =>
    relationTypes.filter(({ from = [], to = [] }) => from.includes(id) || to.includes(id)).length
  const byJoins = [...graph.all('entityType').values()].sort((a, b) => joinsOf(b) - joinsOf(a))
  for (const middle of byJoins) {
    const ties = tiesOf(middle.id, relationTypes)
    if (ties.length <= best.relations.length) continue
    const types = [middle, ...ties.map(({ from, to }) => graph.get('entityType', from === middle.id ? to : from))]
    best = { types: types.filter((type) => type !== undefined), relations: ties }
    if (ties.length === MOST_TIES) break
  }
  return best
}

function tiesOf(middle: string, relationTypes: readonly RelationType[]): readonly SketchedRelation[] {
  const ties: SketchedRelation[] = []
  const met = new Set([middle])
  for (const { label, from = [], to = [] } of relationTypes) {
    const other = from.includes(middle) ? to.find((id) => !met.has(id)) : undefined
    const back = other === undefined && to.includes(middle) ? from.find((id) => !met.has(id)) : undefined
    const end = other ?? back
    if (end === undefined) continue
    met.add(end)
    ties.push(other === undefined ? { from: end, to: middle, label } : { from: middle, to: end, label })
    if (ties.length === MOST_TIES) break
  }
  return ties
}
