import { same } from '@core/change/change'
import type { PropertyDefinition } from '@core/records/property-definitions'
import { asProperty, propertyFault, typedValue, valuesOf } from '@core/records/property-values'
import type { OneValue, PropertyValue } from '@core/records/records'
import { numberOf } from '@core/text/exact-number'

type Properties = Readonly<Record<string, PropertyValue>>

/** One value of a property as it is being written. Several rows of one name are several values. */
export class PropertyRow {
  name = $state('')
  value = $state('')
  readonly #was: OneValue | undefined

  constructor(name = '', value?: OneValue) {
    this.name = name
    this.value = value === undefined ? '' : String(value)
    this.#was = value
  }

  get isBlank(): boolean {
    return this.value.trim() === ''
  }

  /** The value of the kind that its type says. What was a number or a yes stays one while what is typed is one: in all its digits. */
  kept(definition?: PropertyDefinition): OneValue {
    const typed = this.value.trim()
    if (this.#was !== undefined && String(this.#was) === typed) return this.#was
    if (definition) return typedValue(typed, definition.kind)
    if (this.#was === undefined || typeof this.#was === 'string') return typed
    if (typeof this.#was === 'boolean') return typed === 'true' || typed === 'false' ? typed === 'true' : typed
    return numberOf(typed) ?? typed
  }
}

/** The properties of an entity or relation as they are being written: those that its type defines, and others. */
export class PropertiesDraft {
  rows = $state.raw<readonly PropertyRow[]>([])
  #was: ReadonlyMap<string, PropertyValue> = new Map()
  readonly #definitions: () => readonly PropertyDefinition[]
  readonly definitions: readonly PropertyDefinition[] = $derived.by(() => this.#definitions())
  /** Properties that the type knows nothing of. */
  readonly free: readonly PropertyRow[] = $derived.by(() =>
    this.rows.filter(({ name }) => !this.definitions.some((each) => each.name === name))
  )
  readonly missing: string | undefined = $derived.by(() =>
    this.rows.some((row) => row.name.trim() === '' && !row.isBlank)
      ? 'One of the properties has no name yet.'
      : undefined
  )

  constructor(definitions: () => readonly PropertyDefinition[], properties?: Properties) {
    this.#definitions = definitions
    this.fill(properties)
  }

  fill(properties: Properties = {}) {
    const entries = Object.entries(properties)
    this.#was = new Map(entries)
    this.rows = entries.flatMap(([name, value]) => valuesOf(value).map((one) => new PropertyRow(name, one)))
  }

  /** The values of a property that the type defines, one by one. */
  rowsOf = ({ name }: PropertyDefinition): readonly PropertyRow[] => this.rows.filter((row) => row.name === name)

  add(name = '', value = '') {
    const row = new PropertyRow(name)
    row.value = value
    this.rows = [...this.rows, row]
  }

  leaveOut(row: PropertyRow) {
    this.rows = this.rows.filter((other) => other !== row)
  }

  /** Why the values of a property do not fit it; they are kept all the same. */
  faultOf(definition: PropertyDefinition): string | undefined {
    const value = this.#valueOf(definition.name)
    return value === undefined ? undefined : propertyFault(value, definition)
  }

  get fields(): Properties {
    const names = this.rows.filter((row) => row.name.trim() !== '' && !row.isBlank).map(({ name }) => name.trim())
    return Object.fromEntries(
      [...new Set(names)].flatMap((name) => {
        const value = this.#valueOf(name)
        return value === undefined ? [] : [[name, value] as const]
      })
    )
  }

  get snapshot() {
    return this.rows.filter((row) => !row.isBlank).map(({ name, value }) => [name, value])
  }

  #valueOf(name: string): PropertyValue | undefined {
    const definition = this.definitions.find((each) => each.name === name)
    const rows = this.rows.filter((row) => row.name.trim() === name && !row.isBlank)
    const values = rows.map((row) => row.kept(definition))
    const was = this.#was.get(name)
    // A list of one that nobody has touched stays a list.
    return was !== undefined && same(valuesOf(was), values) ? was : asProperty(values)
  }
}
