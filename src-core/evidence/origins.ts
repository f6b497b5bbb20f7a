import type { Graph } from '../graph/graph'
import { basisOf } from '../records/basis'
import { readDate } from '../records/dates'
import type { ParsedDate } from '../records/dates-parse'

/** What a source comes from, by way of all that it rests on. */
export interface Origin {
  /** Ids of the sources that rest on nothing, in order; of a circle that rests on nothing else, the least of its ids. */
  readonly roots: readonly string[]
  /** The roots, and on the way to them those that are watched: two sources of which both share one are known through one document. */
  readonly documents: ReadonlySet<string>
  /** The earliest dated publication among it and all that it rests on. */
  readonly publication: ParsedDate | undefined
}

/** How many roots, and documents on the way, are told apart. */
const MOST_ROOTS = 1000

/** How far along a source is while circles are looked for (Tarjan, 1972). */
interface Visit {
  readonly id: string
  readonly bases: readonly string[]
  readonly number: number
  next: number
  low: number
}

type Sources = ReturnType<typeof Graph.prototype.all<'source'>>

const NONE: ReadonlySet<string> = new Set()

// Kept for as long as no source changes: other edits leave the table of sources as it is.
const known = new WeakMap<Sources, Origins>()

/** The origins of sources, each found once, however many claims and sources rest on it. */
export class Origins {
  readonly #found = new Map<string, Origin>()

  private constructor(
    private readonly sources: Sources,
    private readonly watched: ReadonlySet<string>
  ) {}

  /** Those of a graph, watching for these sources on the way. */
  static of(graph: Graph, watched: ReadonlySet<string> = NONE): Origins {
    const table = graph.all('source')
    if (watched.size > 0) return new Origins(table, watched)
    const before = known.get(table)
    if (before) return before
    const made = new Origins(table, NONE)
    known.set(table, made)
    return made
  }

  /** The origin of these sources together, of which there is one at least. */
  ofAll(ids: readonly string[]): Origin {
    return united(ids.map((id) => this.#of(id)))
  }

  #of(start: string): Origin {
    const before = this.#found.get(start)
    if (before) return before
    const visits = new Map<string, Visit>()
    const open: string[] = []
    const path = [this.#visit(start, visits, open)]
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const base = at.bases[at.next++]
      if (base === undefined) {
        path.pop()
        const below = path.at(-1)
        if (below) below.low = Math.min(below.low, at.low)
        if (at.low === at.number) this.#close(open.splice(open.lastIndexOf(at.id)))
      } else if (!this.#found.has(base)) {
        const met = visits.get(base)
        if (met) at.low = Math.min(at.low, met.number)
        else path.push(this.#visit(base, visits, open))
      }
    }
    return this.#found.get(start) ?? { roots: [start], documents: new Set([start]), publication: undefined }
  }

  #visit(id: string, visits: Map<string, Visit>, open: string[]): Visit {
    const number = visits.size
    const visit = { id, bases: basisOf(this.sources.get(id)), number, next: 0, low: number }
    visits.set(id, visit)
    open.push(id)
    return visit
  }

  /** A source, or a circle of them, all of whose bases have an origin. */
  #close(members: readonly string[]): void {
    const inside = new Set(members)
    const below: Origin[] = []
    let publication: ParsedDate | undefined
    for (const id of members) {
      const source = this.sources.get(id)
      publication = earlier(publication, readDate(source?.published))
      for (const base of basisOf(source)) {
        const origin = inside.has(base) ? undefined : this.#found.get(base)
        if (origin) below.push(origin)
      }
    }
    const roots = below.length > 0 ? [] : [members.reduce((least, id) => (id < least ? id : least))]
    const seen = members.filter((id) => this.watched.has(id))
    const own = { roots, documents: new Set([...roots, ...seen]), publication }
    const origin = united([...(roots.length + seen.length > 0 ? [own] : []), ...below])
    const dated = { ...origin, publication: earlier(publication, origin.publication) }
    for (const id of members) this.#found.set(id, dated)
  }
}

function united(origins: readonly Origin[]): Origin {
  const [first, ...others] = new Set(origins)
  if (first && others.length === 0) return first
  const [roots, documents] = [new Set<string>(), new Set<string>()]
  let publication: ParsedDate | undefined
  for (const one of new Set(origins)) {
    for (const id of one.roots) if (roots.size < MOST_ROOTS) roots.add(id)
    for (const id of one.documents) if (documents.size < 2 * MOST_ROOTS) documents.add(id)
    publication = earlier(publication, one.publication)
  }
  return { roots: [...roots].sort(), documents, publication }
}

/** The earlier of two dates, by their first day. */
export const earlier = (a: ParsedDate | undefined, b: ParsedDate | undefined) =>
  !a || (b && b.extent.first < a.extent.first) ? b : a
