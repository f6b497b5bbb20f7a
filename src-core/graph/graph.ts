import { soundKey } from '../names/sound-key'
import { basisOf } from '../records/basis'
import { type AnyRecord, type Entity, KINDS, type Kind, type RecordOf } from '../records/records'
import { nameKey } from './name-key'
import { type BuildingMap, ShardedMap } from './sharded-map'

type Tables = { readonly [K in Kind]: ShardedMap<RecordOf<K>> }
type Index = ShardedMap<readonly string[]>

/** One record as it was and as it is to be; either is absent where it is added or removed. */
export interface Edit {
  readonly before?: AnyRecord
  readonly after?: AnyRecord
}

/** All records by kind and id, immutable, with the indexes that queries need. */
export class Graph {
  readonly #tables: Tables
  readonly #indexes: Indexes
  readonly #entitiesOfType: ReadonlyMap<string, number>
  readonly title: string
  /** Unknown fields of the file's header, kept as they came. */
  readonly extra: ReadonlyMap<string, unknown>

  private constructor(
    title: string,
    extra: ReadonlyMap<string, unknown>,
    tables: Tables,
    indexes: Indexes,
    entitiesOfType: ReadonlyMap<string, number>
  ) {
    this.title = title
    this.extra = extra
    this.#tables = tables
    this.#indexes = indexes
    this.#entitiesOfType = entitiesOfType
  }

  /** A graph of these records; of two with the same kind and id the later one stays. */
  static of(title: string, records: Iterable<AnyRecord>, extra: ReadonlyMap<string, unknown> = new Map()): Graph {
    const all = [...records]
    const builder = Graph.building(title, extra, all.length)
    builder.add(all)
    return builder.finish()
  }

  /**
   * A graph to be filled with about `expected` records, in steps; the indexes grow with them, so that finishing takes
   * no time. A record that came before under the same kind and id gives way.
   */
  static building(title: string, extra: ReadonlyMap<string, unknown>, expected: number): GraphBuilder {
    const tables = new Map(KINDS.map((kind) => [kind, ShardedMap.building<AnyRecord>(share(kind, expected))]))
    const indexes = new Map<IndexName, BuildingMap<string[]>>(
      INDEX_NAMES.map((name) => [name, ShardedMap.building<string[]>(share(INDEXES[name].kind, expected))])
    )
    const counts = new Map<string, number>()
    const index = (record: AnyRecord) => {
      count(counts, record, 1)
      for (const name of INDEX_NAMES) {
        const { kind, keys } = INDEXES[name]
        if (kind !== record.kind) continue
        for (const key of keys(record)) {
          const ids = indexes.get(name)?.get(key)
          if (ids) ids.push(record.id)
          else indexes.get(name)?.set(key, [record.id])
        }
      }
    }
    const forget = (record: AnyRecord) => {
      count(counts, record, -1)
      for (const name of INDEX_NAMES) {
        const { kind, keys } = INDEXES[name]
        if (kind !== record.kind) continue
        for (const key of keys(record)) {
          const ids = indexes.get(name)?.get(key) ?? []
          ids.splice(ids.indexOf(record.id), 1)
        }
      }
    }
    return {
      add(records) {
        for (const record of records) {
          const table = tables.get(record.kind)
          const before = table?.get(record.id)
          if (before) forget(before)
          table?.set(record.id, record)
          index(record)
        }
      },
      finish() {
        const built = Object.fromEntries(KINDS.map((kind) => [kind, tables.get(kind)?.done()]))
        const indexed = Object.fromEntries(INDEX_NAMES.map((name) => [name, indexes.get(name)?.done()]))
        return new Graph(title, extra, built as unknown as Tables, indexed as unknown as Indexes, counts)
      }
    }
  }

  /** All records of one kind. */
  all<K extends Kind>(kind: K): ShardedMap<RecordOf<K>> {
    return this.#tables[kind] as ShardedMap<RecordOf<K>>
  }

  /** The record of that kind and id, if there is one. */
  get<K extends Kind>(kind: K, id: string): RecordOf<K> | undefined {
    return this.all(kind).get(id)
  }

  /** Ids of the entities whose name looks the same as this one, see nameKey. */
  namedAlike(name: string): readonly string[] {
    return this.#indexes.namedAlike.get(nameKey(name)) ?? []
  }

  /** Ids of the entities one of whose names sounds like this one, in whatever spelling or script, see soundKey. */
  soundingLike(name: string): readonly string[] {
    return this.#indexes.soundingLike.get(soundKey(name)) ?? []
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

  /** Ids of the claims that are attributed to an entity, or to a person by that name. */
  claimsAttributedTo(who: string): readonly string[] {
    return this.#indexes.claimsAttributedTo.get(who) ?? []
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
    return new Graph(title, extra, this.#tables, this.#indexes, this.#entitiesOfType)
  }

  /** How many entities there are of each type that any has. */
  get entitiesOfType(): ReadonlyMap<string, number> {
    return this.#entitiesOfType
  }

  /** The graph after these edits. Trusts them: apply() in change checks `before` first. */
  with(edits: readonly Edit[]): Graph {
    const tables: Record<string, unknown> = { ...this.#tables }
    for (const kind of KINDS) {
      const own = edits.filter((edit) => (edit.after ?? edit.before)?.kind === kind)
      if (own.length === 0) continue
      const table = this.#tables[kind] as ShardedMap<AnyRecord>
      tables[kind] = table.with(own.map((edit) => [(edit.after ?? edit.before)?.id ?? '', edit.after] as const))
    }
    const indexes = eachIndex(({ kind, keys }, name) => reindex(this.#indexes[name], kind, keys, edits))
    const counts = new Map(this.#entitiesOfType)
    for (const { before, after } of edits) {
      if (before) count(counts, before, -1)
      if (after) count(counts, after, 1)
    }
    return new Graph(this.title, this.extra, tables as Tables, indexes, counts)
  }
}

/** A graph that is still being filled. */
export interface GraphBuilder {
  add(records: Iterable<AnyRecord>): void
  /** The graph of all that was added; called once, at the end. */
  finish(): Graph
}

interface IndexRule {
  readonly kind: Kind
  /** The index keys of a record of that kind. */
  readonly keys: (record: AnyRecord) => Iterable<string>
}

const NONE: readonly string[] = []

const INDEXES = {
  namedAlike: { kind: 'entity', keys: (record) => (record.kind === 'entity' ? [nameKey(record.name)] : NONE) },
  soundingLike: { kind: 'entity', keys: (record) => (record.kind === 'entity' ? soundsOf(record) : NONE) },
  relationsOf: {
    kind: 'relation',
    keys: (record) =>
      record.kind === 'relation' ? (record.from === record.to ? [record.from] : [record.from, record.to]) : NONE
  },
  claimsAbout: { kind: 'claim', keys: (record) => (record.kind === 'claim' ? [record.about] : NONE) },
  claimsFrom: { kind: 'claim', keys: (record) => (record.kind === 'claim' ? [record.source] : NONE) },
  claimsBasedOn: { kind: 'claim', keys: (record) => basis(record) },
  claimsAttributedTo: {
    kind: 'claim',
    keys: (record) => (record.kind === 'claim' && record.attributedTo !== undefined ? [record.attributedTo] : NONE)
  },
  sourcesBasedOn: { kind: 'source', keys: (record) => basis(record) },
  pairsOf: { kind: 'notSame', keys: (record) => (record.kind === 'notSame' ? record.pair : NONE) }
} as const satisfies Record<string, IndexRule>

type IndexName = keyof typeof INDEXES
type Indexes = { readonly [N in IndexName]: Index }

/** How the names of an entity sound, each sound once. */
const soundsOf = ({ name, aliases }: Entity): Iterable<string> =>
  aliases.length === 0 ? [soundKey(name)] : new Set([soundKey(name), ...aliases.map(({ text }) => soundKey(text))])

function basis(record: AnyRecord): readonly string[] {
  return record.kind === 'claim' || record.kind === 'source' ? basisOf(record) : NONE
}

const INDEX_NAMES = Object.keys(INDEXES) as IndexName[]

const eachIndex = (make: (rule: IndexRule, name: IndexName) => Index): Indexes =>
  Object.fromEntries(INDEX_NAMES.map((name) => [name, make(INDEXES[name], name)])) as unknown as Indexes

/** How many of that many records may be of one kind: three kinds make up nearly all of a large graph. */
const share = (kind: Kind, records: number) =>
  kind === 'entity' || kind === 'relation' || kind === 'claim' ? records / 2 : records / 16

function count(counts: Map<string, number>, record: AnyRecord, by: 1 | -1) {
  if (record.kind !== 'entity') return
  const now = (counts.get(record.type) ?? 0) + by
  if (now > 0) counts.set(record.type, now)
  else counts.delete(record.type)
}

function reindex(
  index: Index,
  kind: Kind,
  keys: (record: AnyRecord) => Iterable<string>,
  edits: readonly Edit[]
): Index {
  const touched = new Map<string, Set<string>>()
  const idsOf = (key: string) => {
    const ids = touched.get(key) ?? new Set(index.get(key))
    touched.set(key, ids)
    return ids
  }
  for (const { before, after } of edits) {
    if (before?.kind === kind) for (const key of keys(before)) idsOf(key).delete(before.id)
    if (after?.kind === kind) for (const key of keys(after)) idsOf(key).add(after.id)
  }
  if (touched.size === 0) return index
  return index.with([...touched].map(([key, ids]) => [key, ids.size > 0 ? [...ids] : undefined] as const))
}
