import { dateInWords } from '../records/date-labels'
import type { Claim, Clock } from '../records/records'
import { numberInWords } from './number-in-words'

// The table of rules by which a relation gets its status. Exactly one of them holds for whatever the claims say.

/**
 * How well a relation is supported. `database`: nothing but a database that was explored states it; `not-at-date`: it has claims,
 * but the clock admits none of them at that date.
 */
export type Status =
  | 'corroborated'
  | 'single-source'
  | 'disputed'
  | 'denied'
  | 'uncertain'
  | 'database'
  | 'unsourced'
  | 'not-at-date'

/** A date (EDTF) and the clock that it is read on, `world` by default; without a date every claim counts. */
export interface AsOf {
  readonly asOf?: string
  readonly clock?: Clock
}

/** What the claims that count say of a relation. Claims by id. */
export interface Evidence {
  readonly status: Status
  readonly supports: readonly Claim[]
  readonly denies: readonly Claim[]
  readonly uncertain: readonly Claim[]
  /** Whether a database states it, without a date: that is no claim, and never counts as a source. */
  readonly stated: boolean
  /** How many independent origins support it: reports that quote one wire are one. */
  readonly independent: number
  readonly denyingOrigins: number
  /**
   * Of the claims that count, how many do so only because they have no date on that clock: their source has none of
   * publication, or what stands there cannot be read.
   */
  readonly undated: number
  /** How many of these have a date that cannot be read. */
  readonly unreadable: number
}

/** What a rule looks at: what the claims say that the clock admits, and how many there are on any date. */
export type Weighed = Omit<Evidence, 'status'> & { readonly claims: number }

/** A rule of status. */
export interface Rule {
  readonly id: Status
  /** The name of the status, the same in window, figure and command line. */
  readonly label: string
  readonly holds: (found: Weighed) => boolean
  /** What it says to the user of one relation, in a sentence. */
  readonly says: (found: Evidence, at: AsOf) => string
}

/** It has claims, but none that counts at that date, and no database states it. */
const isNotAtDate = (found: Weighed) => found.claims > 0 && admitted(found) === 0 && !found.stated

/** Supported by two or more independent origins and denied by none. */
const isCorroborated = ({ supports, denies, independent }: Weighed) =>
  supports.length > 0 && denies.length === 0 && independent > 1

/** Supported by one origin, however many reports pass it on, and denied by none. */
const isSingleSource = ({ supports, denies, independent }: Weighed) =>
  supports.length > 0 && denies.length === 0 && independent <= 1

/** Supported or stated, and denied. */
const isDisputed = ({ supports, denies, stated }: Weighed) => (supports.length > 0 || stated) && denies.length > 0

/** Denied, and nothing supports or states it. */
const isDenied = ({ supports, denies, stated }: Weighed) => supports.length === 0 && !stated && denies.length > 0

/** Nothing but hedged claims, which say neither that it is so nor that it is not. */
const isUncertain = ({ supports, denies, uncertain }: Weighed) =>
  supports.length + denies.length === 0 && uncertain.length > 0

/** No claim counts, but a database states it. */
const isFromDatabase = (found: Weighed) => admitted(found) === 0 && found.stated

/** No claim at all, and no database states it. */
const isUnsourced = ({ claims, stated }: Weighed) => claims === 0 && !stated

/** The rules, in the order of lists and legends. */
export const RULES: readonly Rule[] = [
  { id: 'corroborated', label: 'Corroborated', holds: isCorroborated, says: claimsSentence },
  { id: 'single-source', label: 'Single source', holds: isSingleSource, says: claimsSentence },
  { id: 'disputed', label: 'Disputed', holds: isDisputed, says: claimsSentence },
  { id: 'denied', label: 'Denied', holds: isDenied, says: claimsSentence },
  { id: 'uncertain', label: 'Uncertain', holds: isUncertain, says: claimsSentence },
  {
    id: 'database',
    label: 'From the database',
    holds: isFromDatabase,
    says: () => 'The database states it. No claim says from which source.'
  },
  {
    id: 'unsourced',
    label: 'No source',
    holds: isUnsourced,
    says: () => 'No claims yet. Without a source this relation counts as unsourced.'
  },
  { id: 'not-at-date', label: 'Outside the date', holds: isNotAtDate, says: (_found, at) => notAtDateSentence(at) }
]

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]))

/** The rule of a status. Throws RangeError where there is none. */
export function ruleOf(status: Status): Rule {
  const rule = BY_ID.get(status)
  if (!rule) throw new RangeError(`There is no status ${status}.`)
  return rule
}

/** The status of what was found: that of the one rule that holds. */
export const statusOf = (found: Weighed): Status => RULES.find(({ holds }) => holds(found))?.id ?? 'unsourced'

const admitted = ({ supports, denies, uncertain }: Weighed) => supports.length + denies.length + uncertain.length

function claimsSentence(found: Evidence): string {
  const parts = [supportPart(found), statedPart(found), denyPart(found), uncertainPart(found.uncertain, found)]
  const words = parts.filter(Boolean).join(', ')
  return [`${words.charAt(0).toUpperCase()}${words.slice(1)}.`, unreadablePart(found)].filter(Boolean).join(' ')
}

function unreadablePart({ unreadable }: Evidence): string {
  if (unreadable === 0) return ''
  const isOne = unreadable === 1
  return `The date of ${numberInWords(unreadable)} of the claims cannot be read, so that ${isOne ? 'it counts' : 'they count'} as undated.`
}

function notAtDateSentence(at: AsOf): string {
  const date = dateInWords(at.asOf ?? '')
  switch (at.clock ?? 'world') {
    case 'world':
      return `None of its claims speaks of ${date}.`
    case 'published':
      return `None of its claims had been published by ${date}.`
    case 'recorded':
      return `None of its claims had been recorded by ${date}.`
  }
}

function supportPart({ supports, independent }: Evidence): string {
  if (supports.length === 0) return ''
  if (independent > 1) return `${numberInWords(independent)} independent sources support it`
  if (supports.length === 1) return 'one source supports it'
  return `${numberInWords(supports.length)} claims support it, all from one source`
}

/** A database alone is named first; beside sources it is named as what it is, and not counted among them. */
function statedPart({ stated, supports }: Evidence): string {
  if (!stated) return ''
  return supports.length > 0 ? 'the database states it too' : 'the database states it'
}

function denyPart({ denies, denyingOrigins }: Evidence): string {
  if (denies.length === 0) return ''
  return denyingOrigins > 1 ? `${numberInWords(denyingOrigins)} deny it` : 'one denies it'
}

function uncertainPart(uncertain: readonly Claim[], { supports, denies }: Evidence): string {
  if (uncertain.length === 0) return ''
  const what = supports.length + denies.length > 0 ? '' : uncertain.length > 1 ? ' claims' : ' claim'
  return `${numberInWords(uncertain.length)}${what} ${uncertain.length > 1 ? 'are' : 'is'} uncertain`
}
