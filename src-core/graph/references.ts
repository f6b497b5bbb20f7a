import { type AnyRecord, KINDS, type Kind, type RecordOf } from '../records/records'
import { KIND_LABELS } from '../records/sections'
import { plain, quote } from '../text/quote'
import { CIRCLE_FIELDS, circlesIn, circleWords } from './circles'
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
  for (const { kind, index, id, circle } of circlesIn(sections))
    report(kind, index, id, [CIRCLE_FIELDS[kind]], `it ${circleWords(kind)} itself, by way of ${circle}.`)
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
