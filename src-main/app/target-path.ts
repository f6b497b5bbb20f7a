/** The path with one of the extensions that fit; if it has none of them, with the first. */
export function withExtension(path: string, formats: readonly { readonly extension: string }[]): string {
  const lower = path.toLowerCase()
  const fits = formats.some(({ extension }) => lower.endsWith(`.${extension}`))
  return fits ? path : `${path}.${formats[0]?.extension ?? ''}`
}
