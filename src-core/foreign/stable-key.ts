import { z } from 'zod'
import type { Entity } from '../records/records'
import { ForeignValue, Property } from './value'

/** How well a property tells the nodes of a label apart, by a bounded look at them. */
export const KeyCandidate = z.object({
  property: z.string(),
  /** Whether the database itself keeps it unique. */
  isConstrained: z.boolean(),
  /** Nodes that were looked at; those without the property; and those whose value another one has as well. */
  nodes: z.int(),
  missing: z.int(),
  repeated: z.int()
})

/** By what a node is found again: one of its labels, a property, and that property's value. Never the server's own id. */
export const StableKey = z.object({ label: z.string(), property: z.string(), value: ForeignValue })

/** What an entity's field `neo4j` holds when it stands for a node: as it was in the database when it was taken over. */
export const ForeignOrigin = z.looseObject({
  labels: z.array(z.string()).readonly(),
  key: StableKey.optional(),
  before: z.array(Property).readonly().optional(),
  /** The property that gave the entity its name. */
  caption: z.string().optional()
})

export type KeyCandidate = z.infer<typeof KeyCandidate>
export type StableKey = z.infer<typeof StableKey>
export type ForeignOrigin = z.infer<typeof ForeignOrigin>

/** What is known of the node that an entity stands for; undefined for an entity of our own. */
export function originOf(entity: Entity): ForeignOrigin | undefined {
  const read = ForeignOrigin.safeParse(entity.neo4j)
  return read.success ? read.data : undefined
}

/** What speaks for a property as a key, or against it, in short. */
export function keyWords({ isConstrained, nodes, missing, repeated }: KeyCandidate): string {
  if (isConstrained)
    return missing === 0 ? 'kept unique by the database' : `kept unique by the database; ${without(missing)}`
  if (missing === 0 && repeated === 0) return `different in each of ${nodes} nodes`
  const faults = [...(missing > 0 ? [without(missing)] : []), ...(repeated > 0 ? [`${repeated} repeat another’s`] : [])]
  return `${faults.join(', ')}, of ${nodes} nodes`
}

const without = (missing: number) => `${missing} ${missing === 1 ? 'has' : 'have'} none`
