import { same } from '../change/change'
import { isRefusal, type Refusal } from '../change/refusal'
import { named } from '../commands/change-of'
import { patched, recordFrom } from '../commands/fields'
import type { Edit } from '../graph/graph'
import { nameKey } from '../graph/name-key'
import { aliasFrom } from '../names/alias-from'
import type { Alias, Entity, PropertyValue } from '../records/records'
import { Name } from '../records/text'
import { quote } from '../text/quote'
import { dateOfRow } from './date-of-row'
import { fieldChanges } from './field-changes'
import type { NewEntity } from './name-book'
import { RowKeys } from './row-keys'
import { oneLine, type RowProblem, type RowTexts } from './row-texts'
import type { RowChange, Setting } from './setting'
import { listed } from './words'

/** What a row says of an entity beside its name. */
interface Told {
  readonly aliases: readonly string[]
  readonly properties: readonly (readonly [string, string])[]
  readonly summary: string
  readonly period: string | undefined
}

/** Records between two yields. */
const STRIDE = 100

/** Rows that are entities, and the entities that relations of the table bring. */
export class EntityRows {
  readonly #setting: Setting
  readonly #now = new Map<string, Entity>()
  readonly #lines = new Map<string, number>()
  readonly #keys: RowKeys
  readonly #said = new Map<string, Map<string, { readonly value: string; readonly line: number }>>()
  readonly #periods = new Map<string, string>()
  /** Rows that say nothing new. */
  same = 0
  /** A date of which nobody knows the order. */
  undecided: string | undefined

  constructor(setting: Setting) {
    this.#setting = setting
    this.#keys = new RowKeys(setting, 'entity')
  }

  /** Takes a row in, or answers what is wrong with it. */
  take(texts: RowTexts): RowProblem | undefined {
    const { columns, types, names, graph, mapping } = this.#setting
    const nameAt = columns.first('name')
    const name = texts.line1('name')
    if (name === '') return texts.problem('The name is empty.', nameAt)
    const bad = nameProblem(name)
    if (bad) return texts.problem(`The name ${bad}.`, nameAt)
    const id = this.#keys.idOf(texts)
    if (typeof id === 'object') return id
    const word = texts.line1('type')
    const type = word === '' ? undefined : types.entityType(word)
    if (type && 'problem' in type) return texts.problem(type.problem, columns.first('type'))
    const told = this.#told(texts)
    if ('message' in told) return told
    const byKey = id === undefined ? undefined : graph.get('entity', id)
    const meant = byKey ? { there: byKey } : names.find(name, type?.id)
    if ('problem' in meant) return texts.problem(meant.problem, nameAt)
    if ('there' in meant) return this.#change(meant.there, name, told, texts, byKey !== undefined)
    if ('made' in meant) {
      if (type && meant.made.isTyped && type.id !== meant.made.type)
        return texts.problem(`${quote(name)} is another type in row ${meant.made.line}.`, columns.first('type'))
      return this.#add(meant.made, told, texts)
    }
    const usual = type ?? (mapping.type === undefined ? undefined : types.entityType(mapping.type))
    if (!usual) return texts.problem(`Nothing says what ${quote(name)} is. Choose a type for new names.`, nameAt)
    if ('problem' in usual) return texts.problem(usual.problem)
    const made = this.#make(name, usual.id, type !== undefined, texts.line, id)
    return this.#add(made, told, texts)
  }

  /** A new entity of that name; nothing is called so yet. */
  make(name: string, type: string, isTyped: boolean, line: number): NewEntity {
    return this.#make(name, type, isTyped, line)
  }

  /** The records of the table's entities, or why one cannot be kept; yields the part that is done. */
  *records(expected: number): Generator<number, readonly Edit[] | Refusal> {
    const edits: Edit[] = []
    for (const { id, name, type, aliases, properties, summary } of this.#setting.names.made) {
      if (edits.length % STRIDE === 0) yield edits.length / expected
      const period = this.#periods.get(id)
      const record = recordFrom('entity', {
        id,
        type,
        name,
        aliases,
        ...(summary !== '' && { summary }),
        ...(period !== undefined && { period }),
        ...(properties.size > 0 && { properties: Object.fromEntries(properties) })
      })
      if (isRefusal(record)) return record
      edits.push({ after: record })
    }
    for (const [id, after] of this.#now) {
      const before = this.#setting.graph.get('entity', id)
      if (before && !same(before, after)) edits.push({ before, after })
    }
    return edits
  }

  /** The entities that are there and that rows change. */
  get changed(): readonly RowChange[] {
    return [...this.#now].flatMap(([id, after]) => {
      const before = this.#setting.graph.get('entity', id)
      const fields = before ? fieldChanges('entity', before, after) : []
      return fields.length > 0 ? [{ line: this.#lines.get(id) ?? 0, what: named(after.name), fields }] : []
    })
  }

  #make(name: string, type: string, isTyped: boolean, line: number, id = this.#setting.newId('e')): NewEntity {
    const made = {
      id,
      key: nameKey(name),
      name,
      type,
      isTyped,
      line,
      aliases: [],
      properties: new Map(),
      summary: '',
      rows: 0
    }
    this.#setting.names.add(made)
    return made
  }

  #told(texts: RowTexts): Told | RowProblem {
    const { columns } = this.#setting
    const aliases = texts.all('alias').flatMap(listed)
    for (const alias of aliases) {
      const bad = nameProblem(alias)
      if (bad) return texts.problem(`Another name ${bad}.`, columns.first('alias'))
    }
    const date = dateOfRow(this.#setting, texts)
    if ('message' in date) {
      if (date.isUndecided) this.undecided ??= texts.get('date')
      return { ...texts.problem(date.message, columns.first('date')), ...(date.isUndecided && { waits: true }) }
    }
    const properties = columns.properties.flatMap(({ name, at }) =>
      texts.at(at) === '' ? [] : [[name, texts.at(at)] as const]
    )
    return { aliases, properties, summary: texts.all('note').join('\n'), period: date.date }
  }

  /** What an earlier row has said otherwise: one table does not say two things of one property. */
  #contradiction(id: string, name: string, told: Told, texts: RowTexts): RowProblem | undefined {
    const said = this.#said.get(id) ?? new Map<string, { readonly value: string; readonly line: number }>()
    for (const [property, value] of told.properties) {
      const before = said.get(property)
      if (before && before.value !== value)
        return texts.problem(
          `${quote(name)} has another “${named(property)}” in row ${before.line}: ${quote(before.value)}.`
        )
    }
    for (const [property, value] of told.properties)
      if (!said.has(property)) said.set(property, { value, line: texts.line })
    this.#said.set(id, said)
    return undefined
  }

  #add(made: NewEntity, told: Told, texts: RowTexts): RowProblem | undefined {
    const other = this.#contradiction(made.id, made.name, told, texts)
    if (other) return other
    made.rows++
    for (const [name, value] of told.properties) made.properties.set(name, value)
    if (made.summary === '') made.summary = told.summary
    if (told.period !== undefined && !this.#periods.has(made.id)) this.#periods.set(made.id, told.period)
    made.aliases = withAliases(made.name, made.aliases, told.aliases)
    return undefined
  }

  #change(before: Entity, name: string, told: Told, texts: RowTexts, isByKey: boolean): RowProblem | undefined {
    const other = this.#contradiction(before.id, before.name, told, texts)
    if (other) return other
    const now = this.#now.get(before.id) ?? before
    const properties = new Map<string, PropertyValue>(Object.entries(now.properties ?? {}))
    for (const [key, value] of told.properties)
      if (String(properties.get(key) ?? '') !== value) properties.set(key, value)
    const isRenamed = isByKey && nameKey(name) !== nameKey(now.name)
    const aliases = withAliases(
      isRenamed ? name : now.name,
      now.aliases,
      isRenamed ? [now.name, ...told.aliases] : told.aliases
    )
    const after = patched('entity', now, {
      ...(isRenamed && { name }),
      ...(aliases.length !== now.aliases.length && { aliases }),
      ...(properties.size > 0 && { properties: Object.fromEntries(properties) }),
      ...(told.summary !== '' && { summary: told.summary }),
      ...(told.period !== undefined && { period: told.period })
    })
    if (isRefusal(after)) return texts.problem(after.refused)
    if (same(now, after)) this.same++
    else {
      this.#now.set(before.id, after)
      this.#lines.set(before.id, texts.line)
    }
    return undefined
  }
}

/** Other names with those of a row that are not there yet. */
function withAliases(name: string, aliases: readonly Alias[], more: readonly string[]): readonly Alias[] {
  const known = new Set([name, ...aliases.map(({ text }) => text)].map((text) => text.normalize('NFC')))
  const added = more.map(oneLine).filter((text) => {
    const isNew = !known.has(text)
    known.add(text)
    return isNew
  })
  return added.length === 0 ? aliases : [...aliases, ...added.map((text) => aliasFrom(text))]
}

/** What is wrong with a name, to go on from “The name”; undefined where nothing is. */
export function nameProblem(name: string): string | undefined {
  const checked = Name.safeParse(name)
  return checked.success ? undefined : checked.error.issues[0]?.message
}
