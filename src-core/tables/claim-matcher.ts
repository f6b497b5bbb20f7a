import { same } from '../change/change'
import { isRefusal } from '../change/refusal'
import { patched } from '../commands/fields'
import { claimsAbout } from '../commands/rules'
import type { Edit, Graph } from '../graph/graph'
import type { Claim } from '../records/records'
import { fieldChanges } from './field-changes'
import { withoutRow } from './passage'
import type { RowProblem } from './row-texts'
import type { RowChange } from './setting'

/** The claim of a row. */
export interface ClaimDraft {
  readonly line: number
  readonly claim: Claim
  /** The fields that the row itself says. */
  readonly given: ReadonlySet<keyof Claim>
  /** Its relation, in one line. */
  readonly what: string
  /** Whether its id comes from a key of the table. */
  readonly hasKey: boolean
}

/** Rows between two yields. */
const STRIDE = 100

/**
 * Finds the claims of rows among those that are there: by the key of the row, else by relation, source and date. Of several with
 * the same relation, source and date those that say the same belong together first, then the others in their order.
 */
export class ClaimMatcher {
  readonly #graph: Graph
  readonly edits: Edit[] = []
  readonly changed: RowChange[] = []
  added = 0
  same = 0

  constructor(graph: Graph) {
    this.#graph = graph
  }

  /** Makes the edits; a row that cannot change its claim is told among the problems. */
  *match(drafts: readonly ClaimDraft[], problems: RowProblem[]): Generator<number, void> {
    const groups = new Map<string, ClaimDraft[]>()
    let seen = 0
    for (const draft of drafts) {
      if (++seen % STRIDE === 0) yield seen / drafts.length / 2
      const key = draft.hasKey ? `key\0${draft.claim.id}` : groupOf(draft.claim)
      const group = groups.get(key)
      if (group) group.push(draft)
      else groups.set(key, [draft])
    }
    const there = new Map<string, Map<string, Claim[]>>()
    let done = 0
    for (const [key, group] of groups) {
      if (done++ % STRIDE === 0) yield 0.5 + done / groups.size / 2
      const [first] = group
      if (!first) continue
      const known = first.hasKey
        ? this.#ofKey(first.claim.id)
        : (this.#ofRelation(first.claim.about, there).get(key) ?? [])
      this.#pair(group, known, problems)
    }
  }

  #ofKey(id: string): readonly Claim[] {
    const claim = this.#graph.get('claim', id)
    return claim ? [claim] : []
  }

  /** The claims about a relation by source and date, looked up once. */
  #ofRelation(about: string, there: Map<string, Map<string, Claim[]>>): ReadonlyMap<string, readonly Claim[]> {
    const known = there.get(about)
    if (known) return known
    const groups = new Map<string, Claim[]>()
    for (const claim of claimsAbout(this.#graph, about)) {
      const key = groupOf(claim)
      groups.set(key, [...(groups.get(key) ?? []), claim])
    }
    there.set(about, groups)
    return groups
  }

  #pair(group: readonly ClaimDraft[], known: readonly Claim[], problems: RowProblem[]) {
    const left = new Set(known)
    const byStatement = new Map<string, Claim[]>()
    for (const claim of known) byStatement.set(claim.statement, [...(byStatement.get(claim.statement) ?? []), claim])
    const said = new Set<string>()
    const others: ClaimDraft[] = []
    for (const draft of group) {
      const { claim } = draft
      const twin = byStatement.get(claim.statement)?.shift()
      if (twin) {
        left.delete(twin)
        said.add(wholeOf(draft))
        this.#change(twin, draft, problems)
      } else if (said.has(wholeOf(draft))) this.same++
      else {
        others.push(draft)
        said.add(wholeOf(draft))
      }
    }
    const rest = left.values()
    for (const draft of others) {
      const next = rest.next()
      if (!next.done) this.#change(next.value, draft, problems)
      else {
        this.added++
        this.edits.push({ after: draft.claim })
      }
    }
  }

  #change(before: Claim, { claim, given, line, what }: ClaimDraft, problems: RowProblem[]) {
    const patch = Object.fromEntries(Object.entries(claim).filter(([field]) => given.has(field as keyof Claim)))
    // The row may stand elsewhere now: that alone is no change.
    if (given.has('note') && withoutRow(before.note ?? '') === withoutRow(claim.note ?? '')) delete patch.note
    const after = patched('claim', before, patch)
    if (isRefusal(after)) return void problems.push({ line, message: after.refused })
    if (same(before, after)) return void this.same++
    this.changed.push({ line, what, fields: fieldChanges('claim', before, after) })
    this.edits.push({ before, after })
  }
}

/** Claims of one relation, source and date; a claim's stance and words may change. */
const groupOf = ({ about, source, when }: Claim): string => [about, source, String(when ?? '')].join('\0')

/** All that two rows must have in common to say the same. */
const wholeOf = ({ claim }: ClaimDraft): string =>
  [claim.statement, claim.stance, claim.attributedTo ?? '', withoutRow(claim.note ?? '')].join('\0')
