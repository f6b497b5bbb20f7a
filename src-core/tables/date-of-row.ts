import { quote } from '../text/quote'
import { tableDate } from './dates'
import type { RowTexts } from './row-texts'
import type { Setting } from './setting'

const IN_WORDS = { dmy: 'day first', mdy: 'month first', ymd: 'year first' } as const

/** The date of a row in EDTF, where it has one; or what is wrong, and whether that is only its order. */
export function dateOfRow(
  { columns, order }: Setting,
  texts: RowTexts
): { readonly date: string | undefined } | { readonly message: string; readonly isUndecided: boolean } {
  const at = columns.first('date')
  const text = at < 0 ? '' : texts.at(at)
  if (text === '') return { date: undefined }
  const date = tableDate(text, order)
  if ('date' in date) return { date: date.date }
  if ('problem' in date) return { message: date.problem, isUndecided: false }
  const ways = date.orders.map((one) => IN_WORDS[one])
  return { message: `${quote(text)} can be read ${ways.join(' or ')}. Say the order of dates.`, isUndecided: true }
}
