import type { Change } from '../change/change'
import { inOneChange } from '../change/in-one-change'
import type { Refusal } from '../change/refusal'
import { named } from '../commands/change-of'
import { claim as addClaim } from '../commands/claims'
import { addEntity } from '../commands/entities'
import { addRelation } from '../commands/relations'
import { joinProblem } from '../commands/rules'
import { widenRelationType } from '../commands/widen-relation-type'
import type { Graph } from '../graph/graph'
import type { End } from './end'
import type { Entry } from './entry'

/** What new records get: ids by the letter of their kind, and the instant at which a claim is recorded (ISO 8601, UTC). */
export interface Making {
  readonly newId: (letter: 'e' | 'r' | 'c' | 's') => string
  readonly now: string
}

/** An entry as one change: its new entities, the relation unless it is there, its claim and that one's new source. */
export function changeOf(graph: Graph, entry: Entry, { newId, now }: Making): Change | Refusal {
  const { type, relation, claim } = entry
  const steps: ((graph: Graph) => Change | Refusal)[] = []
  const idOf = (end: End) => {
    if (end.id !== undefined) return end.id
    const { name, type } = end
    const id = newId('e')
    steps.push((graph) => addEntity(graph, { id, name, type }))
    return id
  }
  const [from, to] = [idOf(entry.from), idOf(entry.to)]
  if (joinProblem(graph, type, entry.from.type, entry.to.type))
    steps.push((graph) => widenRelationType(graph, { id: type, from: entry.from.type, to: entry.to.type }))
  const made = claim && claimFields(claim, newId('c'), now)
  const source = claim?.source
  const fresh = source && source.id === undefined ? { id: newId('s'), ...source } : undefined
  if (relation === undefined)
    steps.push((graph) =>
      addRelation(graph, {
        id: newId('r'),
        type,
        from,
        to,
        ...(made && { claim: made }),
        ...(fresh && { source: fresh })
      })
    )
  else if (made)
    steps.push((graph) => addClaim(graph, { ...made, about: relation, ...(fresh && { newSource: fresh }) }))
  const name = (end: End) => named(end.id === undefined ? end.name : (graph.get('entity', end.id)?.name ?? end.id))
  const ends = [name(entry.from), name(entry.to)]
  const label = relation === undefined ? `Connect ${ends.join(' to ')}` : `Add a claim about ${ends.join(' and ')}`
  return inOneChange(graph, label, steps)
}

function claimFields({ source, paragraph, ...said }: NonNullable<Entry['claim']>, id: string, recorded: string) {
  return {
    ...said,
    id,
    source: source.id ?? '',
    ...(paragraph !== undefined && { locator: { paragraph } }),
    recorded
  }
}
