import { alignedParts, countOf } from './aligned-parts'
import { signsIn } from './name-terms'
import type { Meaning } from './other-names'
import { keyOf, meaningsOf } from './other-names'
import { bracketed, type Reading, readingsOf } from './readings'
import { spokenDistance } from './spoken-distance'

/** A name taken apart for comparing with others, once for all of them. */
export interface NameForm {
  readonly name: string
  readonly readings: readonly Reading[]
}

/** Takes a name apart for comparing. */
export const nameForm = (name: string): NameForm => ({ name, readings: readingsOf(name) })

/**
 * Whether two names may well be of one: but for spelling, script, order, titles and legal forms the same, or known as other names
 * of one place or body. A proposal to the user, never a proof. On name pairs never seen about 9 in 10 are found.
 */
export function isSameName(a: NameForm, b: NameForm): boolean {
  const [one, other] = [a.readings[0], b.readings[0]]
  if (!one || !other || toldApart(a.name, b.name)) return false
  if (one.all.length === 0 && other.all.length === 0 && one.numbers.length + other.numbers.length === 0)
    return signsIn(a.name) !== '' && signsIn(a.name) === signsIn(b.name)
  if (isApart(one.ids, other.ids)) return false
  return a.readings.some((mine) => b.readings.some((theirs) => isSameReading(mine, theirs)))
}

const isApart = (a: readonly string[], b: readonly string[]) =>
  a.length > 0 && b.length > 0 && !a.some((id) => b.includes(id))
const meets = (a: readonly string[], b: readonly string[]) => a.some((id) => b.includes(id))

/** Whether both have something in brackets, and not the same: Tripoli (Lebanon), Tripoli (Libya). */
function toldApart(a: string, b: string): boolean {
  const [one, other] = [bracketed(a), bracketed(b)].map((text) => meaningsOf(keyOf(text)).map(({ id }) => id))
  return isApart(one ?? [], other ?? [])
}

function isSameReading(a: Reading, b: Reading): boolean {
  if (meets(a.ids, b.ids)) return true
  if (a.numbers.join() !== b.numbers.join()) return false
  if (a.joined !== '' && a.joined === b.joined) return true
  if (a.acronym !== '' || b.acronym !== '') return isAcronymOf(a, b)
  if (alignedParts(a.all, b.all, { isWhole: true })) return true
  return agreeInGeneral(a, b) && (countOf(a.own) === 0 || alignedParts(a.own, b.own))
}

/** An acronym is the first letters of the other, or the same letters in another script. */
function isAcronymOf(a: Reading, b: Reading): boolean {
  if (a.acronym.length > 2 && b.acronym === '') return b.initials.includes(a.acronym) || isSpelt(a, b)
  if (b.acronym.length > 2 && a.acronym === '') return a.initials.includes(b.acronym) || isSpelt(a, b)
  return isSpelt(a, b)
}

function isSpelt(a: Reading, b: Reading): boolean {
  const [one, other] = [a.all[0], b.all[0]]
  if (!one || !other || a.all.length > 1 || b.all.length > 1 || Math.abs(one.term.length - other.term.length) > 1)
    return false
  return one.said.some((mine) => other.said.some((theirs) => spokenDistance(mine, theirs) < 0.2))
}

/** Whether the words that many names are made of allow that it is one: what is left out says nothing, and what stands on both sides is the same. */
function agreeInGeneral(a: Reading, b: Reading): boolean {
  const [mine, theirs] = [left(a.general, b.general), left(b.general, a.general)]
  const [own, others] = [countOf(a.own), countOf(b.own)]
  if (own === 0 || others === 0)
    return own === others && a.general.length > 0 && [...mine, ...theirs].every(({ kind }) => kind === 'weak')
  const of = (meanings: readonly Meaning[], kind: Meaning['kind']) =>
    meanings.filter((meaning) => meaning.kind === kind)
  if (of(mine, 'weak').length > 0 && of(theirs, 'weak').length > 0) return false
  const rest = [...mine, ...theirs].filter(({ kind }) => kind !== 'weak')
  if (rest.length === 0) return true
  const isPlace = [...a.own, ...b.own].some(({ ids }) => ids.some((id) => id.startsWith('place:')))
  const isOneSided = mine.length === 0 || theirs.length === 0
  return isOneSided && rest.every(({ kind, id }) => kind === 'kind' && (!isPlace || OF_PLACES.has(id)))
}

const OF_PLACES: ReadonlySet<string> = new Set(['kind:settlement', 'kind:region'])

/** What stands here and not there; a line of business before a word for firm says no more than that word. */
function left(here: readonly Meaning[], there: readonly Meaning[]): readonly Meaning[] {
  return here.filter(
    ({ id }, at) => !there.some((other) => other.id === id) && !(BUSINESS.has(id) && here[at + 1]?.id === 'weak:firm')
  )
}

const BUSINESS: ReadonlySet<string> = new Set(
  ['oil', 'gas', 'energy', 'trade', 'construction', 'shipping', 'insurance', 'telecom', 'information', 'news'].map(
    (id) => `strong:${id}`
  )
)
