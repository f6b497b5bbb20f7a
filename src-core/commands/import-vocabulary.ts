import { type Change, same } from '../change/change'
import { chainOf } from '../graph/circles'
import type { Edit, Graph } from '../graph/graph'
import type { TypeKind } from '../queries/type-properties'
import type { EntityType, RelationType } from '../records/records'
import { lookOf, meantSymbol, ownLook } from '../records/type-look'
import { changeOf, named } from './change-of'
import { mergedDefinitions } from './merge-types'
import { newTypeId, sameWord } from './vocabulary'

/** Where a type of ours and one of another vocabulary say different things; ours stands. */
interface TypeConflict {
  readonly kind: TypeKind
  /** Our word of the type. */
  readonly label: string
  /** What differs: its word, its plural, its word back, its look, or a property, by its word. */
  readonly what: string
  readonly ours: string
  readonly theirs: string
}

/** What taking over another vocabulary does. It never removes anything. */
export interface VocabularyPlan {
  readonly change: Change
  /** The words of the types that are new. */
  readonly newEntityTypes: readonly string[]
  readonly newRelationTypes: readonly string[]
  /** How many types of ours get properties, ends or words that they have not. */
  readonly filled: number
  readonly same: number
  readonly conflicts: readonly TypeConflict[]
}

/** What taking over the types of another graph does. Types are the same by id or by word; where they differ, ours stands. */
export function planImportVocabulary(ours: Graph, theirs: Graph, name: string): VocabularyPlan {
  const plan = new Plan(ours)
  for (const type of theirs.all('entityType').values()) plan.match(type)
  for (const type of theirs.all('relationType').values()) plan.match(type)
  for (const type of theirs.all('entityType').values()) plan.takeEntityType(type)
  for (const type of theirs.all('relationType').values()) plan.takeRelationType(type)
  return plan.result(name)
}

class Plan {
  readonly #ours: Graph
  #now: Graph
  readonly #edits = new Map<string, Edit>()
  /** Their id → ours, by kind. */
  readonly #ids = { entityType: new Map<string, string>(), relationType: new Map<string, string>() }
  readonly #new = { entityType: [] as string[], relationType: [] as string[] }
  readonly #conflicts: TypeConflict[] = []
  readonly #looks: Set<string>
  readonly #words: { readonly [K in TypeKind]: Map<string, string> }
  readonly #said = new Set<string>()
  #filled = 0
  #same = 0

  constructor(ours: Graph) {
    this.#ours = ours
    this.#now = ours
    this.#looks = new Set([...ours.all('entityType').values()].map(lookOf))
    const words = (kind: TypeKind) => new Map([...ours.all(kind).values()].map(({ id, label }) => [wordKey(label), id]))
    this.#words = { entityType: words('entityType'), relationType: words('relationType') }
  }

  /** Decides which of our types a type of theirs is, or which id it gets as a new one. */
  match(type: EntityType | RelationType): void {
    const { kind, id, label } = type
    const same = this.#words[kind].get(wordKey(label)) ?? (this.#now.get(kind, id) ? id : undefined)
    const own = same ?? newTypeId(this.#now, kind, this.#now.get(kind, id) ? label : id)
    this.#ids[kind].set(id, own)
    if (same !== undefined) return
    this.#words[kind].set(wordKey(label), own)
    this.#put({ ...type, id: own })
    this.#new[kind].push(label)
  }

  takeEntityType(type: EntityType): void {
    const own = this.#ids.entityType.get(type.id) ?? type.id
    const mine = this.#ours.get('entityType', own)
    const parent = type.parent === undefined ? undefined : this.#ids.entityType.get(type.parent)
    if (mine) {
      this.#fill(mine, type, { ...(type.plural !== undefined && { plural: type.plural }) })
      return
    }
    if (this.#isSaid(type.kind, own)) return
    const { parent: _theirs, neo4j: _label, order: _order, symbol, colour, ...rest } = type
    const isTaken = this.#looks.has(lookOf(type))
    const look = isTaken ? ownLook(symbol ?? meantSymbol(type.label), this.#looks) : { symbol, colour }
    const looked = {
      ...rest,
      id: own,
      ...(look.symbol && { symbol: look.symbol }),
      ...(look.colour && { colour: look.colour })
    }
    const made: EntityType = { ...looked, ...(looked.symbol === undefined && own !== type.id && { symbol: type.id }) }
    this.#looks.add(lookOf(made))
    const after = { ...made, ...(parent !== undefined && parent !== own && { parent }) }
    this.#put(after)
    if (chainOf(after, (id) => this.#now.get('entityType', id)).has(own)) this.#put(made)
  }

  takeRelationType(type: RelationType): void {
    const own = this.#ids.relationType.get(type.id) ?? type.id
    const mine = this.#ours.get('relationType', own)
    const ends = (ids: readonly string[] | undefined) => ids?.map((id) => this.#ids.entityType.get(id) ?? id)
    const [from, to] = [ends(type.from), ends(type.to)]
    if (mine) {
      // Ours joins at least what it has joined; where it joins anything it goes on doing so.
      const wider = (a: readonly string[] | undefined, b: readonly string[] | undefined) =>
        a && (b ? [...new Set([...a, ...b])] : undefined)
      const [begins, endsAt] = [wider(mine.from, from), wider(mine.to, to)]
      this.#fill({ ...mine, ...(begins && { from: begins }), ...(endsAt && { to: endsAt }) }, type, {}, mine)
      return
    }
    if (this.#isSaid(type.kind, own)) return
    const { from: _from, to: _to, order: _order, ...rest } = type
    this.#put({ ...rest, id: own, ...(from && { from: [...new Set(from)] }), ...(to && { to: [...new Set(to)] }) })
  }

  result(name: string): VocabularyPlan {
    return {
      change: changeOf(`Take over the types of ${named(name)}`, [...this.#edits.values()]),
      newEntityTypes: this.#new.entityType,
      newRelationTypes: this.#new.relationType,
      filled: this.#filled,
      same: this.#same,
      conflicts: this.#conflicts
    }
  }

  /** Adds to a type of ours what it has not; tells what differs. */
  #fill<T extends EntityType | RelationType>(mine: T, type: T, more: Partial<T>, before: T = mine): void {
    const properties = mergedDefinitions(mine.properties ?? [], type.properties ?? [])
    const after = { ...more, ...mine, ...(properties.length > 0 && { properties }) }
    this.#compare(before, type)
    const isFilled = !same(after, before)
    if (isFilled) this.#filled++
    else this.#same++
    if (isFilled) this.#edits.set(`${mine.kind} ${mine.id}`, { before, after })
  }

  #compare(mine: EntityType | RelationType, type: EntityType | RelationType): void {
    const tell = (what: string, ours: string | undefined, theirs: string | undefined) => {
      if (ours === undefined || theirs === undefined || sameWord(ours, theirs)) return
      this.#conflicts.push({ kind: mine.kind, label: mine.label, what, ours, theirs })
    }
    tell('word', mine.label, type.label)
    if (mine.kind === 'relationType' && type.kind === 'relationType') tell('word back', mine.inverse, type.inverse)
    if (mine.kind === 'entityType' && type.kind === 'entityType') {
      tell('plural', mine.plural, type.plural)
      tell('look', lookOf(mine), lookOf(type))
    }
    for (const { name, kind, unit = '' } of mine.properties ?? []) {
      const other = type.properties?.find((each) => each.name === name)
      if (other) tell(name, `${kind} ${unit}`.trim(), `${other.kind} ${other.unit ?? ''}`.trim())
    }
  }

  /** Of two types of theirs that are one here the first has said it. */
  #isSaid(kind: TypeKind, id: string): boolean {
    const key = `${kind} ${id}`
    const isSaid = this.#said.has(key)
    this.#said.add(key)
    return isSaid
  }

  #put(after: EntityType | RelationType): void {
    const before = this.#now.get(after.kind, after.id)
    this.#edits.set(`${after.kind} ${after.id}`, { after })
    this.#now = this.#now.with([{ ...(before && { before }), after }])
  }
}

const wordKey = (label: string): string => label.normalize('NFKC').trim().toLowerCase()
