import { type Change, same } from '../change/change'
import type { Conflict } from '../change/merge-three'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Graph } from '../graph/graph'
import { AnyRecord, conflictId } from '../records/records'
import { changeOf } from './change-of'
import { removeClaim } from './claims'
import { removeEntity } from './entities'
import { removeRelation } from './relations'
import { removeSource } from './sources'

/** The conflicts that a graph itself holds undecided: a merge of two files left them there. */
export const conflictsIn = (graph: Graph): readonly Conflict[] =>
  [...graph.all('conflict').values()].map(({ of, about, field, ours, theirs, taken }) => ({
    kind: of,
    id: about,
    ...(field !== undefined && { field }),
    ...(ours !== undefined && { ours }),
    ...(theirs !== undefined && { theirs }),
    taken
  }))

/** Takes a conflict out of the graph that holds it, whatever stands; empty where it does not hold it. */
export function forget(graph: Graph, { kind, id, field }: Pick<Conflict, 'kind' | 'id' | 'field'>): Change {
  const before = graph.get('conflict', conflictId(kind, id, field))
  return changeOf('Leave it as it is', before ? [{ before }] : [])
}

/** What a graph holds where two sides conflicted: the value of the field, or the record; undefined where there is none. */
export function valueNow(graph: Graph, { kind, id, field }: Conflict): unknown {
  const record = graph.get(kind, id)
  return field === undefined || !record ? record : new Map(Object.entries(record)).get(field)
}

/** Which of the two values a graph holds now; `neither` where it has changed again since. */
export function standing(graph: Graph, conflict: Conflict): 'ours' | 'theirs' | 'neither' {
  const now = valueNow(graph, conflict)
  if (conflict.field !== undefined && !graph.get(conflict.kind, conflict.id)) return 'neither'
  return same(now, conflict.ours) ? 'ours' : same(now, conflict.theirs) ? 'theirs' : 'neither'
}

/** The change that puts one side's value in place; empty where it stands there. Refused where that cannot be. */
export function settle(graph: Graph, conflict: Conflict, side: 'ours' | 'theirs'): Change | Refusal {
  const { kind, id, field } = conflict
  const label = side === 'ours' ? 'Keep our value' : 'Take the other program’s value'
  const before = graph.get(kind, id)
  const value = conflict[side]
  if (field !== undefined) {
    if (!before) return refuse('It has been removed since, so that there is nothing to put the value into.')
    const fields = Object.entries(before).filter(([key]) => key !== field)
    const after = AnyRecord.safeParse(
      Object.fromEntries(value === undefined ? fields : [...fields, [field, value]])
    ).data
    return after ? changeOf(label, [{ before, after }]) : refuse('That value cannot stand there any more.')
  }
  if (value === undefined) return before ? without(graph, before, label) : changeOf(label, [])
  const after = AnyRecord.safeParse(value).data
  if (!after) return refuse('That record cannot be read any more.')
  return changeOf(label, [{ ...(before && { before }), after }])
}

/** Removes a record with what depends on it. */
function without(graph: Graph, record: AnyRecord, label: string): Change | Refusal {
  const { id } = record
  const change = removal()
  return isRefusal(change) ? change : { ...change, label }

  function removal(): Change | Refusal {
    switch (record.kind) {
      case 'entity':
        return removeEntity(graph, { id })
      case 'relation':
        return removeRelation(graph, { id })
      case 'claim':
        return removeClaim(graph, { id })
      case 'source':
        return removeSource(graph, { id })
      default:
        return changeOf(label, [{ before: record }])
    }
  }
}
