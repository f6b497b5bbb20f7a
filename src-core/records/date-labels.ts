const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DOUBTS = new Map([
  ['~', ', approximate'],
  ['?', ', uncertain'],
  ['%', ', approximate and uncertain']
])
const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter']

/** An EDTF date as one reads it: `13 Dec 2024`, `Dec 2024, approximate`, `from 2017, no end known`; other text as it is. */
export function dateInWords(text: string): string {
  const [from = '', to] = text.split('/')
  if (to === undefined) return dayInWords(from)
  if (to === '..') return `from ${dayInWords(from)}, no end known`
  if (from === '..') return `until ${dayInWords(to)}, no beginning known`
  return `${dayInWords(from)} to ${dayInWords(to)}`
}

function dayInWords(text: string): string {
  const match = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/.exec(text)
  if (!match) return text
  const [, year = '', month, day, doubt] = match
  const named = month && (MONTHS[Number(month) - 1] ?? SEASONS[Number(month) - 21] ?? month)
  const words = [day && String(Number(day)), named, yearInWords(year)].filter(Boolean).join(' ')
  return words + (DOUBTS.get(doubt ?? '') ?? '')
}

function yearInWords(year: string): string {
  if (year.endsWith('XX')) return `${year.slice(0, 2)}00s`
  if (year.endsWith('X')) return `${year.slice(0, 3)}0s`
  return year.startsWith('-') ? `${Number(year.slice(1)) + 1} BC` : year
}
