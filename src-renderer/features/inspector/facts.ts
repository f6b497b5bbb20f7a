/** Properties of a record as names with their values; what is no such list, as nothing. */
export function factsOf(properties: unknown): readonly { readonly name: string; readonly value: string }[] {
  if (typeof properties !== 'object' || properties === null) return []
  return Object.entries(properties).map(([name, value]) => ({ name, value: inWords(value) }))
}

const inWords = (value: unknown) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value))
