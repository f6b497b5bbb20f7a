import { MONTHS } from '@core/records/date-labels'

/** When something was, as one says it now: “today, 08:41”, “yesterday”, “26 Nov”, “26 Nov 2024”. Local time. */
export function dayInWords(instant: string, now: Date): string {
  const then = new Date(instant)
  const days = Math.round((midnight(now) - midnight(then)) / DAY)
  if (days === 0) return `today, ${two(then.getHours())}:${two(then.getMinutes())}`
  if (days === 1) return 'yesterday'
  const day = `${then.getDate()} ${MONTHS[then.getMonth()]}`
  return then.getFullYear() === now.getFullYear() ? day : `${day} ${then.getFullYear()}`
}

const DAY = 24 * 60 * 60 * 1000

const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()

const two = (number: number) => String(number).padStart(2, '0')
