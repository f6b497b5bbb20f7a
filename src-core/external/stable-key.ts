import { z } from 'zod'
import { ExternalValue } from './value'

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
export const StableKey = z.object({ label: z.string(), property: z.string(), value: ExternalValue })

export type KeyCandidate = z.infer<typeof KeyCandidate>
export type StableKey = z.infer<typeof StableKey>

/** What speaks for a property as a key, or against it, in short. */
export function keyWords({ isConstrained, nodes, missing, repeated }: KeyCandidate): string {
  if (isConstrained)
    return missing === 0 ? 'kept unique by the database' : `kept unique by the database; ${without(missing)}`
  if (missing === 0 && repeated === 0) return `different in each of ${nodes} nodes`
  const faults = [...(missing > 0 ? [without(missing)] : []), ...(repeated > 0 ? [`${repeated} repeat another’s`] : [])]
  return `${faults.join(', ')}, of ${nodes} nodes`
}

const without = (missing: number) => `${missing} ${missing === 1 ? 'has' : 'have'} none`
