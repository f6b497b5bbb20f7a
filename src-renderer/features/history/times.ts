const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** An instant as the clock on the wall has it; with the day where that is not today. */
export function timeInWords(at: string, now = new Date()): string {
  const then = new Date(at)
  const time = TIME.format(then)
  return DAY.format(then) === DAY.format(now) ? time : `${DAY.format(then)}, ${time}`
}
