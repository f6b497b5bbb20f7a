import type { AnyRecord, Kind, RecordOf } from '../records/records'
import { KIND_LABELS } from '../records/sections'
import { plain, quote } from '../text/quote'

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
  const need = (record: AnyRecord, index: number, path: readonly (string | number)[], kind: Kind, id: string) => {
    if (is(kind, id)) return
    const wanted = KIND_LABELS[kind].toLowerCase()
    report(record.kind, index, record.id, path, `"${path[0]}" names ${quote(id)}, and there is no such ${wanted}.`)
  }

  sections.relationType.forEach((type, index) => {
    for (const end of ['from', 'to'] as const)
      type?.[end]?.forEach((id, at) => void need(type, index, [end, at], 'entityType', id))
  })
  sections.source.forEach((source, index) => {
    if (source?.basedOn !== undefined) need(source, index, ['basedOn'], 'source', source.basedOn)
  })
  sections.entity.forEach((entity, index) => {
    if (entity) need(entity, index, ['type'], 'entityType', entity.type)
  })
  sections.relation.forEach((relation, index) => {
    if (!relation) return
    need(relation, index, ['type'], 'relationType', relation.type)
    need(relation, index, ['from'], 'entity', relation.from)
    need(relation, index, ['to'], 'entity', relation.to)
  })
  sections.claim.forEach((claim, index) => {
    if (!claim) return
    if (!is('relation', claim.about) && !is('entity', claim.about))
      report(
        'claim',
        index,
        claim.id,
        ['about'],
        `"about" names ${quote(claim.about)}, and there is no such relation or entity.`
      )
    need(claim, index, ['source'], 'source', claim.source)
    if (claim.basedOn !== undefined) need(claim, index, ['basedOn'], 'source', claim.basedOn)
  })
  sections.notSame.forEach((notSame, index) => {
    notSame?.pair.forEach((id, at) => {
      if (!is('entity', id))
        report('notSame', index, notSame.id, [at], `it names ${quote(id)}, and there is no such entity.`)
    })
  })
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
  const basedOn = new Map<string, string>()
  for (const source of sources) if (source?.basedOn !== undefined) basedOn.set(source.id, source.basedOn)
  const done = new Set<string>()
  for (const [index, source] of sources.entries()) {
    const path: string[] = []
    for (let id = source?.id; id !== undefined && !done.has(id); id = basedOn.get(id)) {
      done.add(id)
      path.push(id)
      const next = basedOn.get(id)
      const from = next === undefined ? -1 : path.indexOf(next)
      if (source && from >= 0)
        yield {
          index,
          id: source.id,
          circle: path
            .slice(from)
            .map((id) => quote(id))
            .join(' and ')
        }
    }
  }
}
