import { scriptOf } from '@core/queries/names'
import type { Alias, AliasKind } from '@core/records/records'

const INITIALS = /^(?=.{2,8}$)\p{Lu}[\p{Lu}\d.-]+$/u
const UNKNOWN_SCRIPT = 'Zyyy'

/** Another name as it was typed, with what it tells of itself: its script, and whether it is made of initials or native. */
export function aliasFrom(text: string): Alias {
  const script = proposedScript(text)
  return { text: text.trim(), kind: proposedKind(text), ...(script && { script }) }
}

/** The script of the text as an ISO 15924 code; undefined while it has no letters of a known one. */
export function proposedScript(text: string): string | undefined {
  const script = scriptOf(text)
  return script === UNKNOWN_SCRIPT ? undefined : script
}

/** In a script other than Latin most likely the native name; in capitals an acronym. */
export function proposedKind(text: string): AliasKind {
  const script = proposedScript(text)
  if (script && script !== 'Latn') return 'native'
  return INITIALS.test(text.trim()) ? 'acronym' : 'alias'
}
