import type { Change } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import { changeOf, counted, named } from '../commands/change-of'
import { type Edit, Graph } from '../graph/graph'
import { Name } from '../records/text'
import { ClaimMatcher } from './claim-matcher'
import { type Order, ordersOf } from './dates'
import { EntityRows } from './entity-rows'
import { type Lookalike, lookalikesOf, TableKnowledge } from './lookalikes-of-table'
import { type Mapping, rolesFor } from './mapping'
import { type Answers, NameBook } from './name-book'
import { RelationRows } from './relation-rows'
import { propertyName, type Role } from './roles'
import { Columns, type RowProblem, RowTexts, usedColumns } from './row-texts'
import type { RowChange } from './setting'
import type { Sheet } from './sheet'
import { SourceBook } from './source-book'
import { part } from './steps'
import { TypeBook } from './type-book'

/** What a table would bring. */
export interface TableCounts {
  readonly rows: number
  /** Rows that are left out because something is wrong with them. */
  readonly leftOut: number
  readonly newEntities: number
  readonly changedEntities: number
  readonly newRelations: number
  /** Relations of the table that are there already. */
  readonly relationsThere: number
  readonly newClaims: number
  readonly changedClaims: number
  /** Rows that say what is there already. */
  readonly same: number
  readonly newSources: number
}

/** What has to be said before the dates of a column can be read. */
interface OrderQuestion {
  readonly orders: readonly Order[]
  readonly example: string
}

/** Everything that a table would do to a graph, and the change that does it. */
export interface TablePlan {
  readonly counts: TableCounts
  readonly problems: readonly RowProblem[]
  readonly changes: readonly RowChange[]
  readonly newTypes: readonly string[]
  readonly lookalikes: readonly Lookalike[]
  /** Look-alikes beyond those listed; they come in as new and can be merged later. */
  readonly moreLookalikes: number
  readonly notes: readonly string[]
  readonly asks?: OrderQuestion
  readonly change: Change
}

export interface PlanOptions {
  /** Makes ids for new records, each another. */
  readonly newId: (prefix: string) => string
  /** The instant at which it is entered (ISO 8601, UTC). */
  readonly recorded: string
  readonly answers?: Answers
  /** What was found out about the graph when a table was planned before: names and look-alikes. */
  readonly knowledge?: TableKnowledge
}

/** Rows between two yields. */
const STRIDE = 100

/**
 * What a table brings to a graph: each row an entity or, where columns say from and to, a relation with its claim. A row that
 * says what is there already adds nothing; one of the same key changes it. Yields the part that is done, 0 to 1. Refused where
 * the mapping does not fit the table.
 */
export function* planTable(
  graph: Graph,
  sheet: Sheet,
  mapping: Mapping,
  options: PlanOptions
): Generator<number, TablePlan | Refusal> {
  const roles = rolesFor(mapping, sheet.heads)
  if (isRefusal(roles)) return roles
  const columns = new Columns(sheet.heads, roles, headOf(sheet, mapping.key))
  const problem = missingRole(columns, roles)
  if (problem) return problem
  const { answers = new Map(), knowledge = new TableKnowledge(graph) } = options
  const keys = yield* part(knowledge.keys(), 0, 0.1)
  const orders = mapping.order ? [mapping.order] : yield* ordersOf(datesOf(sheet, columns))
  const order = orders?.length === 1 ? orders[0] : undefined
  const isRelations = columns.of('from').length > 0
  const books = {
    graph,
    types: new TypeBook(typesOf(graph), mapping.newTypes),
    names: NameBook.over(graph, keys, answers),
    sources: new SourceBook(graph, options.newId)
  }
  const setting = {
    ...books,
    mapping,
    columns,
    order,
    sheet: sheet.name,
    newId: options.newId,
    recorded: options.recorded
  }
  const entities = new EntityRows(setting)
  const relations = new RelationRows(setting, entities)
  const used = usedColumns(sheet, roles, columns)
  const problems: RowProblem[] = []
  let cleaned = 0
  let waiting = 0
  for (const [at, row] of sheet.rows.entries()) {
    if (at % STRIDE === 0) yield 0.1 + (at / sheet.rows.length) * 0.5
    const texts = RowTexts.of(row, columns, used)
    if (!(texts instanceof RowTexts)) {
      problems.push(texts)
      continue
    }
    const wrong = isRelations ? relations.take(texts) : entities.take(texts)
    if (wrong?.waits) waiting++
    else if (wrong) problems.push(wrong)
    else cleaned += texts.cleaned
  }
  const matcher = new ClaimMatcher(graph)
  yield* part(matcher.match(relations.drafts, problems), 0.6, 0.15)
  const made = [...books.names.made]
  const found = yield* part(lookalikesOf(knowledge, made, answers), 0.75, 0.15)
  const records = yield* part(entities.records(made.length), 0.9, 0.08)
  if (isRefusal(records)) return records
  const relationEdits = relations.edits
  yield 0.98
  const isUsed = usage(records, relationEdits, matcher.edits)
  yield 0.99
  const types = books.types.edits.filter(isUsed)
  const sources = books.sources.edits.filter(isUsed)
  const edits = [...types, ...sources, ...records, ...relationEdits, ...matcher.edits, ...found.apart]
  const counts: TableCounts = {
    rows: sheet.rows.length,
    leftOut: waiting + new Set(problems.map(({ line }) => line)).size,
    newEntities: made.length,
    changedEntities: entities.changed.length,
    newRelations: relationEdits.length,
    relationsThere: relations.there,
    newClaims: matcher.added,
    changedClaims: matcher.changed.length,
    same: matcher.same + entities.same,
    newSources: sources.length
  }
  const example = order === undefined && orders !== undefined ? (relations.undecided ?? entities.undecided) : undefined
  return {
    counts,
    problems: problems.sort((a, b) => a.line - b.line),
    changes: [...entities.changed, ...matcher.changed],
    newTypes: types.flatMap(({ after }) =>
      after?.kind === 'entityType' || after?.kind === 'relationType' ? [after.label] : []
    ),
    lookalikes: found.lookalikes,
    moreLookalikes: found.more,
    notes: [
      ...notesOf(cleaned, books.sources.gradedOtherwise, isRelations, roles),
      ...(relations.unfit === undefined
        ? []
        : [
            `${counted(relations.unfitting, 'row does', 'rows do')} not fit the relation, and ${relations.unfitting === 1 ? 'comes' : 'come'} in all the same. ${relations.unfit}`
          ])
    ],
    ...(example !== undefined && orders && { asks: { orders, example } }),
    change: changeOf(labelOf(sheet.name, counts), edits)
  }
}

const labelOf = (
  name: string,
  { newRelations, newClaims, newEntities, changedEntities, changedClaims }: TableCounts
): string => {
  const what: readonly (readonly [number, string, string])[] = [
    [newRelations, 'relation', 'relations'],
    [newClaims, 'claim', 'claims'],
    [newEntities, 'entity', 'entities'],
    [changedEntities + changedClaims, 'change', 'changes']
  ]
  const [number, one, many] = what.find(([number]) => number > 0) ?? [0, 'change', 'changes']
  return `Import ${named(name)}: ${counted(number, one, many)}`
}

function missingRole(columns: Columns, roles: readonly Role[]): Refusal | undefined {
  const [from, to, name] = [columns.first('from'), columns.first('to'), columns.first('name')]
  if (from < 0 && to < 0 && name < 0)
    return refuse('Say which column holds the name of an entity, or which two a relation goes from and to.', 'columns')
  if (from >= 0 !== to >= 0)
    return refuse(`Say also which column a relation goes ${from < 0 ? 'from' : 'to'}.`, 'columns')
  const names = roles.map(propertyName).filter((name) => name !== undefined)
  for (const name of names) {
    if (name === '__proto__')
      return refuse(
        '“__proto__” cannot be the name of a property. Give that column another one, or leave it out.',
        'columns'
      )
    const checked = Name.safeParse(name)
    if (!checked.success) return refuse(`The name of a property ${checked.error.issues[0]?.message}.`, 'columns')
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined)
    return refuse(
      `Two columns are the property “${named(twice)}”. Leave one of them out, or give it another name.`,
      'columns'
    )
  return undefined
}

function notesOf(
  cleaned: number,
  gradedOtherwise: number,
  isRelations: boolean,
  roles: readonly Role[]
): readonly string[] {
  const idle = isRelations ? ['name', 'alias'] : ['source', 'statement', 'stance', 'grade', 'attributed', 'passage']
  return [
    ...(cleaned > 0 ? [`Signs that nobody sees were taken out of ${counted(cleaned, 'cell')}.`] : []),
    ...(gradedOtherwise > 0
      ? [
          `${counted(gradedOtherwise, 'row grades', 'rows grade')} a source otherwise than it is graded already; that stands.`
        ]
      : []),
    ...(roles.some((role) => idle.includes(role))
      ? [
          isRelations
            ? 'Rows are relations: the columns Name and Other names are not used.'
            : 'Rows are entities: columns about claims are not used.'
        ]
      : [])
  ]
}

/** New types and sources of rows that were left out after all are not needed. */
function usage(...parts: readonly (readonly Edit[])[]): (edit: Edit) => boolean {
  const used = { entityType: new Set<string>(), relationType: new Set<string>(), source: new Set<string>() }
  for (const edits of parts)
    for (const { after } of edits) {
      if (after?.kind === 'entity') used.entityType.add(after.type)
      if (after?.kind === 'relation') used.relationType.add(after.type)
      if (after?.kind === 'claim') used.source.add(after.source)
    }
  return ({ after }) => after !== undefined && after.kind in used && used[after.kind as keyof typeof used].has(after.id)
}

function* datesOf(sheet: Sheet, columns: Columns): Generator<string> {
  const at = columns.first('date')
  if (at < 0) return
  for (const { cells, problem } of sheet.rows) if (problem === undefined) yield cells[at] ?? ''
}

const typesOf = (graph: Graph): Graph =>
  Graph.of('', [...graph.all('entityType').values(), ...graph.all('relationType').values()])

const headOf = ({ heads }: Sheet, key: string | undefined) =>
  key === undefined
    ? undefined
    : (heads.find((head) => head === key) ?? heads.find((head) => head.toLowerCase() === key.toLowerCase()))
