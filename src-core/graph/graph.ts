import { type AnyRecord, KINDS, type Kind, type RecordOf } from '../records/records'
import { LayeredMap } from './layered-map'

type Tables = { readonly [K in Kind]: LayeredMap<RecordOf<K>> }
type Index = LayeredMap<readonly string[]>

/** One record as it was and as it is to be; either is absent where it is added or removed. */
export interface Edit {
  readonly before?: AnyRecord
  readonly after?: AnyRecord
}

/** All records by kind and id, immutable, with the indexes that queries need. */
export class Graph {
  readonly #tables: Tables
  readonly #indexes: Indexes
  readonly title: string
  /** Fields at the top of the file that this version does not know; kept as they came. */
  readonly extra: ReadonlyMap<string, unknown>

  private constructor(title: string, extra: ReadonlyMap<string, unknown>, tables: Tables, indexes: Indexes) {
    this.title = title
    this.extra = extra
    this.#tables = tables
    this.#indexes = indexes
  }

  /** A graph of these records; of two with the same kind and id the later one stays. */
  static of(title: string, records: Iterable<AnyRecord>, extra: ReadonlyMap<string, unknown> = new Map()): Graph {
    const tables = new Map<Kind, Map<string, AnyRecord>>(KINDS.map((kind) => [kind, new Map()]))
    for (const record of records) tables.get(record.kind)?.set(record.id, record)
    const indexes = eachIndex(({ kind, keys }) => {
      const index = new Map<string, string[]>()
      for (const record of tables.get(kind)?.values() ?? [])
        for (const key of keys(record)) {
          const ids = index.get(key)
          if (ids) ids.push(record.id)
          else index.set(key, [record.id])
        }
      return LayeredMap.from<readonly string[]>(index)
    })
    const layered = Object.fromEntries(KINDS.map((kind) => [kind, LayeredMap.from(tables.get(kind) ?? new Map())]))
    return new Graph(title, extra, layered as unknown as Tables, indexes)
  }

  /** All records of one kind. */
  all<K extends Kind>(kind: K): LayeredMap<RecordOf<K>> {
    return this.#tables[kind] as LayeredMap<RecordOf<K>>
  }

  /** The record of that kind and id, if there is one. */
  get<K extends Kind>(kind: K, id: string): RecordOf<K> | undefined {
    return this.all(kind).get(id)
  }

  /** Ids of the relations that begin or end at an entity; a self-loop once. */
  relationsOf(entity: string): readonly string[] {
    return this.#indexes.relationsOf.get(entity) ?? []
  }

  /** Ids of the claims about a relation or an entity. */
  claimsAbout(id: string): readonly string[] {
    return this.#indexes.claimsAbout.get(id) ?? []
  }

  /** Ids of the claims that a source makes. */
  claimsFrom(source: string): readonly string[] {
    return this.#indexes.claimsFrom.get(source) ?? []
  }

  /** Ids of the claims that another source passes on from this one. */
  claimsBasedOn(source: string): readonly string[] {
    return this.#indexes.claimsBasedOn.get(source) ?? []
  }

  /** Ids of the sources that rest on a source. */
  sourcesBasedOn(source: string): readonly string[] {
    return this.#indexes.sourcesBasedOn.get(source) ?? []
  }

  /** Ids of the pairs that keep an entity apart from others. */
  pairsOf(entity: string): readonly string[] {
    return this.#indexes.pairsOf.get(entity) ?? []
  }

  /** The same records under another title and with other unknown fields. */
  headed(title: string, extra: ReadonlyMap<string, unknown>): Graph {
    return new Graph(title, extra, this.#tables, this.#indexes)
  }

  /** The graph after these edits. Trusts them: apply() in change checks `before` first. */
  with(edits: readonly Edit[]): Graph {
    const tables: Record<string, unknown> = { ...this.#tables }
    for (const kind of KINDS) {
      const own = edits.filter((edit) => (edit.after ?? edit.before)?.kind === kind)
      if (own.length === 0) continue
      const table = this.#tables[kind] as LayeredMap<AnyRecord>
      tables[kind] = table.with(own.map((edit) => [(edit.after ?? edit.before)?.id ?? '', edit.after] as const))
    }
    const indexes = eachIndex(({ kind, keys }, name) => reindex(this.#indexes[name], kind, keys, edits))
    return new Graph(this.title, this.extra, tables as Tables, indexes)
  }
}

interface IndexRule {
  readonly kind: Kind
  /** Under which ids a record of that kind is found. */
  readonly keys: (record: AnyRecord) => Iterable<string>
}

const NONE: readonly string[] = []

const INDEXES = {
  relationsOf: {
    kind: 'relation',
    keys: (record) =>
      record.kind === 'relation' ? (record.from === record.to ? [record.from] : [record.from, record.to]) : NONE
  },
  claimsAbout: { kind: 'claim', keys: (record) => (record.kind === 'claim' ? [record.about] : NONE) },
  claimsFrom: { kind: 'claim', keys: (record) => (record.kind === 'claim' ? [record.source] : NONE) },
  claimsBasedOn: { kind: 'claim', keys: (record) => basis(record) },
  sourcesBasedOn: { kind: 'source', keys: (record) => basis(record) },
  pairsOf: { kind: 'notSame', keys: (record) => (record.kind === 'notSame' ? record.pair : NONE) }
} as const satisfies Record<string, IndexRule>

type IndexName = keyof typeof INDEXES
type Indexes = { readonly [N in IndexName]: Index }

function basis(record: AnyRecord): readonly string[] {
  return (record.kind === 'claim' || record.kind === 'source') && record.basedOn !== undefined ? [record.basedOn] : NONE
}

const eachIndex = (make: (rule: IndexRule, name: IndexName) => Index): Indexes => {
  const names = Object.keys(INDEXES) as IndexName[]
  return Object.fromEntries(names.map((name) => [name, make(INDEXES[name], name)])) as unknown as Indexes
}

function reindex(
  index: Index,
  kind: Kind,
  keys: (record: AnyRecord) => Iterable<string>,
  edits: readonly Edit[]
): Index {
  const touched = new Map<string, string[]>()
  const idsOf = (key: string) => {
    const ids = touched.get(key) ?? [...(index.get(key) ?? [])]
    touched.set(key, ids)
    return ids
  }
  for (const { before, after } of edits) {
    if (before?.kind === kind)
      for (const key of keys(before)) {
        const ids = idsOf(key)
        const at = ids.indexOf(before.id)
        if (at >= 0) ids.splice(at, 1)
      }
    if (after?.kind === kind)
      for (const key of keys(after)) if (!idsOf(key).includes(after.id)) idsOf(key).push(after.id)
  }
  if (touched.size === 0) return index
  return index.with([...touched].map(([key, ids]) => [key, ids.length > 0 ? ids : undefined] as const))
}
