import { z } from 'zod'
import type { Relation } from './records'

/** What our file knows of the relationship that a relation stands for: `written`, we made it; `gone`, it was not there any more when it was looked for. */
export const InDatabase = z.looseObject({ written: z.literal(true).optional(), gone: z.literal(true).optional() })

export type InDatabase = z.infer<typeof InDatabase>

/** How a relation stands to a database; undefined for one of our own. */
export function inDatabase({ neo4j }: Relation): InDatabase | undefined {
  const read = InDatabase.safeParse(neo4j)
  return read.success ? read.data : undefined
}

/** Whether a database states a relation of itself: not one that we wrote there, which would be our own word come back. */
export function isStated(relation: Relation): boolean {
  if (relation.neo4j === undefined) return false
  const known = inDatabase(relation)
  return known !== undefined && known.written === undefined && known.gone === undefined
}
