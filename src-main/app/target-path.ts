/** The path as it is if it has one of the formats' extensions, else with the first of them. */
export function withExtension(path: string, formats: readonly { readonly extension: string }[]): string {
  const lower = path.toLowerCase()
  const fits = formats.some(({ extension }) => lower.endsWith(`.${extension}`))
  return fits ? path : `${path}.${formats[0]?.extension ?? ''}`
}
