import type { Change } from '../change/change'
import { inOneChange } from '../change/in-one-change'
import { type Refusal, refuse } from '../change/refusal'
import type { Graph } from '../graph/graph'
import type { Entity, PropertyValue } from '../records/records'
import { writeJson } from '../text/json'
import { counted, named } from './change-of'
import { mergeEntities } from './merge-entities'
import { entityValues, type Whose } from './merged-entity'
import { missing } from './rules'

/** Which entity stays, which go into it, and whose value stands, by field; `both`: all texts, for the summary. */
export interface MergeSeveralArgs {
  readonly keep: string
  readonly drop: readonly string[]
  /** By field as in FieldChoice: the id of the entity whose value stands; that of the one that stays where absent. */
  readonly choices?: ReadonlyMap<string, string>
}

/** A field in which several entities say different things: `name`, `type`, `summary`, `period` or `properties.KEY`. */
export interface FieldChoice {
  readonly field: string
  /** Each value once, with the first entity that has it; that of the one that stays first. */
  readonly values: readonly { readonly id: string; readonly value: PropertyValue }[]
}

/** The choice for a field of which all texts stand, one after the other. */
export const ALL_TEXTS = 'both'

/** The fields in which entities say different things, in the order of a form. */
export function fieldChoices(entities: readonly Entity[]): readonly FieldChoice[] {
  const fields = new Map<string, Map<string, { readonly id: string; readonly value: PropertyValue }>>()
  for (const entity of entities)
    for (const [field, value] of entityValues(entity)) {
      const values = fields.get(field) ?? new Map()
      fields.set(field, values)
      const key = writeJson(value)
      if (!values.has(key)) values.set(key, { id: entity.id, value })
    }
  return [...fields].flatMap(([field, values]) => (values.size > 1 ? [{ field, values: [...values.values()] }] : []))
}

/** Makes one entity of several, one after the other as mergeEntities does it, in one change. Refused while two are related. */
export function mergeSeveral(graph: Graph, { keep, drop, choices }: MergeSeveralArgs): Change | Refusal {
  const stays = graph.get('entity', keep)
  if (!stays) return missing('entity', keep, 'keep')
  if (drop.length === 0) return refuse('Choose at least two entities.', 'drop')
  const label =
    drop.length === 1 ? undefined : `Merge ${counted(drop.length, 'entity', 'entities')} into ${named(stays.name)}`
  const steps = drop.map((id) => (now: Graph) => {
    const whose = [...(choices ?? [])].flatMap(([field, of]): [string, Whose][] =>
      of === id ? [[field, 'drop']] : of === ALL_TEXTS ? [[field, 'both']] : []
    )
    return mergeEntities(now, { keep, drop: id, choices: new Map(whose) })
  })
  const [only] = steps
  return label === undefined && only ? only(graph) : inOneChange(graph, label ?? '', steps)
}
