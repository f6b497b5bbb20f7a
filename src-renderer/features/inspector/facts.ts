/** A name with its value; `onwhole` shows all of a value that is only the beginning. */
export interface Fact {
  readonly name: string
  readonly value: string
  readonly onwhole?: () => void
}

/** Properties of a record as names with their values; what is no such list, as nothing. */
export function factsOf(properties: unknown): readonly Fact[] {
  if (typeof properties !== 'object' || properties === null) return []
  return Object.entries(properties).map(([name, value]) => ({ name, value: inWords(value) }))
}

const inWords = (value: unknown) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value))
