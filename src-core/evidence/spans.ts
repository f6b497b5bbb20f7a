import type { Day } from '../records/dates-calendar'

/** Days in a row, both included; ±Infinity where nothing bounds them. */
export interface DaySpan {
  readonly first: Day
  readonly last: Day
}

/** Spans in order, none of which meets another. */
export type Spans = readonly DaySpan[]

/** All days. */
export const ALWAYS: Spans = [{ first: -Infinity, last: Infinity }]

/** All days of any of these spans. */
export function joined(spans: readonly DaySpan[]): Spans {
  const all: DaySpan[] = []
  for (const span of [...spans].sort((a, b) => a.first - b.first)) {
    const before = all.at(-1)
    if (before && span.first <= before.last + 1)
      all[all.length - 1] = { first: before.first, last: Math.max(before.last, span.last) }
    else all.push(span)
  }
  return all
}

/** The days that two have in common. */
export function shared(some: Spans, others: Spans): Spans {
  const all: DaySpan[] = []
  let [at, to] = [0, 0]
  for (;;) {
    const [a, b] = [some[at], others[to]]
    if (!a || !b) return all
    const [first, last] = [Math.max(a.first, b.first), Math.min(a.last, b.last)]
    if (first <= last) all.push({ first, last })
    if (a.last < b.last) at++
    else to++
  }
}

/** Whether two hold the same days. */
export const isSameSpans = (some: Spans, others: Spans): boolean =>
  some.length === others.length &&
  some.every(({ first, last }, at) => first === others[at]?.first && last === others[at]?.last)
