import type { Graph } from '../graph/graph'
import { type Day, dayOfInstant } from '../records/dates-calendar'
import { readInstant } from '../records/dates-of-record'
import type { ParsedDate } from '../records/dates-parse'
import type { Clock } from '../records/records'
import type { Asked } from './asked'
import { extentOf } from './claim-time'
import { evidenceFor } from './evidence'
import { STATUS_RULES, type Status } from './status'

const STATUSES = STATUS_RULES.map(({ id }) => id)
const NUMBERS: ReadonlyMap<Status, number> = new Map(STATUSES.map((status, at) => [status, at]))

/**
 * The statuses of relations as a function of one day on one clock (see AsOf.clock): between two dates that their claims name
 * nothing changes, so that they are computed once and then looked up.
 */
export class StatusTimeline {
  /** The relations, in the order of what `at` returns. */
  readonly relations: readonly string[]
  /** Where the spans of each relation begin in the two lists; one more at the end. */
  readonly #starts: Uint32Array
  readonly #days: Float64Array
  readonly #statuses: Uint8Array

  private constructor(
    relations: readonly string[],
    starts: readonly number[],
    days: readonly number[],
    statuses: readonly number[]
  ) {
    this.relations = relations
    this.#starts = Uint32Array.from(starts)
    this.#days = Float64Array.from(days)
    this.#statuses = Uint8Array.from(statuses)
  }

  /** Computes the spans of these relations, all unless told; yields after each day, as many take long. */
  static *of(
    graph: Graph,
    clock: Clock,
    relations: Iterable<string> = graph.all('relation').keys()
  ): Generator<void, StatusTimeline> {
    const ids = [...relations]
    const [starts, days, statuses]: [number[], number[], number[]] = [[0], [], []]
    for (const id of ids) {
      let last = -1
      const { known, at } = evidenceFor(graph, id)
      for (const day of turningDays(known, clock)) {
        const status = NUMBERS.get(at(askedOn(day, clock)).status) ?? 0
        if (status !== last) {
          days.push(day)
          statuses.push(status)
        }
        last = status
        yield
      }
      starts.push(days.length)
    }
    return new StatusTimeline(ids, starts, days, statuses)
  }

  /** The status of each relation on a day (days since 1970), in their order. */
  at(day: Day): readonly Status[] {
    const found: Status[] = new Array(this.relations.length)
    for (let index = 0; index < found.length; index++) {
      let at = (this.#starts[index + 1] ?? 0) - 1
      const first = this.#starts[index] ?? 0
      while (at > first && (this.#days[at] ?? 0) > day) at--
      found[index] = STATUSES[this.#statuses[at] ?? 0] ?? 'unsourced'
    }
    return found
  }

  /** How many of the relations have each status on a day. */
  counts(day: Day): ReadonlyMap<Status, number> {
    const counts = new Map<Status, number>()
    for (const status of this.at(day)) counts.set(status, (counts.get(status) ?? 0) + 1)
    return counts
  }
}

/** The days from which on something else may hold, the first of all before any. */
function turningDays(known: ReturnType<typeof evidenceFor>['known'], clock: Clock): readonly Day[] {
  const days = new Set<Day>([-Infinity])
  for (const { claim, time, held, heard } of known) {
    for (const { first, last } of [time, held]) for (const day of [first, last + 1]) days.add(day)
    if (clock === 'published') {
      const { publication } = heard
      if (publication) days.add(extentOf(publication).first)
    }
    const recorded = clock === 'recorded' ? readInstant(claim.recorded) : undefined
    if (recorded !== undefined) days.add(dayOfInstant(recorded))
  }
  days.delete(Infinity)
  return [...days].sort((a, b) => a - b)
}

function askedOn(day: Day, clock: Clock): Asked {
  // Any day before all that is named is as good as the first.
  const first = day === -Infinity ? -Number.MAX_SAFE_INTEGER : day
  const date = { first, last: first, year: 0, lastYear: 0, uncertain: false, approximate: false }
  const asOf: ParsedDate = { kind: 'date', date, extent: { first, last: first } }
  return {
    asOf,
    ...(clock === 'published' && { publishedBy: asOf }),
    ...(clock === 'recorded' && { recordedBy: asOf })
  }
}
