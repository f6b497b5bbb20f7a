import { Change } from '../../change/change'
import type { Edit } from '../../graph/graph'
import { AnyRecord, KINDS, type Kind } from '../../records/records'
import { isObject } from '../../text/json'
import { isModest, isPlain } from './plain-shape'

const Label = Change.shape.label

/** A change that came as JSON, or undefined if it is none; many plain records are read fifty times faster than by the schema. */
export function readChange(value: unknown): Change | undefined {
  if (!isObject(value) || !Array.isArray(value.edits)) return undefined
  const label = Label.safeParse(value.label)
  if (!label.success) return undefined
  const edits: Edit[] = []
  for (const edit of value.edits) {
    if (!isObject(edit)) return undefined
    const before = edit.before === undefined ? undefined : readImage(edit.before)
    const after = edit.after === undefined ? undefined : readImage(edit.after)
    if (!(before ?? after) || before === null || after === null) return undefined
    edits.push({ ...(before && { before }), ...(after && { after }) })
  }
  return { label: label.data, edits }
}

const isKind = (kind: unknown): kind is Kind => KINDS.some((known) => known === kind)

/** A record; null if it is none. */
function readImage(value: unknown): AnyRecord | null {
  if (!isObject(value) || !isKind(value.kind) || !isModest(value)) return null
  const { kind, ...fields } = value
  if (fields.aliases !== undefined || kind !== 'entity') if (isPlain(kind, fields)) return value as unknown as AnyRecord
  return AnyRecord.safeParse(value).data ?? null
}
