import { basisOf } from '../records/basis'
import type { AnyRecord, EntityType, Source } from '../records/records'
import { quote } from '../text/quote'

/** Records that name others of their own kind, where a circle would say nothing. */
type Chained = Source | EntityType
type ChainedKind = Chained['kind']
type Lists = { readonly [K in ChainedKind]: Iterable<Extract<Chained, { readonly kind: K }> | undefined> }

/** The field by which a record of each kind names others of its kind. */
export const CIRCLE_FIELDS: { readonly [K in ChainedKind]: string } = { source: 'basedOn', entityType: 'parent' }

/** How a record of a kind and what it names belong together, as before the name. */
export const circleWords = (kind: ChainedKind): string => (kind === 'source' ? 'is based on' : 'is a kind of')

/** The ids of its own kind that a record rests on: sources, or the type that a type is one of. */
export function restsOn(record: AnyRecord | undefined): readonly string[] {
  if (record?.kind === 'source') return basisOf(record)
  return record?.kind === 'entityType' && record.parent !== undefined ? [record.parent] : NONE
}

const NONE: readonly string[] = []

/** Records that rest on themselves; each circle once, reported at its first record by its place in the list. */
export function* circlesIn({ source, entityType }: Lists): Generator<{
  readonly kind: ChainedKind
  readonly index: number
  readonly id: string
  readonly circle: string
}> {
  for (const [kind, records] of [['source', source] as const, ['entityType', entityType] as const])
    for (const found of circlesOf([...records])) yield { kind, ...found }
}

function* circlesOf(records: readonly (Chained | undefined)[]) {
  const named = new Map<string, readonly string[]>()
  for (const record of records) if (record) named.set(record.id, restsOn(record))
  const done = new Set<string>()
  for (const [index, record] of records.entries()) {
    if (!record || done.has(record.id)) continue
    // Depth first, without recursion: a chain may be as long as the file. Of each on the path, what it rests on and is left.
    const path = [{ id: record.id, left: [...(named.get(record.id) ?? [])] }]
    const on = new Set([record.id])
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.left.shift()
      if (next === undefined) {
        path.pop()
        on.delete(top.id)
        done.add(top.id)
      } else if (on.has(next)) {
        const ids = path.map(({ id }) => id)
        const circle = ids.slice(ids.indexOf(next)).map((each) => quote(each))
        yield { index, id: record.id, circle: circle.join(' and ') }
      } else if (!done.has(next)) {
        on.add(next)
        path.push({ id: next, left: [...(named.get(next) ?? [])] })
      }
    }
  }
}

/** The records that can be reached from one by what it rests on, without it unless it rests on itself; of its kind, by id. */
export function chainOf(record: Chained, find: (id: string) => Chained | undefined): ReadonlySet<string> {
  const chain = new Set(restsOn(record))
  // A set hands out what is added while it is walked.
  for (const id of chain) for (const next of restsOn(find(id))) chain.add(next)
  return chain
}
