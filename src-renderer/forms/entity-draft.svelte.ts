import type { EntityFields } from '@core/commands/entities'
import { hasNative, proposedKind, proposedScript } from '@core/names/alias-from'
import { propertiesOfType } from '@core/queries/type-properties'
import { plainFields } from '@core/records/fields'
import type { Alias, AliasKind, Entity } from '@core/records/records'
import type { App } from '../state/app.svelte'
import { EntityTypeChoice } from './entity-type-choice.svelte'
import { LookalikeAnswers } from './lookalike-answers.svelte'
import { PlainDraft } from './plain-draft.svelte'
import { PropertiesDraft } from './properties-draft.svelte'

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

/** An entity as it is being written. */
export class EntityDraft {
  readonly type: EntityTypeChoice
  name = $state('')
  aliases = $state.raw<readonly AliasRow[]>([])
  readonly properties: PropertiesDraft
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
    return this.properties.missing
  })

  constructor(app: App, entity?: Entity, name = '') {
    this.#isThere = entity !== undefined
    this.plain = new PlainDraft(plainFields('entity'), entity)
    this.type = new EntityTypeChoice(app)
    this.properties = new PropertiesDraft(() => propertiesOfType(app.doc.graph, 'entityType', this.type.id))
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
    this.properties.fill(properties)
  }

  addAlias() {
    this.aliases = [...this.aliases, new AliasRow(this.#knowsNative)]
  }

  get fields(): EntityFields {
    return {
      type: this.type.typeId,
      name: this.name,
      aliases: this.aliases.map((row) => row.fields),
      ...this.plain.fields,
      properties: this.properties.fields
    }
  }

  readonly #knowsNative = (row: AliasRow): boolean =>
    hasNative(this.name, this.aliases.slice(0, this.aliases.indexOf(row)))

  get snapshot() {
    const { name } = this
    const aliases = this.aliases.filter(({ text }) => text.trim() !== '').map((row) => row.fields)
    return [this.type.snapshot, name, aliases, this.plain.snapshot, this.properties.snapshot, this.lookalikes.snapshot]
  }
}
