import { dateInWords, prepositionOf } from '../records/date-labels'
import { isInterval, readDate } from '../records/dates'
import type { Clock, Reliability, Stance } from '../records/records'
import { type AsOf, separate } from './asked'
import { STATUS_RULES, type Status } from './status'

/** The name of each status, the same in window, figure and command line. */
export const STATUS_LABELS = Object.fromEntries(STATUS_RULES.map(({ id, label }) => [id, label])) as Readonly<
  Record<Status, string>
>

/** Statuses in the order of lists and legends; `not-at-date` is never drawn and not among them. */
export const STATUSES: readonly Exclude<Status, 'not-at-date'>[] = STATUS_RULES.map(({ id }) => id).filter(
  (id) => id !== 'not-at-date'
)

/** The name of each stance. */
export const STANCE_LABELS: Readonly<Record<Stance, string>> = {
  supports: 'Supports',
  denies: 'Denies',
  uncertain: 'Uncertain'
}

/** The name of each clock before a date: “as claimed for”, as nothing here is known to be true, “published by”, “recorded by”. */
export const CLOCK_LABELS: Readonly<Record<Clock, string>> = {
  world: 'As claimed for',
  published: 'Published by',
  recorded: 'Recorded by'
}

/** Reliability of a source in the words of NATO AJP-2.1 (Admiralty code). */
export const RELIABILITY_LABELS: Readonly<Record<Reliability, string>> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged'
}

/** Credibility of a claim in the words of NATO AJP-2.1 (Admiralty code). */
export const CREDIBILITY_LABELS: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6, string>> = {
  1: 'Confirmed by other sources',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Truth cannot be judged'
}

/** What each credibility means, in our words after AJP-2.1. */
const CREDIBILITY_MEANINGS: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6, string>> = {
  1: 'Sources that owe each other nothing say the same; it is sensible in itself and fits what else is known.',
  2: 'Nobody else confirms it yet; it is sensible in itself and fits what else is known.',
  3: 'Nobody else confirms it; it is sensible in itself and fits some of what else is known.',
  4: 'Nobody else confirms it; it may be so, and does not follow from what else is known.',
  5: 'Nobody else confirms it; it makes little sense, or speaks against what else is known.',
  6: 'There is nothing by which it could be judged.'
}

/** Credibility 1–6 in words. */
export const credibilityLabel = (credibility: number): string =>
  new Map(Object.entries(CREDIBILITY_LABELS)).get(String(credibility)) ?? ''

/** What credibility 1–6 means. */
export const credibilityMeaning = (credibility: number): string =>
  new Map(Object.entries(CREDIBILITY_MEANINGS)).get(String(credibility)) ?? ''

/** A grade in words: “Fairly reliable · probably true”. */
export function gradeLabel(reliability: Reliability, credibility: number): string {
  return `${RELIABILITY_LABELS[reliability]} · ${lowerFirst(credibilityLabel(credibility))}`
}

/** When something was so, as after a verb: “on 13 Dec 2024”, “in 2024”, “about Dec 2024”, “from 2017, end unknown”, “from 1 to 3 Dec 2024”. */
export function timePhrase(when: unknown): string {
  const words = dateInWords(when)
  const parsed = readDate(when)
  if (/^(?:from|until) /.test(words)) return words
  if (parsed?.kind === 'interval' && !isBounded(parsed.extent)) return `(${words})`
  return isInterval(when) ? `from ${words}` : `${prepositionOf(when)}${words}`
}

/** Dates on the clocks in words: “on 1 Dec 2024”, “in Dec 2024”, “on 1 Dec 2024, by what had been published by then”. */
export function datePhrase(at: AsOf): string {
  const { asOf, publishedBy, recordedBy } = separate(at)
  const world =
    asOf === undefined ? '' : `${isInterval(asOf) ? 'in the time ' : prepositionOf(asOf)}${dateInWords(asOf)}`
  const known = [
    ...(publishedBy === undefined ? [] : [`published by ${publishedBy === asOf ? 'then' : dateInWords(publishedBy)}`]),
    ...(recordedBy === undefined ? [] : [`recorded by ${recordedBy === asOf ? 'then' : dateInWords(recordedBy)}`])
  ].join(' and ')
  return [world, known && `by what had been ${known}`].filter(Boolean).join(', ')
}

const isBounded = ({ first, last }: { readonly first: number; readonly last: number }) =>
  Number.isFinite(first) || Number.isFinite(last)
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
