import type { Kind } from './records'

/** The name that stands at the top of every file of ours. */
export const FORMAT = 'entente-graph'

/** The version of the file format that this program writes. */
export const VERSION = 1

/** Where in the file the records of each kind stand, in file order; two of them inside `vocabulary`. */
export const SECTIONS: readonly {
  readonly kind: Kind
  readonly path: readonly [string] | readonly [string, string]
}[] = [
  { kind: 'entityType', path: ['vocabulary', 'entityTypes'] },
  { kind: 'relationType', path: ['vocabulary', 'relationTypes'] },
  { kind: 'source', path: ['sources'] },
  { kind: 'entity', path: ['entities'] },
  { kind: 'relation', path: ['relations'] },
  { kind: 'claim', path: ['claims'] },
  { kind: 'notSame', path: ['notSame'] },
  { kind: 'view', path: ['views'] },
  { kind: 'conflict', path: ['conflicts'] }
]

/** What users call a record of each kind. */
export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  entityType: 'Entity type',
  relationType: 'Relation type',
  source: 'Source',
  entity: 'Entity',
  relation: 'Relation',
  claim: 'Claim',
  notSame: 'Pair',
  view: 'View',
  conflict: 'Conflict'
}
