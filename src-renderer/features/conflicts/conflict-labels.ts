import type { OpenConflict } from '@core/contract/conflicts'
import { databaseLabels } from '@core/external/database-labels'
import type { Graph } from '@core/graph/graph'
import { AnyRecord } from '@core/records/records'
import { KIND_LABELS } from '@core/records/sections'
import { editInWords } from '@core/view/edit-messages'
import { type Find, fieldLabel, subjectOf, valueInWords } from '@core/view/field-labels'

/** What a conflict is about, in one line. */
export function conflictSubject(
  graph: Graph,
  conflict: OpenConflict
): { readonly what: string; readonly name: string } {
  const find: Find = (kind, id) => graph.get(kind, id)
  const record = graph.get(conflict.kind, conflict.id) ?? recordOf(conflict.ours) ?? recordOf(conflict.theirs)
  const what =
    conflict.field === undefined
      ? KIND_LABELS[conflict.kind]
      : `${KIND_LABELS[conflict.kind]} · ${fieldLabel(conflict.field)}`
  return { what, name: record ? subjectOf(record, find).slice(0, 200) : conflict.id }
}

/** One side's value in words; of a whole record what it says, of none that there is none. */
export function sideInWords(graph: Graph, { kind, field }: OpenConflict, value: unknown): string {
  const find: Find = (kind, id) => graph.get(kind, id)
  if (field !== undefined) return value === undefined ? 'Nothing' : valueInWords(kind, field, value, find)
  const record = recordOf(value)
  const words = record && editInWords({ after: record }, find, databaseLabels)
  if (!words) return 'Removed'
  return [words.subject, ...words.fields.map(({ label, after }) => `${label}: ${after ?? ''}`)].join('\n')
}

const recordOf = (value: unknown): AnyRecord | undefined => AnyRecord.safeParse(value).data
