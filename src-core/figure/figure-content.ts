import { type Line, linesOf } from '../drawing/lines'
import type { DrawnStatus } from '../drawing/statuses'
import { type EntitySymbol, symbolFor } from '../drawing/symbols'
import type { AsOf } from '../evidence/asked'
import { isInferred, isWeakDispute } from '../evidence/drawn-evidence'
import { lineDate } from '../evidence/line-date'
import type { Evidence, Status } from '../evidence/status'
import { databaseName } from '../external/explored-place'
import type { Graph } from '../graph/graph'
import { distinction } from '../queries/namesakes'
import { entityName, isSymmetric, lineWords, nativeName, relationLabel } from '../queries/relation-labels'
import type { Claim, Entity, Relation, Source, View } from '../records/records'
import { drawable, isolated } from '../text/typesetting'
import { type Shown, shown } from '../view/shown'

/** An entity as a figure shows it. */
export interface FigureEntity {
  readonly id: string
  readonly name: string
  readonly native?: string
  /** What tells it from others of that name. */
  readonly aside?: string
  readonly symbol: EntitySymbol
  readonly type: string
  /** How many of the figure's relations begin or end at it; a loop counts once. */
  readonly degree: number
}

/** A relation as a figure shows it. */
export interface FigureRelation {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly word: string
  /** The word without its date. */
  readonly short?: string
  readonly symmetric: boolean
  readonly status: DrawnStatus
  /** One side of its dispute is weak. */
  readonly weak: boolean
  /** From 1, in the order of the list. */
  readonly number: number
  /** “Russia operates Hmeimim Air Base”. */
  readonly sentence: string
  /** “S2 ¶7, S4 ¶3; denied S1 ¶1”, “inferred from S2 ¶7”; D is the database. */
  readonly references: string
}

/** A source as a figure lists it: S1, S2 … in the order in which the relations name them. */
export interface FigureSource {
  readonly number: number
  readonly source: Source
}

/** All that a figure says, before anything has a place. */
export interface FigureContent {
  readonly entities: readonly FigureEntity[]
  readonly relations: readonly FigureRelation[]
  /** What they are drawn as: a line each, or bundles. */
  readonly lines: readonly Line<FigureRelation>[]
  readonly sources: readonly FigureSource[]
  /** The database that states some of the relations, as one names it: D in the lists. */
  readonly database?: string
  readonly at: AsOf
  /** The records that it is made of. */
  readonly shown: Shown
}

/** What a view of a graph says at a date. */
export function figureContent(graph: Graph, view: View, at: AsOf): FigureContent {
  const { asOf: _asOf, clock: _clock, publishedBy: _published, recordedBy: _recorded, ...rest } = view
  const content = shown(graph, { ...rest, ...at })
  const { entities, relations } = content
  const degrees = new Map<string, number>()
  for (const { relation } of relations)
    for (const end of new Set([relation.from, relation.to])) degrees.set(end, (degrees.get(end) ?? 0) + 1)
  const numbers = new Map<string, number>()
  const listed = relations
    .flatMap(({ relation, evidence }) =>
      isDrawn(evidence.status) ? [{ relation, evidence, status: evidence.status }] : []
    )
    .sort((a, b) => inReadingOrder(graph, degrees, a.relation, b.relation))
  const figured = listed.map(({ relation, evidence, status }, at) => ({
    id: relation.id,
    from: relation.from,
    to: relation.to,
    ...lineWords(graph, relation, evidence, view.dates === true),
    symmetric: isSymmetric(graph, relation),
    status,
    weak: isWeakDispute(evidence),
    number: at + 1,
    // Put together when it is asked for: of very many only the first are.
    get sentence() {
      const when = view.dates ? lineDate(evidence) : undefined
      return `${sentenceOf(graph, relation)}${when === undefined ? '' : ` · ${when}`}`
    },
    references: referencesOf(evidence, numbers)
  }))
  return {
    entities: entities.map((entity) => figureEntity(graph, entity, degrees.get(entity.id) ?? 0)),
    relations: figured,
    lines: linesOf(figured),
    sources: [...numbers].flatMap(([id, number]) => {
      const source = graph.get('source', id)
      return source ? [{ number, source }] : []
    }),
    ...(listed.some(({ evidence }) => evidence.stated) && { database: databaseName(graph) }),
    at,
    shown: content
  }
}

const isDrawn = (status: Status): status is DrawnStatus => status !== 'not-at-date'

function figureEntity(graph: Graph, entity: Entity, degree: number): FigureEntity {
  const native = nativeName(entity)
  const aside = distinction(graph, entity)
  return {
    id: entity.id,
    name: entity.name,
    ...(native !== undefined && native !== entity.name && { native }),
    ...(aside !== undefined && { aside }),
    symbol: symbolFor(graph, entity.type),
    type: entity.type,
    degree
  }
}

// Relations of one entity stand together, those of the hubs first: that is how one reads a drawing.
function inReadingOrder(graph: Graph, degrees: ReadonlyMap<string, number>, a: Relation, b: Relation): number {
  return (
    (degrees.get(b.from) ?? 0) - (degrees.get(a.from) ?? 0) ||
    compare(entityName(graph, a.from), entityName(graph, b.from)) ||
    compare(a.from, b.from) ||
    compare(entityName(graph, a.to), entityName(graph, b.to)) ||
    compare(a.to, b.to) ||
    compare(a.id, b.id)
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function sentenceOf(graph: Graph, relation: Relation): string {
  const name = (id: string) => isolated(drawable(entityName(graph, id)))
  return `${name(relation.from)} ${isolated(drawable(relationLabel(graph, relation)))} ${name(relation.to)}`
}

function referencesOf(evidence: Evidence, numbers: Map<string, number>): string {
  const { supports, denies, uncertain, stated } = evidence
  const inferred = isInferred(evidence) ? 'inferred from ' : ''
  const support = supports.length > 0 ? inferred + places(supports, numbers) : ''
  const parts = [[support, stated ? 'D' : ''].filter(Boolean).join(', ')]
  if (denies.length > 0) parts.push(`denied ${places(denies, numbers)}`)
  if (uncertain.length > 0) parts.push(`uncertain ${supports.length > 0 ? '' : inferred}${places(uncertain, numbers)}`)
  return parts.filter(Boolean).join('; ') || 'no source'
}

function places(claims: readonly Claim[], numbers: Map<string, number>): string {
  const bySource = new Map<number, Set<string>>()
  for (const { source, locator } of claims) {
    if (!numbers.has(source)) numbers.set(source, numbers.size + 1)
    const number = numbers.get(source) as number
    const where = [locator?.page && `p. ${locator.page}`, locator?.paragraph && `¶${locator.paragraph}`]
    bySource.set(number, (bySource.get(number) ?? new Set()).add(where.filter(Boolean).join(' ')))
  }
  return [...bySource]
    .sort(([a], [b]) => a - b)
    .map(([number, where]) => [`S${number}`, ...[...where].filter(Boolean).sort(byNumber)].join(' '))
    .join(', ')
}

const byNumber = (a: string, b: string) => Number(/\d+$/.exec(a)?.[0]) - Number(/\d+$/.exec(b)?.[0]) || compare(a, b)
