import { ALWAYS_SO, GOING_ON, MONTHS, SEASONS } from './date-labels'
import { dateProblem } from './dates'

const MONTH_NAMES =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec'
// The year comes last and may say its era before or behind it. Two digits could be a day or any century's year.
const YEAR = '(?:(?<ad>ad|ce) ?(?<after>\\d{1,4})|(?<year>\\d{1,13}) ?(?<era>bce?|ad|ce)|(?<plain>\\d{4}))'

type Groups = Readonly<Record<string, string | undefined>>

/** How people write dates, and the EDTF for it; the first rule that fits counts. */
const RULES: readonly (readonly [string, (parts: Groups) => string | undefined])[] = [
  [YEAR, yearOf],
  ['year (?<sign>-?)(?<long>\\d{5,13})', ({ sign, long }) => `Y${sign}${long}`],
  ['(?:the )?(?<decade>\\d{3})0s', ({ decade }) => `${decade}X`],
  [`(?<season>spring|summer|autumn|fall|winter),? ${YEAR}`, (parts) => joined(yearOf(parts), seasonOf(parts.season))],
  [`(?<month>${MONTH_NAMES})\\.?,? ${YEAR}`, (parts) => joined(yearOf(parts), monthOf(parts.month))],
  [
    `(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.? (?<month>${MONTH_NAMES})\\.?,? ${YEAR}`,
    (parts) => joined(yearOf(parts), monthOf(parts.month), parts.day)
  ],
  [
    `(?<month>${MONTH_NAMES})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}`,
    (parts) => joined(yearOf(parts), monthOf(parts.month), parts.day)
  ]
]

const PATTERNS = RULES.map(([pattern, write]) => [new RegExp(`^${pattern}$`, 'i'), write] as const)

/** What may stand before or behind a date, and how it is written in EDTF; `date` writes what is left. */
const AROUND: readonly (readonly [RegExp, (date: (text?: string) => string | undefined, parts: Groups) => string])[] = [
  [new RegExp(`^(?<one>${GOING_ON}|beginning unknown, going on)$`, 'i'), () => '/..'],
  [new RegExp(`^(?<one>${ALWAYS_SO})$`, 'i'), () => '../'],
  [/^from (?<one>.+), end unknown$/i, (date, { one }) => `${date(one)}/`],
  [/^from (?<one>.+), no end known$/i, (date, { one }) => `${date(one)}/..`],
  [/^until (?<one>.+), beginning unknown$/i, (date, { one }) => `/${date(one)}`],
  [/^until (?<one>.+), no beginning known$/i, (date, { one }) => `../${date(one)}`],
  [/^(?:from )?(?<one>.+) (?:to|until) (?<two>.+)$/i, (date, { one, two }) => `${date(one)}/${date(two)}`],
  [/^(?:about|around|circa|ca?\.) ?(?<one>.+), uncertain$/i, (date, { one }) => `${date(one)}%`],
  [/^(?:about|around|circa|ca?\.) ?(?<one>.+)$/i, (date, { one }) => `${date(one)}~`],
  [/^(?<one>.+), uncertain$/i, (date, { one }) => `${date(one)}?`],
  [/^(?<one>.+), month and day unknown$/i, (date, { one }) => `${date(one)}-XX-XX`],
  [/^(?<one>.+), (?:month|day) unknown$/i, (date, { one }) => `${date(one)}-XX`]
]

/** Longest text that is taken for words, in UTF-16 code units; those of an interval with all there is to say are shorter. */
const LONGEST = 120

/**
 * A date as it was typed, in EDTF: blanks at its ends go, and English words such as “Dec 2024”, “217 BC”, “AD 476”,
 * “spring 2024”, “the 2010s”, “about 2024” are read, and all that dateInWords writes but times of day and
 * centuries. What is neither stays as it is, for dateProblem to judge.
 */
export function typedDate(text: string): string {
  const typed = text.trim()
  if (typed === '' || typed.length > LONGEST) return typed
  return fromWords(typed.replace(/\s+/g, ' '), 4) ?? typed
}

/** EDTF from words, which may be `deep` times one within the other. */
function fromWords(said: string | undefined, deep: number): string | undefined {
  if (said === undefined || deep === 0) return undefined
  const sound = (written: string | undefined) =>
    written !== undefined && dateProblem(written) === undefined ? written : undefined
  if (sound(said)) return said
  for (const [pattern, write] of PATTERNS) {
    const parts = pattern.exec(said)?.groups
    const date = parts && sound(write(parts))
    if (date) return date
  }
  for (const [pattern, write] of AROUND) {
    const parts = pattern.exec(said)?.groups
    const date = parts && sound(write((part) => fromWords(part, deep - 1), parts))
    if (date) return date
  }
  return undefined
}

/** A year of EDTF; 217 BC is -0216, since year 0 is 1 BC. */
function yearOf({ after, year, era = '', plain }: Groups): string | undefined {
  const number = Number(after ?? year ?? plain)
  const counted = /^b/i.test(era) ? 1 - number : number
  if (number === 0 && plain === undefined) return undefined
  const digits = String(Math.abs(counted)).padStart(4, '0')
  return `${digits.length > 4 ? 'Y' : ''}${counted < 0 ? '-' : ''}${digits}`
}

function joined(year: string | undefined, month: number, day?: string): string | undefined {
  const parts = [year, String(month).padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])]
  return year === undefined ? undefined : parts.join('-')
}

const monthOf = (name = '') => 1 + MONTHS.findIndex((month) => month.toLowerCase() === name.slice(0, 3).toLowerCase())

const seasonOf = (name = '') => {
  const season = name.toLowerCase() === 'fall' ? 'autumn' : name.toLowerCase()
  return 21 + SEASONS.findIndex((known) => season.startsWith(known))
}
