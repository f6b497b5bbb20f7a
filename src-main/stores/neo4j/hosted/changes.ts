import { type Change, same } from '@core/change/change'
import { readChange } from '@core/formats/entente/read-change'
import { type AnyRecord, KINDS } from '@core/records/records'
import { cypherName } from '@core/text/cypher-names'
import { jsonOrNothing, writeJson } from '@core/text/json'
import { type Ask, ConnectionRefused, type DatabaseConnection } from './database-connection'
import { lockGraph, readGraphNode, recordChange } from './graph-node'
import { CHANGE, columnsOf, decode } from './layout'
import { type Names, questionFor, stepsOf } from './statements'
import type { TypeNames } from './type-names'

/** A change that is sent to the database. Its id is unique, so that it is never made twice. */
export interface QueuedChange {
  readonly id: string
  /** When the user made it, as an instant. */
  readonly at: string
  readonly change: Change
}

/** The expected state of the database. */
export interface Standing {
  readonly graph: string
  readonly revision: number
  readonly names: TypeNames
}

/** Result of a queued change: saved; others (or we) have written since; another graph is there; a record has changed. */
export type Outcome =
  | { readonly kind: 'kept' }
  | { readonly kind: 'behind' }
  | { readonly kind: 'replaced' }
  | { readonly kind: 'differs'; readonly id: string }

/**
 * Makes a change in the database, in one transaction, if the state is the expected one and every record is as the change says
 * it was. Rejects with ConnectionLost when it is not known whether it was made: sending it again is safe.
 */
export async function deliver(
  connection: DatabaseConnection,
  queuedChange: QueuedChange,
  standing: Standing
): Promise<Outcome> {
  try {
    const limit = LEAST_LIMIT + queuedChange.change.edits.length * LIMIT_PER_EDIT
    return await connection.transaction((ask) => make(ask, queuedChange, standing), { limit })
  } catch (error) {
    if (error instanceof NotMade) return error.outcome
    // Another tool has added a record of that id, or a relationship to a node that is to be removed.
    if (error instanceof ConnectionRefused && error.code === 'Neo.ClientError.Schema.ConstraintValidationFailed')
      return {
        kind: 'differs',
        id: queuedChange.change.edits[0]?.after?.id ?? queuedChange.change.edits[0]?.before?.id ?? ''
      }
    throw error
  }
}

/** How long making a change may take, in milliseconds. */
const LEAST_LIMIT = 5_000
const LIMIT_PER_EDIT = 5

/** Rolls a transaction back. */
class NotMade extends Error {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super(outcome.kind)
    this.outcome = outcome
  }
}

async function make(
  ask: Ask,
  { id, at, change }: QueuedChange,
  { graph, revision, names }: Standing
): Promise<Outcome> {
  const locked = await lockGraph(ask, id)
  if (locked?.graph !== graph) throw new NotMade({ kind: 'replaced' })
  if (locked.isDone || locked.revision !== revision) throw new NotMade({ kind: 'behind' })
  const both: Names = { before: names, after: names.after(change) }
  await checkBefore(ask, change, both.before)
  for (const { cypher, rows } of stepsOf(change.edits, both)) {
    const [counted] = await ask(cypher, { rows })
    if (counted?.get('done') !== rows.length) throw new NotMade({ kind: 'differs', id: String(rows[0]?.id) })
  }
  const edits = writeJson({ label: change.label, edits: change.edits })
  await recordChange(ask, { id, at, label: change.label, edits })
  return { kind: 'kept' }
}

/** Checks that every record that a change touches is as the change says, or absent. */
async function checkBefore(ask: Ask, { edits }: Change, names: TypeNames) {
  for (const kind of KINDS) {
    const before = new Map<string, AnyRecord | undefined>()
    const asked: AnyRecord[] = []
    for (const edit of edits) {
      const record = edit.before ?? edit.after
      if (record?.kind !== kind) continue
      // A new relationship's type may have no name yet: then there can be none.
      const isNew = !edit.before && (kind === 'relation' || kind === 'notSame')
      if (isNew && kind === 'relation') continue
      before.set(record.id, edit.before)
      asked.push(record)
    }
    for (const { cypher, rows } of questionFor(kind, asked, names))
      for (const row of rows.length > 0 ? await ask(cypher, { rows }) : []) {
        const id = String(row.get('asked'))
        if (!isAs(kind, before.get(id), row.toObject())) throw new NotMade({ kind: 'differs', id })
      }
  }
}

function isAs(kind: AnyRecord['kind'], before: AnyRecord | undefined, row: Readonly<Record<string, unknown>>): boolean {
  if (row.id === null || before === undefined) return row.id === null && before === undefined
  if (kind === 'notSame') return true // it is its own id
  const ends = before.kind === 'relation' ? { type: before.type, from: before.from, to: before.to } : {}
  const present = columnsOf(kind).flatMap((key) => (row[key] === null ? [] : [[key, row[key]] as const]))
  const found = decode(kind, { ...Object.fromEntries(present), ...ends })
  return 'record' in found && same(found.record, before)
}

/** The most changes read at once: a computer may have been offline for long. */
export const MOST_CHANGES = 500

/** The changes since then, ours included, in order, at most MOST_CHANGES; undefined when another graph is there or they cannot be read. */
export async function changesSince(
  ask: Ask,
  { graph, revision }: Pick<Standing, 'graph' | 'revision'>
): Promise<readonly QueuedChange[] | undefined> {
  const node = await readGraphNode(ask)
  if (node === undefined || node === 'unreadable' || node.graph !== graph || node.copying !== null) return undefined
  const to = Math.min(node.revision, revision + MOST_CHANGES)
  if (to === revision) return []
  const rows = await ask(
    `MATCH (c:${cypherName(CHANGE)}) WHERE c.revision > $from AND c.revision <= $to
     RETURN c.id AS id, c.at AS at, c.edits AS edits ORDER BY c.revision`,
    { from: BigInt(revision), to: BigInt(to) }
  )
  const queued: QueuedChange[] = []
  for (const row of rows) {
    const change = readChange(jsonOrNothing(String(row.get('edits'))))
    if (!change) return undefined
    queued.push({ id: String(row.get('id')), at: String(row.get('at')), change })
  }
  return queued.length === to - revision ? queued : undefined
}
