import { radiusOf } from '@core/drawing/geometry'
import { isBundle, linesOf, type Tied } from '@core/drawing/lines'
import type { DrawnStatus } from '@core/drawing/statuses'
import { type EntitySymbol, symbolFor } from '@core/drawing/symbols'
import { isWeakDispute } from '@core/evidence/drawn-evidence'
import { STATUSES } from '@core/evidence/status-labels'
import type { Graph } from '@core/graph/graph'
import { distinction } from '@core/queries/namesakes'
import { isSymmetric, lineWords, nativeName } from '@core/queries/relation-labels'
import type { Entity, Relation } from '@core/records/records'
import type { Shown } from '@core/view/shown'

/** An entity as the canvas draws it. Radius in px at 100 %. */
export interface DrawnEntity {
  readonly entity: Entity
  readonly symbol: EntitySymbol
  readonly radius: number
  /** The name in its own script, where that is not Latin. */
  readonly native?: string
  /** What tells it from others of that name. */
  readonly aside?: string
}

/** A relation as the canvas draws it, or a bundle of parallel ones under an id of its own. */
export interface DrawnRelation {
  readonly relation: Pick<Relation, 'id' | 'from' | 'to'>
  readonly word: string
  /** The word without its date. */
  readonly short?: string
  readonly status: DrawnStatus
  /** One side of its dispute is weak. */
  readonly weak: boolean
  /** Points neither way. */
  readonly symmetric: boolean
}

/** What is shown, by id, with the ties of each entity: all that drawing needs besides places and camera. */
export interface Picture {
  readonly entities: ReadonlyMap<string, DrawnEntity>
  /** What has a line: relations, and bundles of them. */
  readonly relations: ReadonlyMap<string, DrawnRelation>
  /** Entity → its lines. */
  readonly tiesOf: ReadonlyMap<string, readonly string[]>
  /** Entity → how many relations it has. */
  readonly degrees: ReadonlyMap<string, number>
  /** Relation → the bundle that it is drawn in, where it has no line of its own. */
  readonly bundleOf: ReadonlyMap<string, string>
  /** How many relations are shown, in bundles or not. */
  readonly shown: number
}

export const EMPTY: Picture = {
  ...{ entities: new Map(), relations: new Map(), tiesOf: new Map(), degrees: new Map(), bundleOf: new Map() },
  shown: 0
}

export function pictureOf(graph: Graph, { entities, relations }: Shown, { dates = false } = {}): Picture {
  const tiesOf = new Map<string, string[]>(entities.map(({ id }) => [id, []]))
  const degrees = new Map<string, number>()
  const bundleOf = new Map<string, string>()
  const drawn = new Map<string, DrawnRelation>()
  const tied = relations.flatMap(({ relation, evidence }): readonly Tied[] => {
    const status = STATUSES.find((each) => each === evidence.status)
    if (!status) return []
    const { id, from, to } = relation
    const weak = isWeakDispute(evidence)
    const words = lineWords(graph, relation, evidence, dates)
    return [{ id, from, to, ...words, status, weak, symmetric: isSymmetric(graph, relation) }]
  })
  for (const { from, to } of tied) for (const end of new Set([from, to])) degrees.set(end, (degrees.get(end) ?? 0) + 1)
  for (const { id, from, to, word, short, status, weak = false, symmetric, members } of linesOf(tied)) {
    const words = { word, ...(short !== undefined && { short }) }
    drawn.set(id, { relation: { id, from, to }, ...words, status, weak, symmetric })
    if (isBundle(id)) for (const member of members) bundleOf.set(member.id, id)
    for (const end of new Set([from, to])) tiesOf.get(end)?.push(id)
  }
  return {
    entities: new Map(entities.map((entity) => [entity.id, drawnEntity(graph, entity, degrees.get(entity.id) ?? 0)])),
    ...{ relations: drawn, tiesOf, degrees, bundleOf, shown: tied.length }
  }
}

/** The id under which a relation is drawn: its own, or that of its bundle. */
export const lineOf = ({ bundleOf }: Picture, relation: string): string => bundleOf.get(relation) ?? relation

function drawnEntity(graph: Graph, entity: Entity, ties: number): DrawnEntity {
  const native = nativeName(entity)
  const aside = distinction(graph, entity)
  return {
    entity,
    symbol: symbolFor(graph, entity.type),
    radius: radiusOf(ties),
    ...(native !== undefined && native !== entity.name && { native }),
    ...(aside !== undefined && { aside })
  }
}
