import { z } from 'zod'

/** A label, relationship type or property key and how often it is there. */
export const NameCount = z.object({ name: z.string(), count: z.int() })

/** A label with what its nodes hold, from a sample of them. */
export const LabelSchema = NameCount.extend({
  /** Names of the properties in the sample, the commonest first; `count` of `sampled`. */
  properties: z.array(NameCount).readonly(),
  sampled: z.int(),
  /** Names of the properties that the database itself keeps unique among its nodes. */
  unique: z.array(z.string()).readonly(),
  /** What captions its nodes unless the analyst chooses another; absent where nothing fits. */
  caption: z.string().optional(),
  /** What captions them, in order, where a sample shows more than the names of properties do. */
  usual: z.array(z.string()).readonly().optional()
})

/** A full-text index over nodes. */
export const TextIndex = z.object({
  name: z.string(),
  labels: z.array(z.string()).readonly(),
  properties: z.array(z.string()).readonly()
})

/** An index over one property of the nodes of a label, which finds values by how they begin. */
export const ValueIndex = z.object({ name: z.string(), label: z.string(), property: z.string() })

/** What a database holds, as far as a bounded look shows it. */
export const ExternalSchema = z.object({
  nodes: z.int(),
  relationships: z.int(),
  labels: z.array(LabelSchema).readonly(),
  relationshipTypes: z.array(NameCount).readonly(),
  /** Nodes without any label in the sample of all nodes. */
  unlabelled: z.int(),
  textIndexes: z.array(TextIndex).readonly(),
  valueIndexes: z.array(ValueIndex).readonly(),
  /** Sentences about what was left out and why. */
  notes: z.array(z.string()).readonly()
})

export type NameCount = z.infer<typeof NameCount>
export type LabelSchema = z.infer<typeof LabelSchema>
export type ValueIndex = z.infer<typeof ValueIndex>
export type TextIndex = z.infer<typeof TextIndex>
export type ExternalSchema = z.infer<typeof ExternalSchema>
