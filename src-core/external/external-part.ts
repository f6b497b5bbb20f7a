import { z } from 'zod'
import type { Entity } from '../records/records'
import { type Captions, captionProperties } from './caption'
import { type ExternalNode, ExternalValue, Property } from './value'

/** Which properties caption, and which finds again, the nodes of a label: label → property. */
interface Settings {
  readonly captions: Captions
  readonly keys: ReadonlyMap<string, string>
}

/**
 * What our file knows of the node that an entity stands for: its labels and its properties as they were read, and, once the
 * analyst has picked a key for one of its labels, that label, the property and its value. Never the server's own id.
 */
export const ExternalPart = z.looseObject({
  labels: z.array(z.string()).readonly(),
  before: z.array(Property).readonly(),
  /** The property that gave the entity its name; absent where several did. */
  caption: z.string().optional(),
  /** The node was not there any more when it was looked for. */
  gone: z.literal(true).optional(),
  label: z.string().optional(),
  property: z.string().optional(),
  value: ExternalValue.optional()
})

export type ExternalPart = z.infer<typeof ExternalPart>

/** The node that an entity stands for; undefined for an entity of our own. */
export function externalPartOf(entity: Entity): ExternalPart | undefined {
  const read = ExternalPart.safeParse(entity.neo4j)
  return read.success ? read.data : undefined
}

/** The part of a node, with the key of the first of its labels that has one, where the node has that property. */
export function externalPart(node: ExternalNode, { captions, keys }: Settings): ExternalPart {
  const { labels, properties } = node
  const [caption, ...more] = captionProperties(node, captions)
  const part = {
    labels,
    before: properties,
    ...(caption !== undefined && more.length === 0 && { caption })
  }
  const label = labels.find((each) => keys.has(each))
  const property = keys.get(label ?? '')
  const value = properties.find(([name]) => name === property)?.[1]
  return label !== undefined && property !== undefined && value && value.type !== 'null'
    ? { ...part, label, property, value }
    : part
}
