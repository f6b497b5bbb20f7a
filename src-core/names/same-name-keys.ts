import type { NamePart } from './name-part'
import { signsIn } from './name-terms'
import { foldName } from './names'
import { phoneticWord } from './phonetic-key'
import type { Reading } from './readings'
import type { NameForm } from './same-name'
import { fusedLetters } from './servants'
import { coarseKey, wordKeys } from './word-keys'

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
  const meant = own.filter(({ isOptional }) => !isOptional)
  const [first, second, last] = [meant[0], meant[1], meant.at(-1)]
  if (!first || !last) {
    if (general.length > 0) yield `g${[...new Set(general.map(({ id }) => id))].sort().join()}`
    return
  }
  const count = numbers.join()
  if (second) {
    yield* pairKeys(first, last, count)
    if (second !== last) yield* pairKeys(first, second, count)
    // Others may leave out what stands at the head.
    if (second !== last && isLeftOut(first)) yield* pairKeys(second, last, count)
  }
  // Written together or apart: all consonants in a row.
  for (const turn of [0, 1]) {
    const whole = meant.map((part) => soundKeys(part)[turn] ?? soundKeys(part)[0] ?? '').join('')
    const row = coarseKey(whole)
    if (row.length > 1 || meant.length === 1) yield `~${row}${count}`
  }
  for (const id of meant.length === 1 ? first.ids : []) yield id
}

function* pairKeys(first: NamePart, last: NamePart, count: string): Generator<string> {
  for (const one of partKeys(first))
    for (const other of partKeys(last)) {
      yield `${[one, other].sort().join('.')}${count}`
      yield `${[coarseKey(one), coarseKey(other)].sort().join('.')}${count}`
    }
  const pairs = [
    [first, last],
    [last, first]
  ] as const
  for (const [one, other] of pairs)
    for (const key of new Set(soundKeys(other).map(coarseKey)))
      yield `${coarseKey(soundKeys(one)[0] ?? '').charAt(0)}.${key}${count}`
}

const isLeftOut = ({ ids, bond }: NamePart) => (bond !== '' && bond !== 'abd') || ids.includes('given:muhammad')

/** What a part of a name sounds like, and which given name it is. */
const partKeys = (part: NamePart): readonly string[] => [
  ...soundKeys(part),
  ...part.ids.filter((id) => id.startsWith('given:'))
]

function soundKeys({ text, term, bond, said, isInitial }: NamePart): readonly string[] {
  if (isInitial) return [phoneticWord(text) ?? term]
  const all = bond === 'abd' && said.length > 0 && !text.includes(' ') ? wordKeys(restOf(text)) : wordKeys(text)
  const keys = all.filter((key) => !key.startsWith('-'))
  return (keys.length > 0 ? keys : [term]).map((key) => BEFORE[bond] + key)
}

/** Without the word for servant, where it is written together. */
const restOf = (text: string) => text.slice(fusedLetters(foldName(text)))

const BEFORE = { abd: 'Abd', abu: 'Ab', umm: 'Am', '': '' } as const
