import type { Change } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Edit, Graph } from '../graph/graph'
import { relationsAt, relationsBetween } from '../queries/neighbours'
import { relationLabel } from '../queries/relation-labels'
import { type Entity, notSameId, type Relation, type View } from '../records/records'
import { changeOf, counted, named } from './change-of'
import { mergedEntity, type Whose } from './merged-entity'
import { joinProblem, missing } from './rules'

/** Which entity stays, which goes into it, and whose value stands where they conflict, by the field that entityConflicts names. */
export interface MergeArgs {
  readonly keep: string
  readonly drop: string
  readonly choices?: ReadonlyMap<string, Whose>
}

/**
 * Makes one entity of two: relations, claims, attributions, pairs and views of the one that goes belong to the one that stays.
 * Relations that then say the same become one with the claims of both; no claim is lost. Refused while the two are related.
 */
export function mergeEntities(graph: Graph, args: MergeArgs): Change | Refusal {
  const [keep, drop] = [graph.get('entity', args.keep), graph.get('entity', args.drop)]
  if (!keep) return missing('entity', args.keep, 'keep')
  if (!drop) return missing('entity', args.drop, 'drop')
  if (keep.id === drop.id) return refuse(`${named(keep.name)} cannot be merged with itself.`, 'drop')
  const merged = mergedEntity(keep, drop, args.choices)
  if (isRefusal(merged)) return merged
  const problem = related(graph, keep, drop) ?? unfitting(graph, keep, drop, merged)
  if (problem) return problem
  const ties = mergedRelations(graph, keep.id, drop.id)
  return changeOf(labelOf(keep, drop, args.choices), [
    { before: keep, after: merged },
    { before: drop },
    ...ties.edits,
    ...movedClaims(graph, keep.id, drop.id, ties.joined),
    ...movedPairs(graph, keep.id, drop.id),
    ...movedViews(graph, keep.id, drop.id)
  ])
}

/** “Merge Khmeimim into Hmeimim Air Base, taking its name and type”. */
function labelOf(keep: Entity, drop: Entity, choices: MergeArgs['choices'] = new Map()): string {
  const taken = [...choices].flatMap(([field, whose]) => (whose === 'keep' ? [] : [field.replace(/^properties\./, '')]))
  const [last, ...others] = taken.map(named).reverse()
  const list = others.length > 0 ? `${others.reverse().join(', ')} and ${last}` : last
  const what = taken.length > 3 ? counted(taken.length, 'value') : list
  return `Merge ${named(drop.name)} into ${named(keep.name)}${what ? `, taking its ${what}` : ''}`
}

/** Two things that are related are two things; and nothing would be left of that relation but a loop. */
function related(graph: Graph, keep: Entity, drop: Entity): Refusal | undefined {
  const between = relationsBetween(graph, keep.id, drop.id)
  if (between.length === 0) return undefined
  const words = [...new Set(between.map((relation) => `“${named(relationLabel(graph, relation))}”`))].slice(0, 3)
  const [what, them] = between.length === 1 ? ['is a relation', 'it'] : [`are ${between.length} relations`, 'them']
  return refuse(
    `There ${what} between the two: ${words.join(', ')}. One entity has none with itself, so change or remove ${them} first.`,
    'between'
  )
}

/** A relation that fits now and would not join the type of the merged one. */
function unfitting(graph: Graph, keep: Entity, drop: Entity, merged: Entity): Refusal | undefined {
  const typeOf = (id: string) => graph.get('entity', id)?.type ?? ''
  const typeThen = (id: string) => (id === keep.id || id === drop.id ? merged.type : typeOf(id))
  for (const { id } of [keep, drop])
    for (const { type, from, to } of relationsAt(graph, id)) {
      if (joinProblem(graph, type, typeOf(from), typeOf(to))) continue
      const problem = joinProblem(graph, type, typeThen(from), typeThen(to))
      if (problem) return refuse(`${problem} Choose the other type, or change that relation first.`, 'type')
    }
  return undefined
}

const swap = (id: string, keep: string, drop: string) => (id === drop ? keep : id)

/** The relations of the one that goes: moved, or joined to one that says the same. `joined`: which into which. */
function mergedRelations(graph: Graph, keep: string, drop: string) {
  const there = new Map<string, { readonly before: Relation; readonly after: Relation }>()
  const joined = new Map<string, string>()
  const gone: Edit[] = []
  const keyOf = ({ type, from, to }: Relation) => {
    const ends = graph.get('relationType', type)?.symmetric ? [from, to].sort() : [from, to]
    return JSON.stringify([type, ...ends])
  }
  for (const relation of relationsAt(graph, keep))
    if (!there.has(keyOf(relation))) there.set(keyOf(relation), { before: relation, after: relation })
  for (const before of relationsAt(graph, drop)) {
    const after = { ...before, from: swap(before.from, keep, drop), to: swap(before.to, keep, drop) }
    const twin = there.get(keyOf(after))
    // Of the one that goes, fields that this version does not know are kept as far as there is room.
    there.set(keyOf(after), twin ? { ...twin, after: { ...after, ...twin.after } } : { before, after })
    if (!twin) continue
    joined.set(before.id, twin.after.id)
    gone.push({ before })
  }
  return { edits: [...there.values(), ...gone], joined }
}

function movedClaims(graph: Graph, keep: string, drop: string, joined: ReadonlyMap<string, string>): readonly Edit[] {
  const about = [drop, ...joined.keys()].flatMap((id) => graph.claimsAbout(id))
  return [...new Set([...about, ...graph.claimsAttributedTo(drop)])].flatMap((id) => {
    const before = graph.get('claim', id)
    if (!before) return []
    const to = before.about === drop ? keep : (joined.get(before.about) ?? before.about)
    const isTheirs = before.attributedTo === drop
    return [{ before, after: { ...before, about: to, ...(isTheirs && { attributedTo: keep }) } }]
  })
}

/** What the one that goes was kept apart from, the other one is kept apart from now. */
function movedPairs(graph: Graph, keep: string, drop: string): readonly Edit[] {
  return graph.pairsOf(drop).flatMap((at): readonly Edit[] => {
    const before = graph.get('notSame', at)
    const other = before?.pair.find((id) => id !== drop)
    if (!before || other === undefined) return []
    const id = notSameId(keep, other)
    const pair: [string, string] = keep < other ? [keep, other] : [other, keep]
    const isNew = other !== keep && !graph.get('notSame', id)
    return isNew ? [{ before }, { after: { ...before, id, pair } }] : [{ before }]
  })
}

/** The one that stays is seen where either was, in its own place if it has one there. */
function movedViews(graph: Graph, keep: string, drop: string): readonly Edit[] {
  const edits: Edit[] = []
  for (const before of graph.all('view').values()) {
    const isNamed = [before.entities, before.hiddenEntities, before.onlyEntities].some((ids) => ids?.includes(drop))
    if (!isNamed && !before.positions.some(([id]) => id === drop)) continue
    const place = before.positions.find(([id]) => id === keep) ?? before.positions.find(([id]) => id === drop)
    const positions = before.positions.filter(([id]) => id !== keep && id !== drop)
    if (place) positions.push([keep, place[1], place[2]])
    const moved = (ids: readonly string[] | undefined) => ids && [...new Set(ids.map((id) => swap(id, keep, drop)))]
    const [entities, onlyEntities] = [moved(before.entities), moved(before.onlyEntities)]
    const after = {
      ...before,
      ...(entities && { entities }),
      ...(onlyEntities && { onlyEntities }),
      ...(before.hiddenEntities && { hiddenEntities: hiddenAfter(before, keep, drop) }),
      positions
    }
    edits.push({ before, after })
  }
  return edits
}

/** The one that stays is hidden only where the view showed neither: else something seen would go out of sight. */
function hiddenAfter({ entities, hiddenEntities = [] }: View, keep: string, drop: string): string[] {
  const seen = [keep, drop].filter((id) => (entities?.includes(id) ?? true) && !hiddenEntities.includes(id))
  const others = hiddenEntities.filter((id) => id !== keep && id !== drop)
  return seen.length > 0 ? others : [...others, keep].sort()
}
