import { basisOf } from '../records/basis'
import { type AnyRecord, KINDS, type Kind, type RecordOf } from '../records/records'
import { KIND_LABELS } from '../records/sections'
import { plain, quote } from '../text/quote'
import { needsOf } from './needs'

/** The records of a file by kind and place; undefined where a record could not be read. */
export type Sections = { readonly [K in Kind]: readonly (RecordOf<K> | undefined)[] }

/** A broken reference of a record. */
export interface ReferenceProblem {
  readonly kind: Kind
  readonly index: number
  readonly path: readonly (string | number)[]
  readonly record: string
  readonly message: string
}

/** What is wrong between records: ids used twice, ends that are missing, types that nobody declared, circles of sources. `unread` holds ids of records that are there but broken. */
export function referenceProblems(sections: Sections, unread: ReadonlyMap<string, Kind>): ReferenceProblem[] {
  const problems: ReferenceProblem[] = []
  const is = idsOf(sections, unread, problems)
  const report = (kind: Kind, index: number, id: string, path: readonly (string | number)[], message: string) =>
    void problems.push({ kind, index, path, record: id, message: `${KIND_LABELS[kind]} ${plain(id)}: ${message}` })

  for (const kind of KINDS)
    for (const [index, record] of (sections[kind] as readonly (AnyRecord | undefined)[]).entries())
      for (const { path, kinds, id } of record ? needsOf(record) : []) {
        if (!record || kinds.some((each) => is(each, id))) continue
        const wanted = kinds.map((each) => KIND_LABELS[each].toLowerCase()).join(' or ')
        // In the file a pair is a list without a name for its two.
        const [where, what] = kind === 'notSame' ? [path.slice(1), 'it'] : [path, `"${path[0]}"`]
        report(kind, index, record.id, where, `${what} names ${quote(id)}, and there is no such ${wanted}.`)
      }
  for (const { index, id, circle } of sourceCircles(sections.source))
    report('source', index, id, ['basedOn'], `it is based on itself, by way of ${circle}.`)
  return problems
}

const EVIDENCE: ReadonlySet<Kind> = new Set(['entity', 'relation', 'claim', 'source'])

/** All ids by kind; ids that are used twice are reported. */
function idsOf(sections: Sections, unread: ReadonlyMap<string, Kind>, problems: ReferenceProblem[]) {
  // Claims are about entities or relations, so the four kinds of evidence share their ids. One map: a file has many.
  const evidence = new Map<string, Kind>()
  const others = new Map<Kind, Set<string>>()
  const idsOfKind = (kind: Kind) => {
    const ids = others.get(kind) ?? new Set()
    others.set(kind, ids)
    return ids
  }
  for (const [id, kind] of unread) EVIDENCE.has(kind) ? evidence.set(id, kind) : idsOfKind(kind).add(id)
  for (const [kind, records] of Object.entries(sections) as [Kind, readonly (AnyRecord | undefined)[]][]) {
    if (kind === 'notSame') continue // a pair that is listed twice says the same twice
    const isEvidence = EVIDENCE.has(kind)
    const own = idsOfKind(kind)
    records.forEach((record, index) => {
      if (!record) return
      const taken = isEvidence ? evidence.get(record.id) : own.has(record.id) ? kind : undefined
      if (taken) problems.push(takenTwice(kind, index, record.id, taken))
      if (isEvidence && !taken) evidence.set(record.id, kind)
      else own.add(record.id)
    })
  }
  return (kind: Kind, id: string) => evidence.get(id) === kind || others.get(kind)?.has(id) === true
}

function takenTwice(kind: Kind, index: number, record: string, by: Kind): ReferenceProblem {
  const other = KIND_LABELS[by].toLowerCase()
  const whose = by === kind ? `another ${other}` : other === 'entity' ? `an ${other}` : `a ${other}`
  return {
    kind,
    index,
    path: ['id'],
    record,
    message: `${KIND_LABELS[kind]} ${plain(record)}: ${whose} has the same id.`
  }
}

/** Sources that rest on themselves; each circle once, reported at its first source. */
export function* sourceCircles(sources: Sections['source']): Generator<{ index: number; id: string; circle: string }> {
  const basedOn = new Map<string, readonly string[]>()
  for (const source of sources) if (source) basedOn.set(source.id, basisOf(source))
  const done = new Set<string>()
  for (const [index, source] of sources.entries()) {
    if (!source || done.has(source.id)) continue
    // Depth first, without recursion: a chain may be as long as the file. Of each on the path, what it rests on and is left.
    const path = [{ id: source.id, left: [...(basedOn.get(source.id) ?? [])] }]
    const on = new Set([source.id])
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.left.shift()
      if (next === undefined) {
        path.pop()
        on.delete(top.id)
        done.add(top.id)
      } else if (on.has(next)) {
        const ids = path.map(({ id }) => id)
        const circle = ids.slice(ids.indexOf(next)).map((each) => quote(each))
        yield { index, id: source.id, circle: circle.join(' and ') }
      } else if (!done.has(next)) {
        on.add(next)
        path.push({ id: next, left: [...(basedOn.get(next) ?? [])] })
      }
    }
  }
}
