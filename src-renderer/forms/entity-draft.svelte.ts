import type { EntityFields } from '@core/commands/entities'
import { hasNative, proposedKind, proposedScript } from '@core/names/alias-from'
import { plainFields } from '@core/records/fields'
import type { Alias, AliasKind, Entity, PropertyValue } from '@core/records/records'
import { numberOf } from '@core/text/exact-number'
import type { App } from '../state/app.svelte'
import { EntityTypeChoice } from './entity-type-choice.svelte'
import { LookalikeAnswers } from './lookalike-answers.svelte'
import { PlainDraft } from './plain-draft.svelte'

/** One line of the list of other names. Kind and script are proposed from the text until the user chooses. */
export class AliasRow {
  text = $state('')
  #kind = $state<AliasKind>()
  #script = $state<string>()
  readonly #record: Alias | undefined
  readonly #knowsNative: (row: AliasRow) => boolean
  readonly kind: AliasKind = $derived.by(() => this.#kind ?? proposedKind(this.text, this.#knowsNative(this)))
  /** Empty where none is known. */
  readonly script: string = $derived.by(() => this.#script ?? proposedScript(this.text) ?? '')

  /** `knowsNative` tells whether the name or a line before this one is native. */
  constructor(knowsNative: (row: AliasRow) => boolean, record?: Alias) {
    this.#knowsNative = knowsNative
    this.#record = record
    if (!record) return
    this.text = record.text
    this.#kind = record.kind
    this.#script = record.script
  }

  choose(choice: { readonly kind?: AliasKind; readonly script?: string }) {
    this.#kind = choice.kind ?? this.#kind
    this.#script = choice.script ?? this.#script
  }

  get fields(): Alias {
    return { ...this.#record, text: this.text, kind: this.kind, script: this.script || undefined }
  }
}

/** One line of the list of properties. */
export class PropertyRow {
  name = $state('')
  value = $state('')
  readonly #was: PropertyValue | undefined

  constructor(name = '', value?: PropertyValue) {
    this.name = name
    this.value = value === undefined ? '' : String(value)
    this.#was = value
  }

  /** What was a number or a yes stays one while what is typed is one: in all its digits, never the nearest number. */
  get kept(): PropertyValue {
    const typed = this.value.trim()
    if (this.#was === undefined || typeof this.#was === 'string') return typed
    if (String(this.#was) === typed) return this.#was
    if (typeof this.#was === 'boolean') return typed === 'true' || typed === 'false' ? typed === 'true' : typed
    return numberOf(typed) ?? typed
  }
}

/** An entity as it is being written. */
export class EntityDraft {
  readonly type: EntityTypeChoice
  name = $state('')
  aliases = $state.raw<readonly AliasRow[]>([])
  properties = $state.raw<readonly PropertyRow[]>([])
  readonly lookalikes: LookalikeAnswers
  readonly #isThere: boolean
  readonly plain: PlainDraft

  readonly missing: string | undefined = $derived.by(() => {
    if (this.name.trim() === '') return 'Give it a name.'
    if (this.lookalikes.open)
      return this.#isThere
        ? `“${this.name.trim()}” is also what something else is called. Merge the two, say that it is not the same, or write another name.`
        : `First say what “${this.name.trim()}” is: choose one of the three answers.`
    if (this.lookalikes.waiting) return this.lookalikes.waiting
    if (this.type.isEmpty) return `Choose what “${this.name.trim()}” is.`
    if (this.plain.missing) return this.plain.missing
    if (this.properties.some(({ name, value }) => name.trim() === '' && value.trim() !== ''))
      return 'One of the properties has no name yet.'
    return undefined
  })

  constructor(app: App, entity?: Entity, name = '') {
    this.#isThere = entity !== undefined
    this.plain = new PlainDraft(plainFields('entity'), entity)
    this.type = new EntityTypeChoice(app)
    this.fill(entity ?? { type: '', name })
    // A name that it had all along was settled when it was given.
    const asked = () => (this.name.trim() === entity?.name ? '' : this.name)
    this.lookalikes = new LookalikeAnswers(app, asked, entity?.id)
  }

  fill({ type, name, aliases = [], properties = {}, ...rest }: EntityFields) {
    this.type.use(type)
    this.name = name
    this.aliases = aliases.map((alias) => new AliasRow(this.#knowsNative, alias))
    this.plain.fill(rest)
    this.properties = Object.entries(properties).map(([name, value]) => new PropertyRow(name, value))
  }

  addAlias() {
    this.aliases = [...this.aliases, new AliasRow(this.#knowsNative)]
  }

  get fields(): EntityFields {
    const properties = this.properties.filter(({ name, value }) => name.trim() !== '' && value.trim() !== '')
    return {
      type: this.type.typeId,
      name: this.name,
      aliases: this.aliases.map((row) => row.fields),
      ...this.plain.fields,
      properties: Object.fromEntries(properties.map((row) => [row.name.trim(), row.kept]))
    }
  }

  readonly #knowsNative = (row: AliasRow): boolean =>
    hasNative(this.name, this.aliases.slice(0, this.aliases.indexOf(row)))

  get snapshot() {
    const { name } = this
    const aliases = this.aliases.filter(({ text }) => text.trim() !== '').map((row) => row.fields)
    const properties = this.properties.map(({ name, value }) => [name, value])
    return [this.type.snapshot, name, aliases, this.plain.snapshot, properties, this.lookalikes.snapshot]
  }
}
