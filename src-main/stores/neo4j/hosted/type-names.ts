import type { Change } from '@core/change/change'
import type { AnyRecord } from '@core/records/records'

/** The types of the vocabulary, which become labels and relationship types. */
type TypeKind = 'entityType' | 'relationType'

/** Valid names; they are quoted with backticks all the same. */
const NAME = /^\p{L}[\p{L}\p{M}\p{N}_]{0,99}$/u

/**
 * The register of names: which label stands for which entity type, and which relationship type for which relation type.
 * A name is chosen once, from the type's id, kept in the database as `writtenAs`, and never changes; nothing but
 * the names in here is ever put into a statement.
 */
export class TypeNames {
  readonly #byId: Readonly<Record<TypeKind, ReadonlyMap<string, string>>>
  readonly #byName: Readonly<Record<TypeKind, ReadonlyMap<string, string>>>

  private constructor(byId: Readonly<Record<TypeKind, ReadonlyMap<string, string>>>) {
    this.#byId = byId
    const turned = (kind: TypeKind) => new Map([...byId[kind]].map(([id, name]) => [name, id]))
    this.#byName = { entityType: turned('entityType'), relationType: turned('relationType') }
  }

  static readonly none = new TypeNames({ entityType: new Map(), relationType: new Map() })

  /** The names in the database; undefined where one is invalid or stands for two types. */
  static read(rows: Iterable<{ readonly kind: TypeKind; readonly id: string; readonly name: unknown }>) {
    const byId = { entityType: new Map<string, string>(), relationType: new Map<string, string>() }
    for (const { kind, id, name } of rows) {
      if (typeof name !== 'string' || !isAllowed(kind, name)) return undefined
      byId[kind].set(id, name)
    }
    const names = new TypeNames(byId)
    const isUnique = (kind: TypeKind) => names.#byName[kind].size === byId[kind].size
    return isUnique('entityType') && isUnique('relationType') ? names : undefined
  }

  /** The names after a change. The same names and the same change always give the same result. */
  after({ edits }: Pick<Change, 'edits'>): TypeNames {
    const byId = { entityType: new Map(this.#byId.entityType), relationType: new Map(this.#byId.relationType) }
    for (const { before, after } of edits) if (before && !after && isType(before)) byId[before.kind].delete(before.id)
    for (const { before, after } of edits) {
      if (before || !after || !isType(after) || byId[after.kind].has(after.id)) continue
      byId[after.kind].set(after.id, freeName(after.kind, after.id, new Set(byId[after.kind].values())))
    }
    return new TypeNames(byId)
  }

  /** The label of an entity type, or the relationship type of a relation type. Throws RangeError on one that is not there. */
  of(kind: TypeKind, id: string): string {
    const name = this.#byId[kind].get(id)
    if (name === undefined) throw new RangeError(`No name is known for the ${kind} ${id}.`)
    return name
  }

  /** The relation type that a relationship type stands for, if it is one of ours. */
  relationTypeOf(name: string): string | undefined {
    return this.#byName.relationType.get(name)
  }

  /** All relationship types that stand for relation types. */
  get relationshipTypes(): readonly string[] {
    return [...this.#byName.relationType.keys()]
  }
}

const isType = (record: AnyRecord): record is AnyRecord & { readonly kind: TypeKind } =>
  record.kind === 'entityType' || record.kind === 'relationType'

const isAllowed = (kind: TypeKind, name: string) =>
  NAME.test(name) && !name.startsWith(kind === 'entityType' ? 'Entente' : 'ENTENTE_')

/** armed-group → ArmedGroup, allied-with → ALLIED_WITH; a number behind it where that is taken. */
function freeName(kind: TypeKind, id: string, taken: ReadonlySet<string>): string {
  const words = id.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const joined =
    kind === 'entityType'
      ? words.map((word) => word.replace(/^./u, (first) => first.toUpperCase())).join('')
      : words.join('_').toUpperCase()
  const cut = [...joined].slice(0, 60).join('')
  const name = isAllowed(kind, cut) ? cut : kind === 'entityType' ? `Type${cut}` : `TYPE_${cut}`
  const [allowed] = [name, kind === 'entityType' ? 'Type' : 'TYPE'].filter((one) => isAllowed(kind, one))
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? allowed : `${allowed}_${count}`
    if (numbered !== undefined && !taken.has(numbered)) return numbered
  }
}
