import { type AsOf, separate } from '../evidence/asked'
import { numberInWords } from '../evidence/number-in-words'
import { dateInWords } from '../records/date-labels'
import { isInterval } from '../records/dates'
import { drawable, isolated } from '../text/typesetting'

const MONTHS = new Map(
  [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December'
  ].map((month) => [month.slice(0, 3), month])
)

/** An EDTF date with its month in full: 30 December 2024. */
const longDate = (text: string) =>
  dateInWords(text).replace(/\b[A-Z][a-z]{2}\b/g, (short) => MONTHS.get(short) ?? short)

/** What a figure's statements hold for: “As claimed for 30 December 2024, according to five sources”. `database`: its name, where it states some. */
export function dateLine(at: AsOf, sources: number, database?: string): string {
  const named = [
    ...(sources > 0 ? [`${numberInWords(sources)} source${sources === 1 ? '' : 's'}`] : []),
    ...(database !== undefined ? [isolated(drawable(database))] : [])
  ]
  return `${scope(at)}, ${named.length === 0 ? 'no source given' : `according to ${named.join(' and ')}`}`
}

/** A figure says what is claimed, never what is true. */
function scope(at: AsOf): string {
  const { asOf, publishedBy, recordedBy } = separate(at)
  const by = (date: string) => (date === asOf ? 'then' : longDate(date))
  const known = [
    ...(publishedBy === undefined ? [] : [`published by ${by(publishedBy)}`]),
    ...(recordedBy === undefined ? [] : [`recorded by ${by(recordedBy)}`])
  ].join(' and ')
  if (asOf === undefined) return known ? `All claims ${known}` : 'All claims'
  const time = isInterval(asOf) ? `the time ${longDate(asOf)}` : longDate(asOf)
  return `As claimed for ${time}${known && `, by what had been ${known}`}`
}
