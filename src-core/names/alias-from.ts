import type { Alias, AliasKind, Entity } from '../records/records'
import { scriptOf } from './names'

const INITIALS = /^(?=.{2,8}$)\p{Lu}[\p{Lu}\d.-]+$/u
const UNKNOWN_SCRIPT = 'Zyyy'

/** Whether an entity has a native name already: its main name is in another script than Latin, or one of the others is native. */
export function hasNative(name: string, aliases: Iterable<Pick<Alias, 'kind'>>): boolean {
  const script = proposedScript(name)
  return (script !== undefined && script !== 'Latn') || [...aliases].some(({ kind }) => kind === 'native')
}

/** Another name of an entity as it was typed, with what it tells of itself: its script, and whether it is made of initials or native. */
export function aliasFrom(text: string, entity?: Entity): Alias {
  const script = proposedScript(text)
  return {
    text: text.trim(),
    kind: proposedKind(text, entity && hasNative(entity.name, entity.aliases)),
    ...(script && { script })
  }
}

/** The script of the text as an ISO 15924 code; undefined while it has no letters of a known one. */
export function proposedScript(text: string): string | undefined {
  const script = scriptOf(text)
  return script === UNKNOWN_SCRIPT ? undefined : script
}

/** In a script other than Latin most likely the native name, unless that is known already; in capitals an acronym. */
export function proposedKind(text: string, knowsNative = false): AliasKind {
  const script = proposedScript(text)
  if (script && script !== 'Latn') return knowsNative ? 'transliteration' : 'native'
  return INITIALS.test(text.trim()) ? 'acronym' : 'alias'
}
