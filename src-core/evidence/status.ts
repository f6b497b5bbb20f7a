import type { Claim } from '../records/records'
import type { Grade } from './grades'
import type { WeighedClaim } from './weigh'

/**
 * How well a relation is supported. `changed`: the one side holds after the other. `last-known`: it was so before, and nothing
 * says that it is over or still so. `database`: nothing but a database that was explored states it. `not-at-date`: it has
 * claims, but none that counts reaches the date.
 */
export type Status =
  | 'corroborated'
  | 'single-source'
  | 'disputed'
  | 'changed'
  | 'last-known'
  | 'denied'
  | 'uncertain'
  | 'database'
  | 'unsourced'
  | 'not-at-date'

/** What stands beside a conclusion and never replaces it. */
export const FLAGS = {
  'one-voice': 'One voice speaks in several sources and counts once',
  'one-document': 'Several voices are known through one document only and count once',
  unnamed: 'A voice is not named',
  'self-interest': 'A voice speaks in its own cause',
  weak: 'One side has only poor grades',
  hedged: 'A claim is hedged',
  holds: 'It happened before the date, and has happened since',
  approximate: 'A date is approximate',
  undated: 'A claim has no date'
} as const

/** A flag by its name. */
export type Flag = keyof typeof FLAGS

/** What the claims that count say of a relation, or of a property. Claims by id. */
export interface Evidence {
  readonly status: Status
  /** Of those from which the conclusion is drawn: both sides of a change, the last claims of what was last known. */
  readonly supports: readonly Claim[]
  readonly denies: readonly Claim[]
  readonly uncertain: readonly Claim[]
  /** Whether a database states it, without a date: that is no claim, and never counts as a source. */
  readonly stated: boolean
  /** How many independent voices support it, without a hedge, for one time and the date that is asked. */
  readonly independent: number
  /** How many independent voices deny it; how many voices hedge. */
  readonly denyingVoices: number
  readonly hedgingVoices: number
  readonly flags: readonly Flag[]
  readonly weak?: 'support' | 'denial'
  /** The best grade of each side. */
  readonly bestSupport?: Grade
  readonly bestDenial?: Grade
  /** Of the claims that count (where none does, of those that the clocks admit), how many have no known date on a clock that is asked; of these, whose cannot be read. */
  readonly undated: number
  readonly unreadable: number
  /** All its claims as they were weighed, by id. */
  readonly weighed: readonly WeighedClaim[]
}

/** What the rules of status look at. */
export interface Weighed extends Omit<Evidence, 'status' | 'flags'> {
  readonly as: 'now' | 'last-known' | 'changed' | 'none'
  /** Whether one of two independent voices at least is no party. */
  readonly beyondParties: boolean
}

/** A rule by which a relation gets its status. */
export interface StatusRule {
  readonly id: Status
  /** The name of the status, the same in window, figure and command line. */
  readonly label: string
  readonly holds: (found: Weighed) => boolean
  /** What it says, as a rule. */
  readonly words: string
}

const isNow = ({ as }: Weighed) => as === 'now'
const isOneSided = (found: Weighed) => isNow(found) && found.supports.length > 0 && found.denies.length === 0
const isCorroborated = (found: Weighed) => isOneSided(found) && found.independent > 1 && found.beyondParties
const isPro = ({ supports, uncertain, stated }: Weighed) => supports.length + uncertain.length > 0 || stated

/** The statuses, in the order of lists and legends. Exactly one rule holds for whatever the claims say. */
export const STATUS_RULES: readonly StatusRule[] = [
  {
    id: 'corroborated',
    label: 'Corroborated',
    holds: isCorroborated,
    words:
      'Two independent voices or more, one of them no party, support it for a time that they share; nobody denies it then.'
  },
  {
    id: 'single-source',
    label: 'Single source',
    holds: (found) => isOneSided(found) && !isCorroborated(found),
    words:
      'One voice supports it, or only voices that are not independent, or only parties to it; nobody denies it then.'
  },
  {
    id: 'disputed',
    label: 'Disputed',
    holds: (found) => isNow(found) && found.denies.length > 0 && isPro(found),
    words: 'It is supported, hedged or not, and denied for times that meet.'
  },
  {
    id: 'changed',
    label: 'Changed',
    holds: ({ as }) => as === 'changed',
    words: 'It is supported for one time and denied for another; the times do not meet.'
  },
  {
    id: 'last-known',
    label: 'Last known',
    holds: ({ as, stated }) => as === 'last-known' && !stated,
    words: 'It was so before, and nothing says that it is over or still so.'
  },
  {
    id: 'denied',
    label: 'Denied',
    holds: (found) => isNow(found) && found.denies.length > 0 && !isPro(found),
    words: 'It is denied, and nobody supports it.'
  },
  {
    id: 'uncertain',
    label: 'Uncertain',
    holds: (found) => isNow(found) && found.supports.length + found.denies.length === 0 && found.uncertain.length > 0,
    words: 'Every claim that counts is hedged.'
  },
  {
    id: 'database',
    label: 'From the database',
    holds: ({ as, stated }) => stated && (as === 'none' || as === 'last-known'),
    words: 'A database states it; no claim that counts says from which source.'
  },
  {
    id: 'unsourced',
    label: 'No source',
    holds: ({ as, stated, weighed }) => as === 'none' && !stated && weighed.length === 0,
    words: 'It has no claim at all.'
  },
  {
    id: 'not-at-date',
    label: 'Outside the date',
    holds: ({ as, stated, weighed }) => as === 'none' && !stated && weighed.length > 0,
    words: 'It has claims, and none that counts reaches the date.'
  }
]

const BY_ID = new Map(STATUS_RULES.map((rule) => [rule.id, rule]))

/** The rule of a status. Throws RangeError where there is none. */
export function ruleOf(status: Status): StatusRule {
  const rule = BY_ID.get(status)
  if (!rule) throw new RangeError(`There is no status ${status}.`)
  return rule
}

/** The status of what was found: that of the one rule that holds. */
export const statusOf = (found: Weighed): Status => STATUS_RULES.find(({ holds }) => holds(found))?.id ?? 'unsourced'
