import type { Graph } from '../graph/graph'
import { otherEnd } from '../queries/neighbours'
import { entityName, relationWordFrom } from './relation-words'
import type { ShownRelation } from './shown'

/** A relation as read from one of its ends. */
export interface RelationFrom extends ShownRelation {
  /** The word as read from that end: “operated by”. */
  readonly word: string
  /** Id and name of the entity at the other end. */
  readonly other: string
  readonly otherName: string
}

/** An entity's relations as lists show them and as one steps through them: by their word, then by the other's name, then by id. */
export function relationsFrom(graph: Graph, shown: readonly ShownRelation[], entity: string): readonly RelationFrom[] {
  return shown
    .filter(({ relation }) => relation.from === entity || relation.to === entity)
    .map((each) => {
      const other = otherEnd(each.relation, entity)
      return {
        ...each,
        word: relationWordFrom(graph, each.relation, entity),
        other,
        otherName: entityName(graph, other)
      }
    })
    .sort(
      (a, b) => compare(a.word, b.word) || compare(a.otherName, b.otherName) || compare(a.relation.id, b.relation.id)
    )
}

const collator = new Intl.Collator('en')
const compare = (a: string, b: string) => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
