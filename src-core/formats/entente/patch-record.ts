import { type Node, parseTree } from 'jsonc-parser'
import { same } from '../../change/change'
import type { AnyRecord } from '../../records/records'
import { isObject } from '../../text/json'
import { lineOf, valueText } from './serialise'

/**
 * The text of a record after a change. One that stands in its file as we write it stays so; in any other, fields that have not
 * changed keep their order, blanks and ways of writing.
 */
export function patchedRecord(text: string, before: AnyRecord, after: AnyRecord): string {
  const tree = text === lineOf(before) ? undefined : parseTree(text)
  return tree?.type === 'object' ? patchedObject(text, tree, before, after) : lineOf(after)
}

type Fields = Readonly<Record<string, unknown>>

function patchedObject(text: string, node: Node, before: Fields, after: Fields, field?: string): string {
  const properties = node.children ?? []
  const known = new Set<string>()
  const pieces: string[] = []
  let at = node.offset + 1
  let lead = ''
  const first = properties[0] ? text.slice(at, properties[0].offset) : ''
  const put = (piece: string) => {
    const blanks = lead.replace(',', '')
    pieces.push(pieces.length === 0 ? first : lead.includes(',') ? lead : `,${blanks}`, piece)
  }
  for (const property of properties) {
    const [key, value] = property.children ?? []
    if (!key || !value) continue
    lead = text.slice(at, property.offset)
    at = property.offset + property.length
    const name = String(key.value)
    known.add(name)
    const [was, is] = [before[name], after[name]]
    if (is === undefined) continue
    const own = text.slice(property.offset, value.offset)
    if (same(was, is)) put(text.slice(property.offset, at))
    else if (value.type === 'object' && isObject(was) && isObject(is))
      put(own + patchedObject(text, value, was, is, field ?? name))
    else put(own + valueText(field ?? name, is))
  }
  for (const [name, is] of Object.entries(after)) {
    // A list that the file leaves out, and that is empty.
    if (known.has(name) || is === undefined || same(before[name], is) || (field === undefined && name === 'kind'))
      continue
    put(`${JSON.stringify(name)}:${valueText(field ?? name, is)}`)
  }
  return `{${pieces.join('')}${text.slice(at, node.offset + node.length)}`
}
