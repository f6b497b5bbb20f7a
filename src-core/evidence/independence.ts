import { type ClaimTime, meet } from './claim-time'
import type { Voice } from './voices'

/** What one claim adds: who says it, through which documents, of which days, and whether in its own cause. */
export interface Testimony {
  readonly voice: Voice
  readonly documents: ReadonlySet<string>
  readonly time: Pick<ClaimTime, 'first' | 'last'>
  /** It has no date, so that its time meets any. */
  readonly anyTime: boolean
  readonly isParty: boolean
}

/** How many independent voices agree on one time, and whether one at least of two such is no party. */
export interface Independence {
  readonly voices: number
  readonly beyondParties: boolean
}

/** How many times are tried where testimonies speak of many. */
const MOST_TIMES = 200

/** How many voices are compared two by two; beyond, none may share a document with one that was taken already. */
const MOST_COMPARED = 400

/**
 * Of voices that speak of one time, the largest set found in which no two share a document: what is known through one document
 * only is one. A claim of a voice that spoke already can join voices but never add one.
 */
export function independence(all: readonly Testimony[]): Independence {
  // What the analyst infers stands beside what is said, and confirms nothing.
  const said = all.filter(({ voice }) => voice.kind !== 'analyst')
  const testimonies = said.length > 0 ? said : all.slice(0, 1)
  if (testimonies.length < 2) return { voices: testimonies.length, beyondParties: false }
  const known = knownVoices(testimonies)
  // Through which documents a voice is known does not depend on the time.
  const joined = known.size > MOST_COMPARED ? undefined : joinedVoices(known)
  let best: Independence = { voices: 0, beyondParties: false }
  for (const at of timesOf(testimonies)) {
    const speaking = testimonies.filter((one) => one.anyTime || meet(one.time, at))
    const keys = [...new Set(speaking.map(({ voice }) => voice.key))].sort()
    const found = joined ? among(known, joined, keys) : apart(known, keys)
    if (found.beyondParties === best.beyondParties ? found.voices > best.voices : found.beyondParties) best = found
  }
  return best
}

/** Days at which the most testimonies meet: intervals that all meet each other have a day in common (Helly's theorem). */
function timesOf(testimonies: readonly Testimony[]): readonly { readonly first: number; readonly last: number }[] {
  const dated = testimonies.filter(({ anyTime }) => !anyTime).map(({ time }) => time)
  const latest = Math.max(-Infinity, ...dated.slice(0, MOST_TIMES).map(({ first }) => first))
  if (dated.length <= MOST_TIMES && dated.every(({ first, last }) => first <= latest && latest <= last))
    return [{ first: latest, last: latest }]
  const days = [...new Set(dated.map(({ first }) => first))].slice(0, MOST_TIMES)
  return days.map((day) => ({ first: day, last: day }))
}

interface Known {
  readonly documents: Set<string>
  readonly isParty: boolean
}

type Voices = ReadonlyMap<string, Known>

function knownVoices(testimonies: readonly Testimony[]): Voices {
  const voices = new Map<string, Known>()
  for (const { voice, documents, isParty } of testimonies) {
    const known = voices.get(voice.key) ?? { documents: new Set(), isParty }
    for (const id of documents) known.documents.add(id)
    voices.set(voice.key, known)
  }
  return voices
}

function among(
  voices: Voices,
  joined: ReadonlyMap<string, ReadonlySet<string>>,
  keys: readonly string[]
): Independence {
  if (keys.length < 2) return { voices: keys.length, beyondParties: false }
  const speaking = new Set(keys)
  const degrees = new Map(
    keys.map((key) => [key, [...(joined.get(key) ?? [])].filter((id) => speaking.has(id)).length])
  )
  const parties = (key: string) => Number(voices.get(key)?.isParty)
  const degree = (key: string) => degrees.get(key) ?? 0
  // Fewest ties first: so at least two are found wherever two are independent.
  const order = [...keys].sort((a, b) => degree(a) - degree(b) || parties(a) - parties(b) || (a < b ? -1 : 1))
  let taken = 0
  const shut = new Set<string>()
  for (const key of order) {
    if (shut.has(key)) continue
    taken++
    for (const other of joined.get(key) ?? []) shut.add(other)
  }
  const beyondParties = keys.some((key) => parties(key) === 0 && degree(key) < keys.length - 1)
  return { voices: taken, beyondParties: taken > 1 && beyondParties }
}

/** Of very many voices, one after the other, those that share no document with one taken before; the least entangled first. */
function apart(voices: Voices, keys: readonly string[]): Independence {
  const size = (key: string) => voices.get(key)?.documents.size ?? 0
  const used = new Set<string>()
  let [taken, beyond] = [0, 0]
  for (const key of [...keys].sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1))) {
    const one = voices.get(key)
    if (!one || [...one.documents].some((id) => used.has(id))) continue
    taken++
    if (!one.isParty) beyond++
    for (const id of one.documents) used.add(id)
  }
  return { voices: taken, beyondParties: taken > 1 && beyond > 0 }
}

/** For each voice those that share a document with it. */
function joinedVoices(voices: Voices): ReadonlyMap<string, ReadonlySet<string>> {
  const speakers = new Map<string, string[]>()
  for (const [key, { documents }] of voices)
    for (const id of documents) {
      const known = speakers.get(id)
      if (known) known.push(key)
      else speakers.set(id, [key])
    }
  const joined = new Map<string, Set<string>>()
  for (const group of speakers.values()) {
    for (const a of group) for (const b of group) if (a !== b) joined.set(a, (joined.get(a) ?? new Set()).add(b))
  }
  return joined
}
