import { z } from 'zod'
import { StableKey } from '../stable-key'
import { ExternalValue, Property } from '../value'

/** The property that marks what we created in an external database, so that it is found again and can be taken back. */
export const MARK = 'ententeId'

/** One step of a write-back. Each can be taken back, and each says how what it touches must look before it. */
export const Operation = z.discriminatedUnion('do', [
  /** A node with a mark among its properties; `key` finds it afterwards. */
  z.object({
    do: z.literal('create-node'),
    record: z.string(),
    name: z.string(),
    key: StableKey,
    properties: z.array(Property).readonly()
  }),
  /** Takes back the creation: the node must be as it was made, without relationships. */
  z.object({
    do: z.literal('delete-node'),
    record: z.string(),
    name: z.string(),
    key: StableKey,
    properties: z.array(Property).readonly()
  }),
  /** Sets, changes or removes one property; a null value is none. */
  z.object({
    do: z.literal('set-property'),
    record: z.string(),
    name: z.string(),
    key: StableKey,
    property: z.string(),
    before: ExternalValue,
    after: ExternalValue
  }),
  z.object({
    do: z.literal('create-relationship'),
    record: z.string(),
    type: z.string(),
    from: StableKey,
    to: StableKey,
    names: z.tuple([z.string(), z.string()]).readonly()
  }),
  /** Takes back the creation: the relationship must hold nothing but its mark. */
  z.object({
    do: z.literal('delete-relationship'),
    record: z.string(),
    type: z.string(),
    from: StableKey,
    to: StableKey,
    names: z.tuple([z.string(), z.string()]).readonly()
  })
])

/** A write-back: what it does, in order, and what stays here, in sentences. */
export interface WriteBackPlan {
  readonly operations: readonly Operation[]
  readonly left: readonly string[]
}

export type Operation = z.infer<typeof Operation>

/** The operations that take these back: the opposite of each, the last one first. */
export const inverseOf = (operations: readonly Operation[]): readonly Operation[] => operations.map(opposite).reverse()

function opposite(operation: Operation): Operation {
  switch (operation.do) {
    case 'create-node':
      return { ...operation, do: 'delete-node' }
    case 'delete-node':
      return { ...operation, do: 'create-node' }
    case 'create-relationship':
      return { ...operation, do: 'delete-relationship' }
    case 'delete-relationship':
      return { ...operation, do: 'create-relationship' }
    case 'set-property':
      return { ...operation, before: operation.after, after: operation.before }
  }
}
