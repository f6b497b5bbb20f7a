import type { z } from 'zod'
import { separate } from '../evidence/asked'
import type { Evidence } from '../evidence/status'
import { CLOCK_LABELS, STATUS_LABELS, STATUSES } from '../evidence/status-labels'
import { dateInWords } from '../records/date-labels'
import { Clock, type Entity, type Relation, View } from '../records/records'
import { type Find, fieldLabel, valueInWords } from './field-labels'
import { viewDate } from './view-date'

// The table of filters. Whatever shows, lists or counts a view goes by it: a new filter is a field of the view and one row.

/** The part of a view that its filters read. */
export type Filters = Partial<z.output<z.ZodObject<(typeof View)['shape']>>>

/** Says whether something passes. */
type Passes<T> = (one: T) => boolean

/** One way of showing less of a graph. Its tests are made once for a view; undefined where the view does not use it. */
export interface Filter {
  readonly id: string
  readonly label: string
  /** The fields of a view by which it is set. */
  readonly schema: z.ZodObject
  /** Whether the legends set it in the window, beside what the view in the file says. */
  readonly inLegend: boolean
  /** The fields with which it hides nothing, where that is neither an empty list nor no field at all. */
  readonly off?: Filters
  /** Of which types entities pass; cheap to count. */
  readonly types?: (view: Filters) => Passes<string> | undefined
  /** Which entities pass. */
  readonly entities?: (view: Filters) => Passes<Entity> | undefined
  /** Which relations pass, before their evidence is weighed. */
  readonly relations?: (view: Filters) => Passes<Relation> | undefined
  /** Which relations pass, by their evidence at the view's date. */
  readonly evidence?: (view: Filters) => Passes<Evidence> | undefined
  /** What a chip says of it; undefined where the view does not use it. */
  readonly chip: (view: Filters, find: Find) => string | undefined
}

const set = (ids: readonly string[] | undefined) => (ids && ids.length > 0 ? new Set(ids) : undefined)

const hiding = (field: 'hiddenTypes' | 'hiddenRelationTypes' | 'hiddenStatuses', chip?: Filter['chip']) => ({
  label: fieldLabel(field),
  schema: View.pick({ [field]: true } as { [F in typeof field]: true }),
  inLegend: true,
  chip:
    chip ??
    ((view: Filters, find: Find) =>
      set(view[field]) && `${fieldLabel(field)}: ${valueInWords('view', field, view[field], find)}`)
})

/** By entities that were picked one by one; a chip says how many, as the names of a thousand are no chip. */
const listing = (field: 'hiddenEntities' | 'onlyEntities') => ({
  label: fieldLabel(field),
  schema: View.pick({ [field]: true } as { [F in typeof field]: true }),
  inLegend: false,
  chip: (view: Filters, find: Find) => {
    const ids = view[field] ?? []
    if (ids.length === 0) return undefined
    return `${fieldLabel(field)}: ${ids.length > MOST_NAMED ? ids.length : valueInWords('view', field, ids, find)}`
  }
})

/** So many names stand in a chip. */
const MOST_NAMED = 3

/** All filters, in the order of their chips. */
export const FILTERS: readonly Filter[] = [
  {
    id: 'types',
    ...hiding('hiddenTypes'),
    types: ({ hiddenTypes }) => {
      const hidden = set(hiddenTypes)
      return hidden && ((type) => !hidden.has(type))
    }
  },
  {
    id: 'relation-types',
    ...hiding('hiddenRelationTypes'),
    relations: ({ hiddenRelationTypes }) => {
      const hidden = set(hiddenRelationTypes)
      return hidden && (({ type }) => !hidden.has(type))
    }
  },
  {
    id: 'statuses',
    ...hiding('hiddenStatuses', ({ hiddenStatuses }) => {
      const hidden = set(hiddenStatuses)
      const names = STATUSES.filter((status) => hidden?.has(status)).map((status) => STATUS_LABELS[status])
      return hidden && `${fieldLabel('hiddenStatuses')}: ${names.join(', ')}`
    }),
    evidence: ({ hiddenStatuses }) => {
      const hidden = set(hiddenStatuses)
      return hidden && (({ status }) => !hidden.has(status))
    }
  },
  {
    id: 'hidden-entities',
    ...listing('hiddenEntities'),
    entities: ({ hiddenEntities }) => {
      const hidden = set(hiddenEntities)
      return hidden && (({ id }) => !hidden.has(id))
    }
  },
  {
    id: 'only-entities',
    ...listing('onlyEntities'),
    entities: ({ onlyEntities }) => {
      const only = set(onlyEntities)
      return only && (({ id }) => only.has(id))
    }
  },
  {
    id: 'date',
    label: fieldLabel('asOf'),
    schema: View.pick({ asOf: true, clock: true, publishedBy: true, recordedBy: true }),
    inLegend: false,
    // The evidence is weighed at that date; a relation of which no claim counts then is not there.
    evidence:
      () =>
      ({ status }) =>
        status !== 'not-at-date',
    chip: (view) => {
      const { asOf, publishedBy, recordedBy } = separate(viewDate(view))
      const dates = { world: asOf, published: publishedBy, recorded: recordedBy }
      const words = Clock.options.flatMap((clock) =>
        dates[clock] === undefined ? [] : [`${CLOCK_LABELS[clock]} ${dateInWords(dates[clock])}`]
      )
      return words.length > 0 ? words.join(' · ') : undefined
    }
  },
  {
    id: 'denials',
    label: fieldLabel('denials'),
    schema: View.pick({ denials: true }),
    inLegend: true,
    off: { denials: true },
    // What exists only through its denial is drawn only where denials are asked for.
    evidence:
      ({ denials }) =>
      ({ status }) =>
        denials === true || status !== 'denied',
    // That they are not drawn goes without saying: the legend counts them.
    chip: () => undefined
  }
]

/** What passes all filters of a view. */
export interface Lens {
  /** Of entities: their types. All there is to know of them where `isByType`. */
  readonly type: Passes<string>
  readonly isByType: boolean
  readonly entity: Passes<Entity>
  readonly relation: Passes<Relation>
  readonly evidence: Passes<Evidence>
}

/** The filters of a view, made ready once for very many records. */
export function lensOf(view: Filters, filters: readonly Filter[] = FILTERS): Lens {
  const used = <T>(tests: readonly (Passes<T> | undefined)[]) => tests.filter((test) => test !== undefined)
  const all =
    <T>(tests: readonly Passes<T>[]): Passes<T> =>
    (one) =>
      tests.every((test) => test(one))
  const type = all(used(filters.map(({ types }) => types?.(view))))
  const entities = used(filters.map(({ entities }) => entities?.(view)))
  const others = all(entities)
  return {
    type,
    isByType: entities.length === 0,
    entity: (entity) => type(entity.type) && others(entity),
    relation: all(used(filters.map(({ relations }) => relations?.(view)))),
    evidence: all(used(filters.map(({ evidence }) => evidence?.(view))))
  }
}

const fieldsOfFilters = (ids?: readonly string[]) =>
  FILTERS.filter(({ id, inLegend }) => ids?.includes(id) ?? inLegend).flatMap(({ schema }) =>
    Object.entries(schema.shape)
  )

/** What the legends of a view filter: those of its fields alone. */
export function legendFilters(view: Filters): Filters {
  const given = new Map(Object.entries(view))
  return Object.fromEntries(
    fieldsOfFilters().flatMap(([field]) => (given.has(field) ? [[field, given.get(field)]] : []))
  )
}

/** A view without what its legends filter, or without some of that. */
export function withoutLegend<V extends Filters>(view: V, ids?: readonly string[]): V {
  const fields = fieldsOfFilters(ids)
  // A list hides nothing when it is empty, any other field when it is not there.
  const off = fields.map(([field, shape]) => [field, (shape as z.ZodType).safeParse([]).success ? [] : undefined])
  const set = FILTERS.filter(({ id, inLegend }) => ids?.includes(id) ?? inLegend).map((filter) => filter.off ?? {})
  return Object.assign({ ...view, ...Object.fromEntries(off) }, ...set)
}

/** The chips of a view: what its filters say, in words. */
export const chipsOf = (view: Filters, find: Find): readonly { readonly id: string; readonly words: string }[] =>
  FILTERS.flatMap(({ id, chip }) => {
    const words = chip(view, find)
    return words ? [{ id, words }] : []
  })
