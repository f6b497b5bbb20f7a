import type { NamePart } from './name-part'
import { signsIn } from './name-terms'
import type { Reading } from './readings'
import type { NameForm } from './same-name'
import { wordKeys } from './word-keys'

/** Two names that may be one share one of these most often, so that only such pairs need to be compared. */
export function sameNameKeys({ name, readings }: NameForm): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const reading of readings) for (const key of keysOf(reading)) keys.add(key)
  if (keys.size === 0) {
    const signs = signsIn(name)
    if (signs !== '') keys.add(`=${signs}`)
  }
  return keys
}

function* keysOf({ ids, own, general, numbers, initials, acronym, joined }: Reading): Generator<string> {
  for (const id of ids) yield id
  if (joined !== '') yield `=${joined}`
  for (const letters of initials) yield `i${letters}`
  if (acronym !== '') yield `i${acronym}`
  const meant = own.filter(({ isOptional, isInitial }) => !isOptional && !isInitial)
  const [first, last] = [meant[0], meant.at(-1)]
  if (!first || !last) {
    if (general.length > 0) yield `g${[...new Set(general.map(({ id }) => id))].sort().join()}`
    return
  }
  const count = numbers.join()
  if (meant.length > 1)
    for (const one of partKeys(first))
      for (const other of partKeys(last)) yield `${[one, other].sort().join('.')}${count}`
  // Written together or apart: all consonants in a row.
  for (const whole of new Set(
    [0, 1].map((at) => meant.map((part) => partKeys(part)[at] ?? partKeys(part)[0] ?? '').join(''))
  ))
    if (whole.length > 1) yield `~${whole.replace(/(?<=.)A/g, '')}${count}`
  for (const id of meant.length === 1 ? first.ids : []) yield id
}

function partKeys({ text, term, ids, bond }: NamePart): readonly string[] {
  const given = ids.filter((id) => id.startsWith('given:'))
  const keys = given.length > 0 ? given : wordKeys(text)
  return (keys.length > 0 ? keys : [term]).map((key) => BEFORE[bond] + key)
}

const BEFORE = { abd: 'Abd', abu: 'Ab', umm: 'Am', '': '' } as const
