import { dateText } from '@core/records/date-labels'
import { isDate } from '@core/records/dates'
import { typedDate } from '@core/records/dates-typed'

/** What a date field hands over: EDTF, also for words such as “Dec 2024”; a date that could not be read and was left alone as it is. */
export function enteredDate(text: string, was?: unknown): string {
  const trimmed = text.trim()
  return isLeft(trimmed, was) ? trimmed : typedDate(trimmed)
}

/** Whether what stands in a date field is neither blank nor a date, nor what the record had all along. */
export function isNoDate(text: string, was?: unknown): boolean {
  const date = enteredDate(text, was)
  return date !== '' && !isDate(date) && !isLeft(date, was)
}

const isLeft = (text: string, was: unknown) => was !== undefined && text === dateText(was).trim() && !isDate(text)
