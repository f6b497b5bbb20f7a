import { dateInWords } from '../records/date-labels'
import { DAY_MS } from '../records/dates-calendar'
import { type AsOf, separate } from './asked'
import { bestGrade, gradeText } from './grades'
import { independence } from './independence'
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
      return withUnreadable(found, `${upperFirst(inOrder(found, at).join('; '))}.`)
    case 'last-known':
      return withUnreadable(found, lastKnown(found, at))
    case 'denied':
      return withUnreadable(found, `${upperFirst(deniedBy(found, at))}; nobody supports it.`)
    default:
      return withUnreadable(found, sides(found, at))
  }
}

function sides(found: Evidence, at: AsOf): string {
  const hedge = hedgePart(found)
  const denial = denyPart(found, at)
  if (found.supports.length === 0 && !found.stated && hedge) {
    const best = found.bestSupport && ` (${found.hedgingVoices > 1 ? 'best ' : ''}${gradeText(found.bestSupport)})`
    return `Nobody supports it without a hedge: ${hedge}${best ?? ''}${denial && `, ${denial}`}.`
  }
  const main = [supportPart(found, at), statedPart(found), denial].filter(Boolean).join(', ')
  return `${upperFirst([main, hedge].filter(Boolean).join('; '))}.`
}

function supportPart(found: Evidence, at: AsOf): string {
  const { supports, independent, status } = found
  if (supports.length === 0) return ''
  const told = beside(found, 'supports', at)
  const voices = voicesOf(found, 'supports')
  const [all, some] = [numberInWords(voices), numberInWords(independent)]
  if (voices === 1) return `one source supports it${told}`
  if (independent > 1 && status === 'single-source') return `only ${all} parties to it support it${told}`
  if (independent === voices) return `${all} independent sources support it${told}`
  if (independent > 1) return `${all} sources support it, ${some} of them independent${told}`
  return areApartInTime(found)
    ? `${all} sources support it, each for another time${told}`
    : `${all} voices support it, known through the same documents${told}`
}

/** Whether the voices that support it would be independent, if only they spoke of one time. */
const areApartInTime = (found: Evidence) =>
  independence(
    countedOf(found)
      .filter(({ claim }) => claim.stance === 'supports')
      .map(({ voice, documents, held, isParty }) => ({ voice, documents, time: held, anyTime: true, isParty }))
  ).voices > 1

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
  const all = countedOf(found).filter(({ claim }) => claim.stance === stance)
  if (all.length === 0) return ''
  const said = all.filter(({ voice }) => voice.kind !== 'analyst')
  const counted = said.length > 0 ? said : all
  const grade = gradeOf(all, voicesOf(found, stance) > 1)
  const words = [
    ...(grade ? [grade] : []),
    ...told(counted, ({ isParty }) => isParty, 'a party to it', 'parties to it'),
    ...told(counted, ({ voice }) => voice.kind === 'unnamed', 'unnamed', 'unnamed'),
    ...(at.asOf !== undefined && counted.every(({ time }) => time.undated) ? ['undated'] : []),
    ...(said.length === 0 ? ['inferred'] : said.length < all.length ? ['inferred too'] : [])
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
  const first = (side: readonly WeighedClaim[]) => side.reduce((day, { held }) => Math.min(day, held.first), Infinity)
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

const dateOf = ({ claim, time }: WeighedClaim): string => {
  if (!time.undated) return timePhrase(claim.when)
  if (!Number.isFinite(time.last)) return 'without a date'
  if (time.first !== time.last) return 'when it was published'
  return `on ${dateInWords(new Date(time.first * DAY_MS).toISOString().slice(0, 10))}, when it was published`
}

function lastKnown(found: Evidence, at: AsOf): string {
  const counted = countedOf(found)
  const supported = found.supports.length > 0
  const firm = counted.filter(({ claim }) => claim.stance === (supported ? 'supports' : 'uncertain'))
  const voices = new Set(firm.map(({ voice }) => voice.key)).size
  const by = `by ${numberInWords(voices)} ${voices === 1 ? 'source' : 'sources'}`
  const said = supported
    ? `Supported ${datesOf(firm)} ${by}${beside(found, 'supports', at)}`
    : `Only hedged, ${datesOf(firm)} ${by}`
  return `${said}; nothing says that it is over or still so.`
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
  // What lies nearest before the date says most; else what lies after it.
  const open = found.weighed.filter(({ notYet }) => notYet === undefined)
  const before = open.filter(({ reach }) => reach === 'before')
  const last = before.reduce((day, { held }) => Math.max(day, held.last), -Infinity)
  const nearest = before.length > 0 ? before.filter(({ held }) => held.last === last) : open
  const rest = nearest.length > 0 ? ` It is claimed ${datesOf(nearest)}.` : ''
  return `None of its claims speaks of ${dateInWords(asOf ?? '')}${known && `, ${known}`}.${rest}`
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

/** How many voices speak for a stance; what the analyst infers is no further one. */
function voicesOf(found: Evidence, stance: 'supports' | 'denies'): number {
  const counted = countedOf(found).filter(({ claim }) => claim.stance === stance)
  const said = counted.filter(({ voice }) => voice.kind !== 'analyst')
  return new Set((said.length > 0 ? said : counted).map(({ voice }) => voice.key)).size
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
