import { type Change, same } from '../change/change'
import { type Refusal, refuse } from '../change/refusal'
import type { Edit, Graph } from '../graph/graph'
import { basisChain, basisOf } from '../records/basis'
import { type AnyRecord, KINDS, type Kind, type Relation, type Source } from '../records/records'
import { quote } from '../text/quote'
import { changeOf, named } from './change-of'
import { type BothWays, imported } from './imported-record'
import { kindWithId } from './rules'

/** How many records of a kind another graph has that are new here, the same here, add something to ours, or contradict it. */
export interface ImportCounts {
  readonly added: number
  readonly same: number
  readonly filled: number
  readonly differing: number
}

/** What another graph would add. */
export interface ImportPlan {
  readonly counts: ReadonlyMap<Kind, ImportCounts>
  /** How many of its relations say what one of ours says; their claims go to ours. They count as the same. */
  readonly joined: number
  /** The records that are new here, with whatever they name. */
  readonly added: readonly AnyRecord[]
  /** The change that adds all of it; `whose` value stands wherever both have one and they differ. */
  change(name: string, whose: 'ours' | 'theirs'): Change
}

/** Records between two yields. */
const STRIDE = 500

/**
 * Compares another graph with ours, record by record by kind and id; yields from time to time which part is done (0 to 1).
 * Title, unknown fields of the file and views that are here stay as they are. Refused where one id stands for two kinds of thing.
 */
export function* planImport(ours: Graph, theirs: Graph): Generator<number, ImportPlan | Refusal> {
  const counts = new Map<Kind, ImportCounts>()
  const added: AnyRecord[] = []
  const both: BothWays[] = []
  const twins = new Map<string, string>()
  const all = KINDS.reduce((sum, kind) => sum + theirs.all(kind).size, 0)
  let seen = 0
  for (const kind of KINDS) {
    const count = { added: 0, same: 0, filled: 0, differing: 0 }
    counts.set(kind, count)
    for (const record of theirs.all(kind).values()) {
      if (++seen % STRIDE === 0) yield seen / all
      const mine = ours.get(kind, record.id)
      const conflict = mine ? undefined : taken(ours, record)
      if (conflict) return conflict
      const twin = !mine && record.kind === 'relation' ? twinOf(ours, record) : undefined
      if (twin !== undefined) twins.set(record.id, twin)
      const other = record.kind === 'claim' ? { ...record, about: twins.get(record.about) ?? record.about } : record
      if (twin !== undefined || (mine && (kind === 'view' || same(mine, other)))) count.same++
      else if (!mine) {
        count.added++
        added.push(other)
      } else {
        const two = imported(mine, other)
        if (two.conflicts) count.differing++
        else if (same(two.ours, mine)) count.same++
        else count.filled++
        both.push(two)
      }
    }
  }
  return {
    counts,
    joined: twins.size,
    added,
    change: (name, whose) =>
      changeOf(`Add all of ${named(name)}`, [
        ...added.map((after) => ({ after })),
        ...withoutCircles(
          ours,
          added,
          both.map((two) => ({ before: two.mine, after: two[whose] }))
        )
      ])
  }
}

/** Claims may be about entities and relations, so that one id must not stand for both. */
function taken(ours: Graph, { kind, id }: AnyRecord): Refusal | undefined {
  const here = EVIDENCE[kind] && kindWithId(ours, id)
  if (!here) return undefined
  const [there, mine] = [EVIDENCE[kind], EVIDENCE[here]]
  return refuse(`${quote(id)} is ${there} in that file and ${mine} here. Give one of the two another id first.`)
}

const EVIDENCE: Readonly<Partial<Record<Kind, string>>> = {
  entity: 'an entity',
  relation: 'a relation',
  claim: 'a claim',
  source: 'a source'
}

/** Our relation that says the same under another id. */
function twinOf(ours: Graph, { type, from, to }: Relation): string | undefined {
  const isSymmetric = ours.get('relationType', type)?.symmetric === true
  const [ids = []] = [ours.relationsOf(from), ours.relationsOf(to)].sort((a, b) => a.length - b.length)
  return ids.find((id) => {
    const other = ours.get('relation', id)
    if (other?.type !== type) return false
    return (other.from === from && other.to === to) || (isSymmetric && other.from === to && other.to === from)
  })
}

/** Two orders of sources, sound each by itself, may make a circle together: there ours stands. */
function withoutCircles(ours: Graph, added: readonly AnyRecord[], edits: readonly Edit[]): readonly Edit[] {
  const sources = new Map<string, Source>()
  for (const record of [...added, ...edits.map(({ after }) => after)])
    if (record?.kind === 'source') sources.set(record.id, record)
  const find = (id: string) => sources.get(id) ?? ours.get('source', id)
  return edits.map(({ before, after }) => {
    if (before?.kind !== 'source' || after?.kind !== 'source' || same(before.basedOn, after.basedOn))
      return { before, after } as Edit
    if (!basisChain(basisOf(after), find).has(after.id)) return { before, after }
    const { basedOn: _theirs, ...rest } = after
    const mended = { ...rest, ...(before.basedOn !== undefined && { basedOn: before.basedOn }) }
    sources.set(mended.id, mended)
    return { before, after: mended }
  })
}
