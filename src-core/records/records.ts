import { z } from 'zod'
import { ExactNumber } from '../text/exact-number'
import { DateField, InstantField } from './dates-of-record'
import { Id } from './ids'
import { FARTHEST, MOST_BASES, MOST_RECORDS } from './limits'
import { PropertyDefinitions } from './property-definitions'
import { Name, Text } from './text'

// Every schema is loose: a field that a newer or another program wrote stays in the record and in the file.

/** What kind of other name an alias is. */
export const AliasKind = z.enum(['alias', 'acronym', 'former', 'nom-de-guerre', 'transliteration', 'native'])

/** Another name of an entity; `script` is an ISO 15924 code such as Arab, Cyrl, Latn. */
export const Alias = z.looseObject({
  text: Name,
  kind: AliasKind,
  script: z
    .string()
    .regex(/^[A-Z][a-z]{3}$/, 'must be an ISO 15924 code such as Arab, Cyrl or Latn')
    .optional()
})

/** A number in whatever digits it was written. */
export const AnyNumber = z.union([z.number(), z.instanceof(ExactNumber)])

/** One value of a property. */
const OneValue = z.union([Text, AnyNumber, z.boolean()])

/** What a property of an entity or relation may be: a value, or a list of several. */
export const PropertyValue = z.union([OneValue, z.array(OneValue).min(1).max(500)])

const Properties = z.record(Name, PropertyValue)

/** A person, organisation, armed group, state, place, facility, event, agreement, media outlet, equipment … */
export const Entity = z.looseObject({
  kind: z.literal('entity'),
  id: Id,
  type: Id,
  name: Name,
  aliases: z.array(Alias).max(500).default([]),
  summary: Text.optional(),
  period: DateField.optional(),
  properties: Properties.optional(),
  tags: z.array(Name).max(200).optional()
})

/** A typed, directed (or, by its type, symmetric) tie between two entities. Carries no evidence itself. */
export const Relation = z.looseObject({
  kind: z.literal('relation'),
  id: Id,
  type: Id,
  from: Id,
  to: Id,
  properties: Properties.optional()
})

/** What a claim says of its subject: that it holds, that it does not, or that it may. */
export const Stance = z.enum(['supports', 'denies', 'uncertain'])

/** Where in its source a claim stands: paragraph and page count from 1; start and end are characters of the paragraph, end excluded. */
export const Locator = z.looseObject({
  paragraph: z.int().min(1).optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  page: z.int().min(1).optional()
})

/** The source that something rests on, or several. */
const Basis = z.union([Id, z.array(Id).min(1).max(MOST_BASES)])

/** One source's statement about one relation, or about one property of an entity. Credibility: NATO Admiralty code, 1–6; 6 cannot be judged. */
export const Claim = z.looseObject({
  kind: z.literal('claim'),
  id: Id,
  about: Id,
  property: Name.optional(),
  stance: Stance,
  statement: Text.min(1, 'must not be empty'),
  when: DateField.optional(),
  source: Id,
  /** The report that this one statement rests on, or several, where its source only passes it on: an agency, an interview. */
  basedOn: Basis.optional(),
  locator: Locator.optional(),
  attributedTo: Name.optional(),
  credibility: z.int().min(1).max(6),
  note: Text.optional(),
  /** The analyst's own step from what the source says; its note says which. */
  inferred: z.boolean().optional(),
  /** When it was entered here; absent where nobody wrote that down, as in an example. */
  recorded: InstantField
})

/** Reliability of a source: NATO Admiralty code, A (completely reliable) to E (unreliable); F cannot be judged. */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F'])

/** A web address (WHATWG URL, http or https), of any host: a name in any script, a number, this computer. */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: 'must be a web address such as https://example.org/report' })
  .refine((text) => /^https?:\/\/[^/\\]/i.test(text), 'must be a web address such as https://example.org/report')

/** A document, article, speech, image or dataset that claims come from. */
export const Source = z.looseObject({
  kind: z.literal('source'),
  id: Id,
  title: Name,
  publisher: Name.optional(),
  published: DateField.optional(),
  url: WebAddress.optional(),
  language: z.string().max(35).optional(),
  reliability: Reliability,
  basedOn: Basis.optional(),
  /** The text it was read from: file name, SHA-256 in hex, and how many non-empty lines (paragraphs) it has. */
  text: z
    .looseObject({ file: Name, sha256: z.string().regex(/^[0-9a-f]{64}$/), paragraphs: z.int().min(1).optional() })
    .optional(),
  note: Text.optional()
})

/** Two similar names that are two different things, so that the duplicate warning never asks twice. Its id is derived: see notSameId. */
const NotSame = z.looseObject({ kind: z.literal('notSame'), id: z.string(), pair: z.tuple([Id, Id]) })

/** A type of entity; `symbol` names one of the built-in symbols where the id is not one itself. */
export const EntityType = z.looseObject({
  kind: z.literal('entityType'),
  id: Id,
  label: Name,
  plural: Name.optional(),
  symbol: Id.optional(),
  colour: Id.optional(),
  /** The type that it is one of, whose properties it has as well: a tanker is a vessel. No circles. */
  parent: Id.optional(),
  properties: PropertyDefinitions.optional(),
  /** Where it stands among the types, from 0; those without a place follow as they always did. */
  order: z.int().min(0).max(MOST_RECORDS).optional()
})

/** What a relation is in time: an event has happened from its day on; a state lasts as long as is said. */
export const Aspect = z.enum(['event', 'state'])

/** A type of relation: its word from → to, its word back, and which entity types it joins (absent: any). */
export const RelationType = z.looseObject({
  kind: z.literal('relationType'),
  id: Id,
  label: Name,
  inverse: Name,
  symmetric: z.boolean().optional(),
  /** Whether it is what happened once (captures) or what lasts (supports); a state where absent. */
  aspect: Aspect.optional(),
  /** Whoever stands at its beginning belongs to what stands at its end, and speaks for it: leads, holds office in, is part of. */
  membership: z.boolean().optional(),
  from: z.array(Id).optional(),
  to: z.array(Id).optional(),
  properties: PropertyDefinitions.optional(),
  order: z.int().min(0).max(MOST_RECORDS).optional()
})

/** Which of the three clocks a date is read on: true in the world, published by, recorded in this file by. */
export const Clock = z.enum(['world', 'published', 'recorded'])

/**
 * A coordinate of a place, px at 100 %, at most FARTHEST from 0. What lies beyond is kept as the file has it and pulled in
 * where it is drawn; one that is too large for a number (1e999) becomes the farthest.
 */
export const Coordinate = z.preprocess(
  (value) => (value === Infinity ? FARTHEST : value === -Infinity ? -FARTHEST : value),
  z.number()
)

/** What is shown and where: not a fact. Positions are [entity id, x, y] in pixels at 100 %; `entities` absent means all. */
export const View = z.looseObject({
  kind: z.literal('view'),
  id: Id,
  name: Name,
  title: Name.optional(),
  note: Text.optional(),
  entities: z.array(Id).optional(),
  hiddenEntities: z.array(Id).optional(),
  onlyEntities: z.array(Id).optional(),
  hiddenTypes: z.array(Id).optional(),
  hiddenRelationTypes: z.array(Id).optional(),
  hiddenStatuses: z.array(Id).optional(),
  asOf: DateField.optional(),
  clock: Clock.optional(),
  /** Only what had been published, or recorded here, by then counts; together with `asOf` if wanted. */
  publishedBy: DateField.optional(),
  recordedBy: DateField.optional(),
  /** Whether relations that exist only through their denial are shown. */
  denials: z.boolean().optional(),
  /** Whether the dates of relations stand on their lines. */
  dates: z.boolean().optional(),
  positions: z.array(z.tuple([Id, Coordinate, Coordinate])).default([])
})

/**
 * Something that two sides changed, each in its own way, and that nobody has decided yet: of which kind and id, in which field
 * (absent: the whole record), what either side says (absent: no such field or record), and whose value stands. Its id is
 * derived: see conflictId.
 */
const OpenConflict = z.looseObject({
  kind: z.literal('conflict'),
  id: z.string().min(1).max(1_000),
  of: z.enum(['entityType', 'relationType', 'source', 'entity', 'relation', 'claim', 'notSame', 'view']),
  about: z.string().min(1).max(500),
  field: z.string().max(500).optional(),
  ours: z.unknown().optional(),
  theirs: z.unknown().optional(),
  taken: z.enum(['ours', 'theirs'])
})

export type PropertyValue = z.infer<typeof PropertyValue>
export type OneValue = z.infer<typeof OneValue>
export type Alias = z.infer<typeof Alias>
export type AliasKind = z.infer<typeof AliasKind>
export type Entity = z.infer<typeof Entity>
export type Relation = z.infer<typeof Relation>
export type Stance = z.infer<typeof Stance>
export type Locator = z.infer<typeof Locator>
export type Claim = z.infer<typeof Claim>
export type Reliability = z.infer<typeof Reliability>
export type Source = z.infer<typeof Source>
export type EntityType = z.infer<typeof EntityType>
export type RelationType = z.infer<typeof RelationType>
export type Clock = z.infer<typeof Clock>
export type Aspect = z.infer<typeof Aspect>
export type View = z.infer<typeof View>

/** The schema of each kind, in the order in which the file lists them. */
export const SCHEMAS = {
  entityType: EntityType,
  relationType: RelationType,
  source: Source,
  entity: Entity,
  relation: Relation,
  claim: Claim,
  notSame: NotSame,
  view: View,
  conflict: OpenConflict
} as const

/** Every kind of thing that a file holds and a change can touch. */
export type Kind = keyof typeof SCHEMAS

/** A thing of kind K. */
export type RecordOf<K extends Kind> = z.infer<(typeof SCHEMAS)[K]>

/** Any of the nine things that a file holds. The four of evidence are Entity, Relation, Claim and Source. */
export type AnyRecord = { [K in Kind]: RecordOf<K> }[Kind]

/** All kinds, in file order. */
export const KINDS = Object.keys(SCHEMAS) as readonly Kind[]

/** Any record, told apart by its kind. */
export const AnyRecord = z.discriminatedUnion('kind', [
  EntityType,
  RelationType,
  Source,
  Entity,
  Relation,
  Claim,
  NotSame,
  View,
  OpenConflict
])

/** The id under which the pair is kept, whichever way round it is given. */
export function notSameId(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** The id of the conflict about a field of a record, or about the whole of it. */
export const conflictId = (of: Kind, about: string, field?: string): string =>
  [of, about, ...(field === undefined ? [] : [field])].join(' ')
