import { same } from '../change/change'
import { isRefusal, type Refusal } from '../change/refusal'
import { aliasFrom } from '../names/alias-from'
import { dateText } from '../records/date-labels'
import { fieldsOf } from '../records/fields'
import type { Alias, Entity, PropertyValue } from '../records/records'
import { patched } from './fields'

/** Whose value stands: that of the entity that stays, of the one that goes, or both texts, one after the other. */
export type Whose = 'keep' | 'drop' | 'both'

/** A field in which two entities say different things: `name`, `type`, `summary`, `period` or `properties.KEY`. */
export interface FieldConflict {
  readonly field: string
  readonly keep: PropertyValue
  readonly drop: PropertyValue
}

/** Merged in ways of their own. */
const APART: ReadonlySet<string> = new Set(['name', 'aliases', 'period', 'properties', 'tags'])

/** Fields that hold one text each, the name first as in a form; the table says which there are. */
const FIELDS: readonly string[] = ['name', ...[...fieldsOf('entity').keys()].filter((field) => !APART.has(field))]

/** The fields in which two entities say different things, so that one has to be chosen; in the order of a form. */
export function entityConflicts(keep: Entity, drop: Entity): readonly FieldConflict[] {
  const mine = entityValues(keep)
  const conflicts: FieldConflict[] = []
  for (const [field, other] of entityValues(drop)) {
    const own = mine.get(field)
    if (own !== undefined && !same(own, other)) conflicts.push({ field, keep: own, drop: other })
  }
  return conflicts
}

/**
 * Two entities as one: what only one of them has is there, where they conflict the choice counts (`keep` where there is none;
 * `both` for the summary only), and every name of either is a name of it.
 */
export function mergedEntity(
  keep: Entity,
  drop: Entity,
  choices: ReadonlyMap<string, Whose> = new Map()
): Entity | Refusal {
  const values = new Map([...entityValues(drop), ...entityValues(keep)])
  for (const conflict of entityConflicts(keep, drop))
    values.set(conflict.field, chosen(conflict, choices.get(conflict.field)))
  const properties: [string, PropertyValue][] = []
  for (const [field, value] of values)
    if (field.startsWith(PROPERTY)) properties.push([field.slice(PROPERTY.length), value])
  const tags = [...new Set([...(keep.tags ?? []), ...(drop.tags ?? [])])]
  const merged = patched('entity', keep, {
    ...Object.fromEntries(FIELDS.map((field) => [field, values.get(field)])),
    aliases: namesOf(keep, drop, values.get('name') === drop.name),
    properties: Object.fromEntries(properties),
    tags: tags.length > 0 ? tags : undefined
  })
  // A period stands as it was written, readable or not.
  const { period } = values.get('period') === dateText(keep.period) ? keep : drop
  // Fields that this version does not know have nobody to choose for them: what only the other one has is taken over.
  return isRefusal(merged) ? merged : { ...drop, ...merged, ...(period !== undefined && { period }), id: keep.id }
}

const PROPERTY = 'properties.'

/** What an entity says in each field of which one value has to be chosen, by field as in FieldConflict; blank ones left out. */
export function entityValues(entity: Entity): ReadonlyMap<string, PropertyValue> {
  const values = new Map<string, PropertyValue>()
  for (const field of FIELDS) {
    const value: unknown = Reflect.get(entity, field)
    if (typeof value === 'string' && value !== '') values.set(field, value)
  }
  // Not every period is a text: see DateField.
  if (entity.period !== undefined) values.set('period', dateText(entity.period))
  for (const [key, value] of Object.entries(entity.properties ?? {}))
    if (value !== '') values.set(PROPERTY + key, value)
  return values
}

function chosen({ field, keep, drop }: FieldConflict, whose: Whose = 'keep') {
  if (whose === 'both') return field === 'summary' ? `${keep} ${drop}` : keep
  return whose === 'drop' ? drop : keep
}

/** The other names of the two, each once; the main name that is not chosen is one of them. */
function namesOf(keep: Entity, drop: Entity, isDropsName: boolean): readonly Alias[] {
  const [main, other] = isDropsName ? [drop, keep] : [keep, drop]
  const known = new Set([main.name.normalize('NFC')])
  const names = [...main.aliases, aliasFrom(other.name, main), ...other.aliases]
  return names.filter(({ text }) => {
    const isNew = !known.has(text.normalize('NFC'))
    known.add(text.normalize('NFC'))
    return isNew
  })
}
