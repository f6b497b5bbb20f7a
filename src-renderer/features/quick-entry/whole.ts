import type { ReadPart } from '@core/entry/entry'

/** How much of a line is whole, so that it is shown as chips: up to the part that is still being written. */
export function wholeEnd(line: string, parts: readonly ReadPart[]): number {
  const last = parts.at(-1)
  if (!last) return 0
  const rest = line.slice(last.end)
  const blanks = rest.length - rest.trimStart().length
  if (last.kind === 'from' || last.kind === 'relation') {
    const arrow = rest.trimStart().startsWith('>')
    if (!arrow) return last.start
    const behind = last.end + blanks + 1
    return behind + (line.slice(behind).length - line.slice(behind).trimStart().length)
  }
  // A name, a source or a voice may go on behind a blank, until it is one that is known.
  const mayGoOn = ['to', 'source', 'voice', 'unread'].includes(last.kind) && !last.isKnown
  return blanks > 0 && !mayGoOn ? last.end + blanks : last.start
}
