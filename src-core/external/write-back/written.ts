import type { Change } from '../../change/change'
import type { Edit, Graph } from '../../graph/graph'
import type { AnyRecord } from '../../records/records'
import { externalPartOf } from '../external-part'
import { recordProperties, shownProperties } from '../shown-properties'
import type { Property } from '../value'
import { MARK, type Operation } from './operation'
import { withProperty } from './plan'

/**
 * What our own file says once these operations are in the database: the entities and relations that were made there now stand
 * for what is there, and changed properties count as read. Taking a write-back back is the inverse of this change.
 */
export function writtenChange(graph: Graph, operations: readonly Operation[], label: string): Change {
  const now = new Map<string, AnyRecord>()
  for (const operation of operations) {
    const kind = operation.do.endsWith('relationship') ? 'relation' : 'entity'
    const record = now.get(operation.record) ?? graph.get(kind, operation.record)
    if (record) now.set(operation.record, after(operation, record))
  }
  const edits: Edit[] = [...now.values()].map((record) => ({
    before: graph.get(record.kind, record.id),
    after: record
  }))
  return { label, edits }
}

function after(operation: Operation, record: AnyRecord): AnyRecord {
  switch (operation.do) {
    case 'create-node': {
      const part = { labels: [operation.key.label], before: operation.properties, ...operation.key }
      return {
        ...record,
        properties: recordProperties(operation.properties),
        neo4j: { ...part, ...captionOf(operation, record) }
      } as AnyRecord
    }
    case 'set-property': {
      const part = record.kind === 'entity' ? externalPartOf(record) : undefined
      if (record.kind !== 'entity' || !part) return record
      const before = withProperty(part.before, operation.property, operation.after)
      const properties = new Map(Object.entries(record.properties ?? {}))
      const shown = (list: readonly Property[]) =>
        [...shownProperties(list)].find(([, { name }]) => name === operation.property) ?? []
      const [old] = shown(part.before)
      if (old !== undefined) properties.delete(old)
      const [name, value] = shown(before)
      if (name !== undefined && value) properties.set(name, value.text)
      return { ...record, properties: Object.fromEntries(properties), neo4j: { ...part, before } }
    }
    case 'create-relationship':
      return { ...record, neo4j: { written: true } }
    case 'delete-node':
    case 'delete-relationship': {
      const { neo4j, ...rest } = record
      return withoutMark(rest as AnyRecord)
    }
  }
}

/** Our mark says that a node is in the database; a removed one loses the mark. */
function withoutMark(record: AnyRecord): AnyRecord {
  if (record.kind !== 'entity' || !record.properties) return record
  const { [MARK]: _mark, ...properties } = record.properties
  return { ...record, properties }
}

/** The property that holds the entity's name in the node that was made of it. */
function captionOf({ properties }: Extract<Operation, { do: 'create-node' }>, record: AnyRecord) {
  const name = record.kind === 'entity' ? record.name : undefined
  const caption = properties.find(([, value]) => value.type === 'string' && value.text === name)?.[0]
  return caption !== undefined ? { caption } : {}
}
