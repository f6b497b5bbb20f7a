import { readInstant } from '../records/dates-of-record'
import type { Aspect } from '../records/records'
import type { AsOf } from './asked'
import { gradeText } from './grades'
import type { Evidence } from './status'
import { datePhrase, timePhrase } from './status-labels'
import type { WeighedClaim } from './weigh'

/** What a rule is told to say where it acted: the evidence, what was asked, and what the relation is in time. */
export interface Derivation {
  readonly found: Evidence
  readonly at: AsOf
  readonly aspect: Aspect
  /** The word of the relation's type, or the property. */
  readonly word: string
  /** The claims from which the conclusion is drawn. */
  readonly counted: readonly WeighedClaim[]
}

/** A rule of evidence: what it says, on what standard it rests, and what it did in one case, a line each. */
export interface Rule {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly anchor: string
  readonly acted: (derivation: Derivation) => readonly string[]
}

/** The rules, in the order in which a derivation goes through them. */
export const RULES: readonly Rule[] = [
  {
    id: 'clocks',
    title: 'Three dates',
    words:
      'Only what had been published, and recorded here, by the dates that are asked counts; of what is passed on, the earliest dated publication. “~” takes in the neighbouring day, month or year.',
    anchor: 'EDTF (ISO 8601-2)',
    acted: ({ found, at }) => [
      ...(datePhrase(at) ? [`Asked: how it was ${datePhrase(at)}.`] : ['Asked: over all dates together.']),
      ...leftOut(found, 'unpublished', 'had not been published by then'),
      ...leftOut(found, 'unrecorded', 'had not been recorded here by then'),
      ...(found.undated > 0 ? [`${claims(found.undated)} on a clock on which the date is not known.`] : [])
    ]
  },
  {
    id: 'events-and-states',
    title: 'Events and states',
    words:
      'An event holds from its day on. A state holds within its dates: “..” goes on; a single day, and an end that is unknown, hold no longer than is said, and are last known after. A claim without a date speaks of the day of its publication.',
    anchor: 'EDTF (ISO 8601-2)',
    acted: ({ found, aspect, word }) => [
      `“${word}” is ${aspect === 'event' ? 'an event' : 'a state'}.`,
      ...found.weighed.filter(({ notYet }) => notYet === undefined).map((one) => `${one.claim.id} ${timeWords(one)}.`)
    ]
  },
  {
    id: 'meeting-in-time',
    title: 'A conflict needs a meeting in time',
    words:
      'Support and denial are in conflict where their times meet. Where they do not, it is a change. Two supports confirm each other only where their times meet.',
    anchor: 'AJP-2.1',
    acted: ({ found }) =>
      found.status === 'disputed'
        ? [
            found.supports.length > 0 || found.stated
              ? 'The times of support and denial meet.'
              : 'A denial stands against a hedge.'
          ]
        : found.status === 'changed'
          ? ['The times of support and denial do not meet.']
          : []
  },
  {
    id: 'voices',
    title: 'Voices, not records',
    words:
      'Counted are voices: whoever a claim is attributed to, else the root of what it rests on, else its source. One voice in two papers is one; what is known through one document only is one; unnamed voices of one description are one.',
    anchor: 'ICD 206; AJP-2.1 (confirmation by independent sources)',
    acted: ({ found, counted }) => [
      ...voicesOf(counted).map(([label, ids]) => `${label}: ${ids.join(', ')}.`),
      ...(found.flags.includes('one-document')
        ? ['Voices that are known through one document only count as one.']
        : []),
      ...(found.supports.length > 0 ? [`Independent voices that support it: ${found.independent}.`] : []),
      ...(found.denies.length > 0 ? [`Independent voices that deny it: ${found.denyingVoices}.`] : [])
    ]
  },
  {
    id: 'parties',
    title: 'Parties',
    words:
      'A voice that is one of the ends, or leads, holds office in or is part of one, then or when it spoke, is a party. Its claims count, and parties alone corroborate nothing.',
    anchor: 'ICD 206 (interest of a source)',
    acted: ({ counted }) =>
      voicesOf(counted.filter(({ isParty }) => isParty)).map(([label]) => `${label} is a party to it.`)
  },
  {
    id: 'hedged',
    title: 'Hedged counts',
    words:
      'Only hedged is uncertain; hedged and denied is disputed; supported and hedged is supported, and the hedge is told.',
    anchor: 'ICD 203 (uncertainty is said)',
    acted: ({ found }) =>
      found.uncertain.length > 0 ? [`Hedged: ${found.uncertain.map(({ id }) => id).join(', ')}.`] : []
  },
  {
    id: 'grades',
    title: 'Grades count',
    words:
      'Each side carries its best grade. A side is weak that has nothing better than D–F with 4–6 against A–C with 1–3; that stands beside the conclusion and never replaces it.',
    anchor: 'AJP-2.1 (Admiralty code)',
    acted: ({ found }) => [
      ...(found.bestSupport
        ? [`Best ${found.supports.length > 0 ? 'support' : 'hedge'}: ${gradeText(found.bestSupport)}.`]
        : []),
      ...(found.bestDenial ? [`Best denial: ${gradeText(found.bestDenial)}.`] : []),
      ...(found.weak ? [`The ${found.weak} is weak.`] : [])
    ]
  },
  {
    id: 'inference',
    title: 'Inference is marked',
    words:
      'A step of the analyst’s own is marked as inferred, and its note says which step it is. All of them are one voice, which stands beside others and corroborates nothing.',
    anchor: 'ICD 203 (facts, assumptions and judgements apart)',
    acted: ({ counted }) =>
      counted.flatMap(({ claim }) =>
        claim.inferred ? [`${claim.id} is inferred${claim.note ? `: ${claim.note}` : ', and no note says how.'}`] : []
      )
  },
  {
    id: 'recorded',
    title: 'Recorded is the time of entry',
    words: 'When a claim was entered is kept as it was. A claim that has no time of entry says so, and counts at any.',
    anchor: 'Berkeley Protocol (chain of custody)',
    acted: ({ counted }) =>
      counted.flatMap(({ claim }) =>
        readInstant(claim.recorded) === undefined ? [`${claim.id} has no time of entry.`] : []
      )
  }
]

const claims = (number: number) => (number === 1 ? 'One claim counts' : `${number} claims count`)

function leftOut({ weighed }: Evidence, notYet: WeighedClaim['notYet'], words: string): readonly string[] {
  const ids = weighed.filter((one) => one.notYet === notYet).map(({ claim }) => claim.id)
  return ids.length > 0 ? [`Left out: ${ids.join(', ')} ${words}.`] : []
}

function timeWords({ claim, time, reach }: WeighedClaim): string {
  const what = { supports: 'supports it', denies: 'denies it', uncertain: 'hedges' }[claim.stance]
  const when = !time.undated
    ? timePhrase(claim.when)
    : Number.isFinite(time.last)
      ? 'without a date, so on the day of its publication'
      : 'without any date, so at all times'
  const counts = { now: 'counts', before: 'lies before the date', later: 'lies after the date' }[reach]
  return `${what} ${when}: ${counts}${reach === 'before' && time.after === 'over' ? ', and says that it ended' : ''}`
}

/** Each voice with the ids of its claims, in the order of these. */
function voicesOf(counted: readonly WeighedClaim[]): readonly (readonly [label: string, ids: readonly string[]])[] {
  const voices = new Map<string, [label: string, ids: string[]]>()
  for (const { voice, claim } of counted) {
    const known = voices.get(voice.key)
    if (known) known[1].push(claim.id)
    else voices.set(voice.key, [labelOf(voice), [claim.id]])
  }
  return [...voices.values()]
}

const labelOf = ({ kind, label }: WeighedClaim['voice']) =>
  kind === 'analyst'
    ? 'The analyst (inferred)'
    : kind === 'unnamed'
      ? `${label} (unnamed)`
      : kind === 'source'
        ? `${label || 'A source'} (the source itself)`
        : label
