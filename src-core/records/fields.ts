import { KINDS, type Kind, type SCHEMAS } from './records'

// The table of fields. Labels, words, merging, references, the file and the database read it: a new field is a line in
// its schema (records.ts) and a row here. The compiler asks for the row.

/** How a field is edited, and so how its value reads. */
type Editor =
  | 'line'
  | 'text'
  | 'date'
  | 'instant'
  | 'choice'
  | 'switch'
  | 'reference'
  | 'list'
  | 'aliases'
  | 'locator'
  | 'places'
  | 'properties'
  | 'definitions'
  | 'number'

/** All that there is to know of a field beside what its schema takes. */
export interface Field {
  /** What users call it. The same name has the same label in every kind. */
  readonly label: string
  readonly editor: Editor
  /** Of which kinds the records are that it names by their ids; of several the first that has the id. */
  readonly refersTo?: readonly Kind[]
  /** Whether the record hangs in the air without what it names. */
  readonly needed?: true
  /** It holds ids other than those of `refersTo`. Ids are kept character for character, never normalised. */
  readonly isId?: true
  /** Of a list whose entries stand for themselves, so that two people may each add one: by what an entry is known. */
  readonly entryKey?: (entry: unknown) => string
  /** Whether it is a property of its own in Neo4j; the rest of a record is JSON in one. Whole numbers, texts, yes or no. */
  readonly column?: true
  /** Whether the line that names the record says it already. */
  readonly inSubject?: true
  /** How a refusal begins; “The” and its label where absent. */
  readonly subject?: string
  /** What a form says beside it, and in it while it is empty. */
  readonly hint?: string
  readonly placeholder?: string
}

const itself = (entry: unknown) => JSON.stringify(entry)
const part = (name: string | number) => (entry: unknown) =>
  typeof entry === 'object' && entry !== null ? String(Reflect.get(entry, name)) : itself(entry)

const line = (label: string): Field => ({ label, editor: 'line', column: true })
const text = (label: string): Field => ({ label, editor: 'text', column: true })
const date = (label: string): Field => ({ label, editor: 'date', column: true })
const choice = (label: string): Field => ({ label, editor: 'choice', column: true })
const named = (field: Field): Field => ({ ...field, inSubject: true })

/** The record that it names must be there. */
const needs = (label: string, ...refersTo: readonly Kind[]): Field => ({
  label,
  editor: 'reference',
  refersTo,
  needed: true,
  column: true
})

/** Ids, each of which stands for itself; those of a view may name what is gone. */
const ids = (label: string, ...refersTo: readonly Kind[]): Field => ({
  label,
  editor: 'list',
  refersTo,
  entryKey: itself
})

/** The properties that a type's things have, each known by its word. */
const definitions: Field = { label: 'properties', editor: 'definitions', entryKey: part('name') }

// What two nodes of a database are joined by is no property of it.
const { column: _column, ...end } = { ...named(needs('From', 'entity')), subject: 'The beginning' }

/** Every field of every kind beside `kind` and `id`, in the order of the schemas. */
export const FIELDS: {
  readonly [K in Kind]: { readonly [F in Exclude<keyof (typeof SCHEMAS)[K]['shape'], 'kind' | 'id'>]: Field }
} = {
  entityType: {
    label: named(line('Word')),
    plural: line('Plural'),
    symbol: { ...choice('Symbol'), isId: true },
    colour: { ...choice('Colour'), isId: true },
    parent: { label: 'A kind of', editor: 'reference', refersTo: ['entityType'], needed: true },
    properties: definitions,
    order: { label: 'Place', editor: 'number' }
  },
  relationType: {
    label: named(line('Word')),
    inverse: line('Word back'),
    symmetric: { label: 'The same both ways', editor: 'switch', column: true },
    aspect: { label: 'In time', editor: 'choice' },
    membership: { label: 'Speaks for its end', editor: 'switch' },
    from: { ...ids('From', 'entityType'), needed: true },
    to: { ...ids('To', 'entityType'), needed: true },
    properties: definitions,
    order: { label: 'Place', editor: 'number' }
  },
  source: {
    title: named(line('Title')),
    publisher: line('Publisher'),
    published: { ...date('Published'), subject: 'The date of the source' },
    url: { ...line('Web address'), placeholder: 'https://' },
    language: { ...line('Language'), hint: 'as a code', placeholder: 'ar' },
    reliability: choice('Reliability'),
    basedOn: needs('Based on', 'source'),
    text: { label: 'Text', editor: 'text' },
    note: text('Note')
  },
  entity: {
    type: needs('Type', 'entityType'),
    name: named(line('Name')),
    aliases: { label: 'Other names', editor: 'aliases', entryKey: part('text') },
    summary: { ...text('Summary'), hint: 'one or two sentences' },
    period: { ...date('Period'), hint: 'when it existed', placeholder: '2017/..' },
    properties: { label: 'properties', editor: 'properties' },
    tags: { label: 'Tags', editor: 'list', entryKey: itself }
  },
  relation: {
    type: { ...end, label: 'Type', subject: 'The type', refersTo: ['relationType'] },
    from: end,
    to: { ...end, label: 'To', subject: 'The end' },
    properties: { label: 'properties', editor: 'properties' }
  },
  claim: {
    about: needs('About', 'relation', 'entity'),
    property: line('Property'),
    stance: choice('Stance'),
    statement: named(text('Statement')),
    when: date('True when'),
    source: needs('Source', 'source'),
    basedOn: needs('Based on', 'source'),
    locator: { label: 'Passage', editor: 'locator' },
    attributedTo: { ...line('Attributed to'), subject: 'Attributed to', refersTo: ['entity'] },
    credibility: choice('Credibility'),
    note: text('Note'),
    inferred: { label: 'Inferred', editor: 'switch' },
    recorded: { label: 'Recorded', editor: 'instant', column: true }
  },
  notSame: {
    pair: { label: 'Not the same', editor: 'list', refersTo: ['entity'], needed: true, inSubject: true }
  },
  view: {
    name: named(line('Name')),
    title: { label: 'Title', editor: 'line' },
    note: { label: 'Note', editor: 'text' },
    entities: ids('Entities', 'entity'),
    hiddenEntities: ids('Hidden entities', 'entity'),
    onlyEntities: ids('Only these entities', 'entity'),
    hiddenTypes: ids('Hidden types', 'entityType'),
    hiddenRelationTypes: ids('Hidden relations', 'relationType'),
    hiddenStatuses: { ...ids('Hidden evidence'), isId: true },
    asOf: { label: 'As of', editor: 'date' },
    clock: { label: 'Clock', editor: 'choice' },
    publishedBy: { label: 'Published by', editor: 'date' },
    recordedBy: { label: 'Recorded by', editor: 'date' },
    denials: { label: 'Denied relations', editor: 'switch' },
    dates: { label: 'Dates on the lines', editor: 'switch' },
    positions: { label: 'Places', editor: 'places', isId: true, entryKey: part(0) }
  },
  // What stands in a conflict is kept as it stood in the record, ids and all.
  conflict: {
    of: { label: 'Kind', editor: 'choice', isId: true, inSubject: true },
    about: { label: 'About', editor: 'choice', isId: true, inSubject: true },
    field: { label: 'Field', editor: 'choice', isId: true },
    ours: { label: 'Yours', editor: 'text', isId: true },
    theirs: { label: 'Theirs', editor: 'text', isId: true },
    taken: { label: 'Stands', editor: 'choice' }
  }
}

const BY_KIND: ReadonlyMap<Kind, ReadonlyMap<string, Field>> = new Map(
  KINDS.map((kind) => [kind, new Map<string, Field>(Object.entries(FIELDS[kind]))])
)

const NONE: ReadonlyMap<string, Field> = new Map()

/** The fields of a kind by name, in the order of its schema. */
export const fieldsOf = (kind: Kind): ReadonlyMap<string, Field> => BY_KIND.get(kind) ?? NONE

/** The names of fields of a kind, or of all kinds, of which something is so. */
export const fieldsWith = (test: (field: Field) => boolean, kinds: readonly Kind[] = KINDS): readonly string[] => [
  ...new Set(kinds.flatMap((kind) => [...fieldsOf(kind)].flatMap(([name, field]) => (test(field) ? [name] : []))))
]

/** The fields of a kind that a form edits as one text each and a panel shows as one value, in the order of its schema. */
export const plainFields = (kind: Kind): readonly (readonly [name: string, field: Field])[] =>
  [...fieldsOf(kind)].filter(([, { editor, inSubject }]) => PLAIN.has(editor) && !inSubject)

const PLAIN: ReadonlySet<Editor> = new Set<Editor>(['line', 'text', 'date'])

/** The first description of a field of that name, whatever the kind. */
export function fieldNamed(name: string): Field | undefined {
  for (const fields of BY_KIND.values()) {
    const field = fields.get(name)
    if (field) return field
  }
  return undefined
}
