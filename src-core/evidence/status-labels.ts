import { dateInWords, prepositionOf } from '../records/date-labels'
import { isInterval } from '../records/dates'
import type { Clock, Reliability, Stance } from '../records/records'
import { type AsOf, type Evidence, RULES, ruleOf, type Status } from './rules'

/** The name of each status, the same in window, figure and command line. */
export const STATUS_LABELS = Object.fromEntries(RULES.map(({ id, label }) => [id, label])) as Readonly<
  Record<Status, string>
>

/** Statuses in the order of lists and legends; `not-at-date` is never drawn and not among them. */
export const STATUSES: readonly Exclude<Status, 'not-at-date'>[] = RULES.map(({ id }) => id).filter(
  (id) => id !== 'not-at-date'
)

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
export const statusSentence = (found: Evidence, at: AsOf = {}): string => ruleOf(found.status).says(found, at)

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

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
