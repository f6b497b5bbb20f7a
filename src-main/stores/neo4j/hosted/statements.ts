import type { Edit } from '@core/graph/graph'
import { basisOf } from '@core/records/basis'
import type { AnyRecord, Claim, Kind, RecordOf, Source } from '@core/records/records'
import { cypherLabels, cypherName } from '@core/text/cypher-names'
import {
  ABOUT,
  BASED_ON,
  columnsOf,
  encode,
  FROM,
  LABELS,
  NOT_SAME,
  type NodeKind,
  type Row,
  writtenOf
} from './layout'
import type { TypeNames } from './type-names'

/** A statement over rows, each of which must match: `done` counts those that did. */
export interface Step {
  readonly cypher: string
  readonly rows: readonly Row[]
}

/** The names before and after a change: a type may come or go with its records. */
export interface Names {
  readonly before: TypeNames
  readonly after: TypeNames
}

const ENTITY = cypherName(LABELS.entity)
const NODES: readonly NodeKind[] = ['entityType', 'relationType', 'source', 'entity', 'claim', 'view', 'conflict']
const DONE = 'RETURN count(*) AS done'

/**
 * The statements of a change, in this order, in one transaction. They never remove what is not ours: a node
 * with relationships of others stays, and the transaction fails.
 */
export function stepsOf(edits: readonly Edit[], names: Names): readonly Step[] {
  const of = <K extends Kind>(kind: K) => edits.filter((edit) => (edit.after ?? edit.before)?.kind === kind)
  const gone = <K extends Kind>(kind: K) => of(kind).flatMap(({ before, after }) => (before && !after ? [before] : []))
  const added = <K extends Kind>(kind: K) => of(kind).flatMap(({ before, after }) => (after && !before ? [after] : []))
  const changed = (kind: Kind) => of(kind).flatMap(({ before, after }) => (before && after ? [{ before, after }] : []))
  const relations = changed('relation')
  const moved = relations.filter(({ before, after }) => placeOf(before, names.before) !== placeOf(after, names.after))
  const stayed = relations.filter((edit) => !moved.includes(edit))
  const evidence = [...of('claim'), ...of('source')]
  return [
    ...detached(evidence.flatMap(({ before }) => (before ? [before] : []))),
    ...relationshipsGone([...gone('relation'), ...moved.map(({ before }) => before), ...gone('notSame')], names.before),
    ...[...NODES].reverse().flatMap((kind) => [...nodesGone(kind, gone(kind))]),
    ...NODES.flatMap((kind) => [...nodesAdded(kind, added(kind), names), ...nodesChanged(kind, changed(kind), names)]),
    ...relationshipsAdded([...added('relation'), ...moved.map(({ after }) => after), ...added('notSame')], names.after),
    ...relationshipsChanged(
      [...stayed, ...changed('notSame')].map(({ after }) => after),
      names.after
    ),
    ...attached(evidence.flatMap(({ after }) => (after ? [after] : [])))
  ].filter(({ rows }) => rows.length > 0)
}

const match = (kind: NodeKind) => `UNWIND $rows AS row MATCH (n:${cypherName(LABELS[kind])} {id: row.id})`
const ENDS = `MATCH (a:${ENTITY} {id: row.from}) MATCH (b:${ENTITY} {id: row.to})`

function* nodesGone(kind: NodeKind, records: readonly AnyRecord[]): Generator<Step> {
  yield { cypher: `${match(kind)} DELETE n ${DONE}`, rows: records.map(({ id }) => ({ id })) }
}

/** `SET n.a = row.a` for each property: null, as for an absent parameter, removes it. */
const properties = (variable: string, keys: readonly string[]) =>
  `SET ${keys.map((key) => `${variable}.${cypherName(key)} = row.${cypherName(key)}`).join(', ')}`

function* nodesAdded(kind: NodeKind, records: readonly AnyRecord[], { after }: Names): Generator<Step> {
  for (const [label, group] of grouped(records, (record) => labelOf(record, after))) {
    const labels = cypherLabels([LABELS[kind], ...(label === '' ? [] : [label])])
    const set = properties('n', writtenOf(kind))
    yield { cypher: `UNWIND $rows AS row CREATE (n${labels}) ${set} ${DONE}`, rows: rowsOf(group, after) }
  }
}

function* nodesChanged(
  kind: NodeKind,
  edits: readonly { readonly before: AnyRecord; readonly after: AnyRecord }[],
  names: Names
): Generator<Step> {
  const labels = ({ before, after }: (typeof edits)[number]) =>
    JSON.stringify([labelOf(before, names.before), labelOf(after, names.after)])
  for (const [key, group] of grouped(edits, labels)) {
    const [from, to]: [string, string] = JSON.parse(key)
    const swap = from === to ? '' : `REMOVE n${cypherLabels([from])} SET n${cypherLabels([to])} `
    const rows = rowsOf(
      group.map(({ after }) => after),
      names.after
    )
    yield { cypher: `${match(kind)} ${swap}${properties('n', writtenOf(kind))} ${DONE}`, rows }
  }
}

/** The label of an entity's type; none for other nodes. */
const labelOf = (record: AnyRecord, names: TypeNames) =>
  record.kind === 'entity' ? names.of('entityType', record.type) : ''

function rowsOf(records: readonly AnyRecord[], names: TypeNames): readonly Row[] {
  return records.map((record) =>
    record.kind === 'entityType' || record.kind === 'relationType'
      ? { ...encode(record), writtenAs: names.of(record.kind, record.id) }
      : encode(record)
  )
}

/** What a relationship's type is. */
const relationshipType = (record: RecordOf<'relation'> | RecordOf<'notSame'>, names: TypeNames): string =>
  record.kind === 'relation' ? names.of('relationType', record.type) : NOT_SAME

const isRelationship = (record: AnyRecord): record is RecordOf<'relation'> | RecordOf<'notSame'> =>
  record.kind === 'relation' || record.kind === 'notSame'

const placeOf = (record: AnyRecord, names: TypeNames) =>
  record.kind === 'relation' ? JSON.stringify([relationshipType(record, names), record.from, record.to]) : ''

const byType = (records: readonly AnyRecord[], names: TypeNames) =>
  grouped(records.filter(isRelationship), (record) => relationshipType(record, names))

function* relationshipsGone(records: readonly AnyRecord[], names: TypeNames): Generator<Step> {
  for (const [type, group] of byType(records, names))
    yield {
      cypher: `UNWIND $rows AS row ${ENDS} MATCH (a)-[r:${cypherName(type)} {id: row.id}]->(b) DELETE r ${DONE}`,
      rows: rowsOf(group, names)
    }
}

function* relationshipsAdded(records: readonly AnyRecord[], names: TypeNames): Generator<Step> {
  for (const [type, group] of byType(records, names))
    yield {
      cypher: `UNWIND $rows AS row ${ENDS} CREATE (a)-[r:${cypherName(type)}]->(b) ${properties('r', ['id', 'more'])} ${DONE}`,
      rows: rowsOf(group, names)
    }
}

function* relationshipsChanged(records: readonly AnyRecord[], names: TypeNames): Generator<Step> {
  for (const [type, group] of byType(records, names))
    yield {
      cypher: `UNWIND $rows AS row ${ENDS} MATCH (a)-[r:${cypherName(type)} {id: row.id}]->(b) ${properties('r', ['more'])} ${DONE}`,
      rows: rowsOf(group, names)
    }
}

// Claims and sources name others in properties; the same as relationships, so that one can walk there.
const LINKS = {
  claimAbout: { kind: 'claim', type: ABOUT, to: 'entity' },
  claimFrom: { kind: 'claim', type: FROM, to: 'source' },
  claimBasis: { kind: 'claim', type: BASED_ON, to: 'source' },
  sourceBasis: { kind: 'source', type: BASED_ON, to: 'source' }
} as const satisfies Record<string, { kind: NodeKind; type: string; to: NodeKind }>

function* detached(records: readonly AnyRecord[]): Generator<Step> {
  for (const kind of ['claim', 'source'] as const) {
    const types = [ABOUT, FROM, BASED_ON].map(cypherName).join('|')
    const rows = records.filter((record) => record.kind === kind).map(({ id }) => ({ id }))
    const loosen = `OPTIONAL MATCH (n)-[r:${types}]->() DELETE r RETURN count(DISTINCT n) AS done`
    yield { cypher: `${match(kind)} ${loosen}`, rows }
  }
}

function* attached(records: readonly AnyRecord[]): Generator<Step> {
  const claims = records.filter((record) => record.kind === 'claim')
  const sources = records.filter((record) => record.kind === 'source')
  const basis = (record: Claim | Source) => basisOf(record).map((to) => ({ id: record.id, to }))
  // A claim about a relation has no node to point to: its `about` is the relation's id.
  yield link(
    'claimAbout',
    claims.map(({ id, about }) => ({ id, to: about }))
  )
  yield link(
    'claimFrom',
    claims.map(({ id, source }) => ({ id, to: source }))
  )
  yield link('claimBasis', claims.flatMap(basis))
  yield link('sourceBasis', sources.flatMap(basis))
}

function link(name: keyof typeof LINKS, rows: readonly Row[]): Step {
  const { kind, type, to } = LINKS[name]
  const other = `OPTIONAL MATCH (other:${cypherName(LABELS[to])} {id: row.to})`
  const join = `FOREACH (_ IN CASE WHEN other IS NULL THEN [] ELSE [1] END | CREATE (n)-[:${cypherName(type)}]->(other))`
  return { cypher: `${match(kind)} ${other} ${join} ${DONE}`, rows }
}

/** A query for records in the database: rows of {id} and the columns of the kind, null where there is none. */
export function questionFor(kind: Kind, records: readonly AnyRecord[], names: TypeNames): readonly Step[] {
  const columns = columnsOf(kind).filter((column) => column !== 'id')
  const returned = (variable: string) =>
    columns.map((column) => `, ${variable}.${cypherName(column)} AS ${cypherName(column)}`).join('')
  const result = (variable: string) => `RETURN row.id AS asked, ${variable}.id AS id${returned(variable)}`
  if (kind !== 'relation' && kind !== 'notSame') {
    const found = `UNWIND $rows AS row OPTIONAL MATCH (n:${cypherName(LABELS[kind])} {id: row.id})`
    return [{ cypher: `${found} ${result('n')}`, rows: records.map(({ id }) => ({ id })) }]
  }
  return [...byType(records, names)].map(([type, group]) => ({
    cypher: `UNWIND $rows AS row OPTIONAL MATCH (a:${ENTITY} {id: row.from})-[r:${cypherName(type)} {id: row.id}]->(b:${ENTITY} {id: row.to}) ${result('r')}`,
    rows: rowsOf(group, names)
  }))
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
