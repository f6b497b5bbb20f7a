import type { AliasKind } from './records'

/** What kind of other name it is, in words; in the order in which a form offers them. */
export const ALIAS_KIND_WORDS: Readonly<Record<AliasKind, string>> = {
  alias: 'other name',
  native: 'native name',
  transliteration: 'transliteration',
  'nom-de-guerre': 'nom de guerre',
  acronym: 'acronym',
  former: 'former name'
}

const scripts = new Intl.DisplayNames('en', { type: 'script' })

/** The English name of an ISO 15924 script: Arab → Arabic; the code itself where it has none. */
export function scriptInWords(code: string): string {
  try {
    return scripts.of(code) ?? code
  } catch {
    return code
  }
}
