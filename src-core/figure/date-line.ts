import { numberInWords } from '../evidence/number-in-words'
import type { AsOf } from '../evidence/rules'
import { dateInWords, prepositionOf } from '../records/date-labels'
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

/** What a figure's statements hold for: “True on 30 December 2024, according to five sources”. `database`: its name, where it states some. */
export function dateLine(at: AsOf, sources: number, database?: string): string {
  const named = [
    ...(sources > 0 ? [`${numberInWords(sources)} source${sources === 1 ? '' : 's'}`] : []),
    ...(database !== undefined ? [isolated(drawable(database))] : [])
  ]
  return `${scope(at)}, ${named.length === 0 ? 'no source given' : `according to ${named.join(' and ')}`}`
}

function scope({ asOf, clock = 'world' }: AsOf): string {
  if (asOf === undefined) return 'All claims'
  const date = longDate(asOf)
  switch (clock) {
    case 'world':
      if (isInterval(asOf)) return `True in the time ${date}`
      return `True ${prepositionOf(asOf)}${date}`
    case 'published':
      return `As published by ${date}`
    case 'recorded':
      return `As recorded by ${date}`
  }
}
