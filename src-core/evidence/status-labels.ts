import { dateInWords, prepositionOf } from '../records/date-labels'
import { isInterval } from '../records/dates'
import type { Claim, Clock, Reliability, Stance } from '../records/records'
import type { AsOf, Evidence, Status } from './evidence'

/** The name of each status, the same in window, figure and command line. */
export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  corroborated: 'Corroborated',
  'single-source': 'Single source',
  disputed: 'Disputed',
  denied: 'Denied',
  uncertain: 'Uncertain',
  database: 'From the database',
  unsourced: 'No source',
  'not-at-date': 'Outside the date'
}

/** Statuses in the order of lists and legends; `outside` is never drawn and not among them. */
export const STATUSES: readonly Exclude<Status, 'not-at-date'>[] = [
  'corroborated',
  'single-source',
  'disputed',
  'denied',
  'uncertain',
  'database',
  'unsourced'
]

/** The name of each stance. */
export const STANCE_LABELS: Readonly<Record<Stance, string>> = {
  supports: 'Supports',
  denies: 'Denies',
  uncertain: 'Uncertain'
}

/** The name of each clock, as a question would put it: “true on”, “published by”, “recorded by”. */
export const CLOCK_LABELS: Readonly<Record<Clock, string>> = {
  world: 'True on',
  published: 'Published by',
  recorded: 'Recorded by'
}

/** Reliability of a source in words (NATO Admiralty code, AJP-2.1). */
export const RELIABILITY_LABELS: Readonly<Record<Reliability, string>> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged'
}

/** Credibility of a claim in words (NATO Admiralty code, AJP-2.1). */
export const CREDIBILITY_LABELS: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6, string>> = {
  1: 'Confirmed',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Truth cannot be judged'
}

/** Credibility 1–6 in words. */
export const credibilityLabel = (credibility: number): string =>
  new Map(Object.entries(CREDIBILITY_LABELS)).get(String(credibility)) ?? ''

/** A grade in words: “Fairly reliable · probably true”. */
export function gradeLabel(reliability: Reliability, credibility: number): string {
  return `${RELIABILITY_LABELS[reliability]} · ${lowerFirst(credibilityLabel(credibility))}`
}

/** What the evidence amounts to, in a sentence: “Two independent sources support it, one denies it, one is uncertain.” */
export function statusSentence(found: Evidence, at: AsOf = {}): string {
  if (found.status === 'not-at-date') return notAtDateSentence(at)
  if (found.status === 'unsourced') return 'No claims yet. Without a source this relation counts as unsourced.'
  if (found.status === 'database') return 'The database states it. No claim says from which source.'
  const parts = [supportPart(found), statedPart(found), denyPart(found), uncertainPart(found.uncertain, found)].filter(
    Boolean
  )
  return [`${upperFirst(parts.join(', '))}.`, unreadablePart(found)].filter(Boolean).join(' ')
}

function unreadablePart({ unreadable }: Evidence): string {
  if (unreadable === 0) return ''
  const isOne = unreadable === 1
  return `The date of ${numberInWords(unreadable)} of the claims cannot be read, so that ${isOne ? 'it counts' : 'they count'} as undated.`
}

/** A date on a clock in words: “on 1 Dec 2024”, “in Dec 2024”, “published by Dec 2024”. */
export function datePhrase({ asOf, clock = 'world' }: AsOf): string {
  if (asOf === undefined) return ''
  const date = dateInWords(asOf)
  switch (clock) {
    case 'world':
      return isInterval(asOf) ? `in the time ${date}` : `${prepositionOf(asOf)}${date}`
    case 'published':
      return `published by ${date}`
    case 'recorded':
      return `recorded by ${date}`
  }
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

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** A number as prose has it: one, two … twelve, then figures. */
export const numberInWords = (number: number): string => WORDS[number] ?? String(number)

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
