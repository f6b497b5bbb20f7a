import { dateInWords } from '../records/date-labels'
import { type AsOf, separate } from './asked'
import { bestGrade, gradeText } from './grades'
import { numberInWords } from './number-in-words'
import type { Evidence } from './status'
import { datePhrase, timePhrase } from './status-labels'
import type { WeighedClaim } from './weigh'

/**
 * What the evidence amounts to, in a sentence or two. It counts voices, never records: “Two independent sources support it
 * (best B2), one denies it (D4, a party to it); four hedge.”
 */
export function statusSentence(found: Evidence, at: AsOf = {}): string {
  switch (found.status) {
    case 'database':
      return 'The database states it. No claim says from which source.'
    case 'unsourced':
      return 'No claims yet. Without a source this relation counts as unsourced.'
    case 'not-at-date':
      return withUnreadable(found, notAtDate(found, at))
    case 'changed':
      return withUnreadable(found, `It changed: ${inOrder(found, at).join('; ')}.`)
    case 'last-known':
      return withUnreadable(found, `${lastKnown(found, at)} Nothing says that it is over or still so.`)
    case 'denied':
      return withUnreadable(found, `${upperFirst(deniedBy(found, at))}; nobody supports it.`)
    default:
      return withUnreadable(found, sides(found, at))
  }
}

function sides(found: Evidence, at: AsOf): string {
  const main = [supportPart(found, at), statedPart(found), denyPart(found, at)].filter(Boolean).join(', ')
  const hedge = hedgePart(found)
  const alone = main === '' ? `${hedge}; nobody supports it without a hedge` : [main, hedge].filter(Boolean).join('; ')
  return `${upperFirst(alone)}.`
}

function supportPart(found: Evidence, at: AsOf): string {
  const { supports, independent } = found
  if (supports.length === 0) return ''
  const told = beside(found, 'supports', at)
  if (independent > 1) return `${numberInWords(independent)} independent sources support it${told}`
  const voices = voicesOf(found, 'supports')
  if (voices === 1) return `one source supports it${told}`
  return `${numberInWords(voices)} voices support it, none independent of the others${told}`
}

/** A database alone is named first; beside sources it is named as what it is, and not counted among them. */
const statedPart = ({ stated, supports }: Evidence) =>
  !stated ? '' : supports.length > 0 ? 'the database states it too' : 'the database states it'

function denyPart(found: Evidence, at: AsOf): string {
  if (found.denies.length === 0) return ''
  const { denyingVoices } = found
  return `${denyingVoices > 1 ? `${numberInWords(denyingVoices)} deny` : 'one denies'} it${beside(found, 'denies', at)}`
}

const hedgePart = ({ hedgingVoices }: Evidence) =>
  hedgingVoices === 0 ? '' : `${numberInWords(hedgingVoices)} ${hedgingVoices > 1 ? 'hedge' : 'hedges'}`

/** In brackets: the best grade of a side, and what one has to know of its voices. */
function beside(found: Evidence, stance: 'supports' | 'denies', at: AsOf): string {
  const counted = countedOf(found).filter(({ claim }) => claim.stance === stance)
  if (counted.length === 0) return ''
  const grade = gradeOf(counted, voicesOf(found, stance) > 1)
  const words = [
    ...(grade ? [grade] : []),
    ...told(counted, ({ isParty }) => isParty, 'a party to it', 'parties to it'),
    ...told(counted, ({ voice }) => voice.kind === 'unnamed', 'unnamed', 'unnamed'),
    ...(at.asOf !== undefined && counted.every(({ time }) => time.undated) ? ['undated'] : []),
    ...(counted.every(({ claim }) => claim.inferred === true) ? ['inferred'] : [])
  ]
  return words.length > 0 ? ` (${words.join(', ')})` : ''
}

/** “a party to it” where that is so of all, “one of them a party to it” where it is so of some. */
function told(
  counted: readonly WeighedClaim[],
  test: (one: WeighedClaim) => boolean,
  one: string,
  many: string
): readonly string[] {
  const keys = (claims: readonly WeighedClaim[]) => new Set(claims.map(({ voice }) => voice.key)).size
  const [some, all] = [keys(counted.filter(test)), keys(counted)]
  if (some === 0) return []
  if (some === all) return [all > 1 ? many : one]
  return [`${numberInWords(some)} of them ${some > 1 ? many : one}`]
}

function gradeOf(counted: readonly WeighedClaim[], several: boolean): string | undefined {
  const best = bestGrade(counted.map(({ grade }) => grade))
  return best && `${several ? 'best ' : ''}${gradeText(best)}`
}

function deniedBy(found: Evidence, at: AsOf): string {
  const labels = [...new Set(countedOf(found).map(({ voice }) => voice.label))].filter(Boolean)
  const shown = labels.length > 3 ? [...labels.slice(0, 2), `${numberInWords(labels.length - 2)} more`] : labels
  const who = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? 'one voice')
  return `denied by ${who}${beside(found, 'denies', at)}`
}

/** Both sides of a change, the earlier one first, each with its date. */
function inOrder(found: Evidence, at: AsOf): readonly string[] {
  const counted = countedOf(found)
  const isPro = ({ claim }: WeighedClaim) => claim.stance !== 'denies'
  const first = (side: readonly WeighedClaim[]) => Math.min(...side.slice(0, 1000).map(({ held }) => held.first))
  const [pro, denials] = [counted.filter(isPro), counted.filter((one) => !isPro(one))]
  const words = (side: readonly WeighedClaim[], verb: string, stance: 'supports' | 'denies') =>
    `${verb} ${datesOf(side)}${beside(found, stance, at)}`
  const support = words(pro, 'supported', 'supports')
  const denial = words(denials, 'denied', 'denies')
  return first(pro) <= first(denials) ? [support, denial] : [denial, support]
}

/** The dates of a side, in the words of its claims: “until 8 Dec 2024”, or “on 13 Dec 2024 and at 2 further dates”. */
function datesOf(side: readonly WeighedClaim[]): string {
  const dates = [...new Set(side.map(dateOf))]
  const [first = '', ...more] = dates
  if (more.length === 0) return first
  return `${first} and ${more.length === 1 ? (more[0] ?? '') : `at ${more.length} further dates`}`
}

const dateOf = ({ claim, time }: WeighedClaim) =>
  !time.undated
    ? timePhrase(claim.when)
    : Number.isFinite(time.last)
      ? 'on the day of its publication'
      : 'without a date'

function lastKnown(found: Evidence, at: AsOf): string {
  const counted = countedOf(found)
  const [one] = counted
  const when = one ? dateOf(one) : ''
  const supported = found.supports.length > 0
  const told = supported ? beside(found, 'supports', at) : ''
  return `Last known ${when}${supported ? told : ', with a hedge'}.`
}

function notAtDate(found: Evidence, at: AsOf): string {
  const { asOf, publishedBy, recordedBy } = separate(at)
  const shut = found.weighed.filter(({ notYet }) => notYet !== undefined)
  if (shut.length === found.weighed.length) {
    const [by, what] = shut.every(({ notYet }) => notYet === 'unrecorded')
      ? [recordedBy, 'recorded']
      : [publishedBy ?? recordedBy, publishedBy === undefined ? 'recorded' : 'published']
    return `None of its claims had been ${what} by ${dateInWords(by ?? '')}.`
  }
  const known = datePhrase({ ...(publishedBy && { publishedBy }), ...(recordedBy && { recordedBy }) })
  return `None of its claims speaks of ${dateInWords(asOf ?? '')}${known && `, ${known}`}.`
}

function withUnreadable({ unreadable }: Evidence, sentence: string): string {
  if (unreadable === 0) return sentence
  const isOne = unreadable === 1
  return `${sentence} The date of ${numberInWords(unreadable)} of the claims cannot be read, so that ${isOne ? 'it counts' : 'they count'} as undated.`
}

/** The claims that count, as they were weighed. */
function countedOf({ supports, denies, uncertain, weighed }: Evidence): readonly WeighedClaim[] {
  const ids = new Set([...supports, ...denies, ...uncertain].map(({ id }) => id))
  return weighed.filter(({ claim }) => ids.has(claim.id))
}

const voicesOf = (found: Evidence, stance: 'supports' | 'denies') =>
  new Set(
    countedOf(found)
      .filter(({ claim }) => claim.stance === stance)
      .map(({ voice }) => voice.key)
  ).size

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
