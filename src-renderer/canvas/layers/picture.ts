import { radiusOf } from '@core/drawing/geometry'
import type { DrawnStatus } from '@core/drawing/statuses'
import { type EntitySymbol, symbolFor } from '@core/drawing/symbols'
import { STATUSES } from '@core/evidence/status-labels'
import type { Graph } from '@core/graph/graph'
import { distinction } from '@core/queries/namesakes'
import { isSymmetric, nativeName, relationLabel } from '@core/queries/relation-labels'
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

/** A relation as the canvas draws it. */
export interface DrawnRelation {
  readonly relation: Relation
  readonly word: string
  readonly status: DrawnStatus
  /** Points neither way. */
  readonly symmetric: boolean
}

/** What is shown, by id, with the ties of each entity: all that drawing needs besides places and camera. */
export interface Picture {
  readonly entities: ReadonlyMap<string, DrawnEntity>
  readonly relations: ReadonlyMap<string, DrawnRelation>
  /** Entity → its relations. */
  readonly tiesOf: ReadonlyMap<string, readonly string[]>
}

export const EMPTY: Picture = { entities: new Map(), relations: new Map(), tiesOf: new Map() }

export function pictureOf(graph: Graph, { entities, relations }: Shown): Picture {
  const tiesOf = new Map<string, string[]>(entities.map(({ id }) => [id, []]))
  const drawn = new Map<string, DrawnRelation>()
  for (const { relation, evidence } of relations) {
    const status = STATUSES.find((each) => each === evidence.status)
    if (!status) continue
    const word = relationLabel(graph, relation)
    drawn.set(relation.id, { relation, word, status, symmetric: isSymmetric(graph, relation) })
    for (const end of new Set([relation.from, relation.to])) tiesOf.get(end)?.push(relation.id)
  }
  return {
    entities: new Map(
      entities.map((entity) => [entity.id, drawnEntity(graph, entity, tiesOf.get(entity.id)?.length ?? 0)])
    ),
    relations: drawn,
    tiesOf
  }
}

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
