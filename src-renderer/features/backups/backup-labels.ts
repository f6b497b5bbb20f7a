const DAY_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit'
})

/** An instant by the clock on the wall: “22 Nov 2026, 14:03:07”. */
export const dayAndTime = (at: string): string => DAY_AND_TIME.format(new Date(at))

/** The size of a file: “12 kB”, “3.4 MB”. */
export const bytesInWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`
