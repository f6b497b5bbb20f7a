import { same } from '../change/change'
import { mergeRecords } from '../change/merge-values'
import { aliasFrom } from '../names/alias-from'
import { AnyRecord, type Entity, type RelationType } from '../records/records'

/** A record that two graphs have under one id: ours, and as it will be where our values stand and where theirs do. */
export interface BothWays {
  readonly mine: AnyRecord
  readonly ours: AnyRecord
  readonly theirs: AnyRecord
  /** Whether they contradict each other, so that it matters whose value stands. */
  readonly conflicts: boolean
}

/** Joins a record with the one of the same kind and id from another graph, field by field; what only one has is there either way. */
export function imported(mine: AnyRecord, other: AnyRecord): BothWays {
  const { record, conflicting } = mergeRecords(undefined, explicit(other), explicit(mine))
  const kept = Object.fromEntries([...conflicting].map(([field, { theirs }]) => [field, theirs]))
  const ours = fitting(mine, other, { ...record, ...kept } as AnyRecord)
  const theirs = fitting(mine, other, record)
  return { mine, ours, theirs, conflicts: !same(ours, theirs) }
}

/** What follows from a kind's own rules; a record that would break the format's limits stays as ours is. */
function fitting(mine: AnyRecord, other: AnyRecord, merged: AnyRecord): AnyRecord {
  let whole = merged
  if (mine.kind === 'entity' && other.kind === 'entity' && merged.kind === 'entity')
    whole = withBothNames(mine, other, merged)
  if (mine.kind === 'relationType' && other.kind === 'relationType' && merged.kind === 'relationType')
    whole = joiningAll(mine, other, merged)
  return AnyRecord.safeParse(whole).success ? whole : mine
}

/** The main name that does not stand is one of the other names. */
function withBothNames(mine: Entity, other: Entity, merged: Entity): Entity {
  const known = new Set([merged.name, ...merged.aliases.map(({ text }) => text)])
  const lost = [mine.name, other.name].filter((name) => !known.has(name))
  const aliases = [...merged.aliases.filter(({ text }) => text !== merged.name), ...lost.map((name) => aliasFrom(name))]
  return { ...merged, aliases }
}

/** A type without a list joins anything, so that the two together do as well. */
function joiningAll(mine: RelationType, other: RelationType, merged: RelationType): RelationType {
  const { from, to, symmetric, ...rest } = merged
  return {
    ...rest,
    ...((symmetric || mine.symmetric !== undefined) && { symmetric }),
    ...(mine.from && other.from && from && { from }),
    ...(mine.to && other.to && to && { to })
  }
}

/** Not to say that a type is symmetric says that it is not. */
const explicit = (record: AnyRecord): AnyRecord =>
  record.kind === 'relationType' ? { ...record, symmetric: record.symmetric ?? false } : record
