import { otherEnd } from '@core/records/relation-ends'
import { lineOf, type Picture } from './picture'

/** What stands out and what steps back, from what is selected. */
export interface Emphasis {
  /** Something is selected, so that whatever is not lit steps back. */
  readonly dimming: boolean
  readonly litEntities: ReadonlySet<string>
  readonly litRelations: ReadonlySet<string>
  readonly selectedEntities: ReadonlySet<string>
  readonly selectedRelation?: string
}

export function emphasisOf(picture: Picture, entities: ReadonlySet<string>, relation: string | undefined): Emphasis {
  const selected = new Set([...entities].filter((id) => picture.entities.has(id)))
  const chosen = relation === undefined ? undefined : picture.relations.get(lineOf(picture, relation))?.relation
  const lit = litRelations(picture, selected, chosen)
  const ends = [...lit].flatMap((id) => {
    const tie = picture.relations.get(id)?.relation
    return tie ? [tie.from, tie.to] : []
  })
  return {
    dimming: selected.size > 0 || chosen !== undefined,
    litEntities: new Set([...selected, ...ends]),
    litRelations: lit,
    selectedEntities: selected,
    ...(chosen && { selectedRelation: chosen.id })
  }
}

/** What the pointer is over: an entity with its relations, or one relation. */
export interface Hover {
  readonly entity?: string
  readonly relations: ReadonlySet<string>
}

export const NO_HOVER: Hover = { relations: new Set() }

export function hoverOf(picture: Picture, id: string | undefined): Hover {
  if (id === undefined) return NO_HOVER
  const ties = picture.tiesOf.get(id)
  if (ties) return { entity: id, relations: new Set(ties) }
  const line = lineOf(picture, id)
  return picture.relations.has(line) ? { relations: new Set([line]) } : NO_HOVER
}

// One entity lights its neighbourhood. Of several, what holds them together is of interest, not all that surrounds them.
function litRelations(
  picture: Picture,
  selected: ReadonlySet<string>,
  chosen: { readonly id: string; readonly from: string; readonly to: string } | undefined
): ReadonlySet<string> {
  const ties = (id: string) => picture.tiesOf.get(id) ?? []
  if (chosen)
    return new Set([chosen.id, ...(selected.size > 0 ? [...selected] : [chosen.from, chosen.to]).flatMap(ties)])
  const all = [...selected].flatMap(ties)
  if (selected.size < 2) return new Set(all)
  return new Set(
    all.filter((id) => {
      const tie = picture.relations.get(id)?.relation
      return tie !== undefined && selected.has(tie.from) && selected.has(tie.to)
    })
  )
}

/** The entities that an entity is tied to, itself left out. */
export function neighboursOf(picture: Picture, id: string): ReadonlySet<string> {
  const ids = (picture.tiesOf.get(id) ?? []).map((tie) => picture.relations.get(tie)?.relation)
  return new Set(ids.flatMap((relation) => (relation ? [otherEnd(relation, id)] : [])).filter((other) => other !== id))
}
