import type { Change } from '../../change/change'
import { chainOf, circleWords, restsOn } from '../../graph/circles'
import type { Graph } from '../../graph/graph'
import { dependantsOf, unmetNeeds } from '../../graph/needs'
import type { AnyRecord, Kind } from '../../records/records'
import { KIND_LABELS } from '../../records/sections'
import { readJson } from '../../text/json'
import type { Problem } from '../../text/problem-messages'
import { sentence } from '../../text/problem-messages'
import { plain, quote } from '../../text/quote'
import { readRecord } from './read-records'
import { lineOf } from './serialise'

/**
 * Why the file of a graph could not be opened again after a change, or undefined if it could. Looks only at what the
 * change touches, so that it costs the same in a large graph as in a small one; `after` is the graph with the change.
 */
export function faultAfter(after: Graph, { edits }: Change): Problem | undefined {
  for (const edit of edits) {
    const record = edit.after ?? edit.before
    const message = edit.after ? faultOf(after, edit.after) : edit.before && stillNamed(after, edit.before)
    if (record && message) return { message, record: plain(record.id, 200) }
  }
  return undefined
}

const subject = (record: AnyRecord) => `${KIND_LABELS[record.kind]} ${plain(record.id)}`

function faultOf(graph: Graph, record: AnyRecord): string | undefined {
  const unreadable = unreadableAs(record)
  if (unreadable) return unreadable
  const [need] = unmetNeeds(graph, record)
  if (need) {
    const wanted = need.kinds.map((kind) => KIND_LABELS[kind].toLowerCase()).join(' or ')
    return `${subject(record)}: "${need.path[0]}" names ${quote(need.id)}, and there is no such ${wanted}.`
  }
  return sharedId(graph, record) ?? circleOf(graph, record)
}

/** What the reader of the file would say to the record's line. */
function unreadableAs(record: AnyRecord): string | undefined {
  let value: unknown
  try {
    value = readJson(lineOf(record))
  } catch {
    return `${subject(record)}: it has a field whose name is not allowed ("__proto__") or is nested too deep.`
  }
  const read = readRecord(record.kind, value)
  if ('record' in read) {
    const kept = read.record.id === record.id
    return kept ? undefined : `${subject(record)}: its id does not fit what it says.`
  }
  const [problem] = read.problems
  return problem ? sentence(subject(record), problem) : `${subject(record)}: it cannot be read.`
}

const EVIDENCE: readonly Kind[] = ['entity', 'relation', 'claim', 'source']

function sharedId(graph: Graph, { kind, id }: AnyRecord): string | undefined {
  if (!EVIDENCE.includes(kind)) return undefined
  const other = EVIDENCE.find((other) => other !== kind && graph.get(other, id))
  return other && `${KIND_LABELS[kind]} ${plain(id)}: ${KIND_LABELS[other].toLowerCase()} ${plain(id)} has the same id.`
}

function circleOf(graph: Graph, record: AnyRecord): string | undefined {
  if (record.kind !== 'source' && record.kind !== 'entityType') return undefined
  const find = (id: string) => graph.get(record.kind, id)
  const rests = chainOf(record, find)
  if (!rests.has(record.id)) return undefined
  const [last] = [...rests].filter((id) => restsOn(find(id)).includes(record.id))
  return `${subject(record)}: it ${circleWords(record.kind)} itself, by way of ${quote(last ?? record.id)}.`
}

function stillNamed(graph: Graph, record: AnyRecord): string | undefined {
  const [dependant] = dependantsOf(graph, record)
  return (
    dependant &&
    `${subject(record)} cannot go: ${subject(dependant).replace(/^./, (first) => first.toLowerCase())} names it.`
  )
}
