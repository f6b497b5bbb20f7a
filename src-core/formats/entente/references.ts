import type { AnyRecord, Kind, RecordOf } from '../../records/records'
import { quote } from '../quote'
import { KIND_WORDS } from './sections'

/** The records of a file by kind and place; undefined where a record could not be read. */
export type Sections = { readonly [K in Kind]: readonly (RecordOf<K> | undefined)[] }

/** Something that a record says of others and that is not so. */
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
  const ids = idsOf(sections, unread, problems)
  const is = (kind: Kind, id: string) => ids.get(kind)?.has(id) === true
  const report = (kind: Kind, index: number, id: string, path: readonly (string | number)[], message: string) =>
    void problems.push({ kind, index, path, record: id, message: `${KIND_WORDS[kind]} ${id}: ${message}` })
  const need = (record: AnyRecord, index: number, path: readonly (string | number)[], kind: Kind, id: string) => {
    if (is(kind, id)) return
    const wanted = KIND_WORDS[kind].toLowerCase()
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

function idsOf(sections: Sections, unread: ReadonlyMap<string, Kind>, problems: ReferenceProblem[]) {
  const ids = new Map<Kind, Set<string>>()
  const kindOf = new Map<string, Kind>(unread)
  for (const [id, kind] of unread) ids.set(kind, (ids.get(kind) ?? new Set()).add(id))
  for (const [kind, records] of Object.entries(sections) as [Kind, readonly (AnyRecord | undefined)[]][]) {
    const own = ids.get(kind) ?? new Set()
    ids.set(kind, own)
    if (kind === 'notSame') continue // a pair that is listed twice says the same twice
    records.forEach((record, index) => {
      if (!record) return
      const other = EVIDENCE.has(kind) ? kindOf.get(record.id) : undefined
      const taken = other ?? (own.has(record.id) ? kind : undefined)
      if (taken) {
        const whose =
          taken === kind ? `another ${KIND_WORDS[kind].toLowerCase()}` : `a ${KIND_WORDS[taken].toLowerCase()}`
        const message = `${KIND_WORDS[kind]} ${record.id}: ${whose} has the same id.`.replace(' a entity', ' an entity')
        problems.push({ kind, index, path: ['id'], record: record.id, message })
      } else if (EVIDENCE.has(kind)) kindOf.set(record.id, kind)
      own.add(record.id)
    })
  }
  return ids
}

/** Sources that rest on themselves; each circle once, reported at its first source. */
function* sourceCircles(sources: Sections['source']): Generator<{ index: number; id: string; circle: string }> {
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
