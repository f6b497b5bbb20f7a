import type { OpenClash } from '@core/contract/backups'
import type { Graph } from '@core/graph/graph'
import { AnyRecord } from '@core/records/records'
import { KIND_WORDS } from '@core/records/sections'
import { editInWords, subjectOf } from '@core/view/edit-messages'
import { type Find, fieldLabel, valueInWords } from '@core/view/field-labels'

/** What a clash is about, in one line. */
export function clashSubject(graph: Graph, clash: OpenClash): { readonly what: string; readonly name: string } {
  const find: Find = (kind, id) => graph.get(kind, id)
  const record = graph.get(clash.kind, clash.id) ?? recordOf(clash.ours) ?? recordOf(clash.theirs)
  const what =
    clash.field === undefined ? KIND_WORDS[clash.kind] : `${KIND_WORDS[clash.kind]} · ${fieldLabel(clash.field)}`
  return { what, name: record ? subjectOf(record, find).slice(0, 200) : clash.id }
}

/** One side's value in words; of a whole record what it says, of none that there is none. */
export function sideInWords(graph: Graph, { kind, field }: OpenClash, value: unknown): string {
  const find: Find = (kind, id) => graph.get(kind, id)
  if (field !== undefined) return value === undefined ? 'Nothing' : valueInWords(kind, field, value, find)
  const record = recordOf(value)
  const words = record && editInWords({ after: record }, find)
  if (!words) return 'Removed'
  return [words.subject, ...words.fields.map(({ label, after }) => `${label}: ${after ?? ''}`)].join('\n')
}

const recordOf = (value: unknown): AnyRecord | undefined => AnyRecord.safeParse(value).data
