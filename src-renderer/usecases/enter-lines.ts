import { type Change, invert } from '@core/change/change'
import { type Refusal, refuse } from '@core/change/refusal'
import type { Making } from '@core/entry/entry-change'
import { keptAfter } from '@core/entry/lines'
import { dependantsOf } from '@core/graph/needs'
import { relationLine } from '@core/queries/relation-labels'
import { dateInWords } from '@core/records/date-labels'
import type { AnyRecord, Entity, Relation } from '@core/records/records'
import { appear } from '../forms/appear'
import type { App } from '../state/app.svelte'
import type { Logged } from '../state/quick-entry.svelte'

/** Carries out what a line, or many, say: the new ones get a place, the last relation is selected, its source stays. */
export function enter(app: App, change: Change): Refusal | undefined {
  const { doc, quickEntry, lastClaim, selection, view } = app
  const refusal = doc.run(change)
  if (refusal) return refusal
  lastClaim.remember(change)
  const added = addedBy(change)
  const relations = added.filter((one): one is Relation => one.kind === 'relation')
  for (const entity of added.filter((one): one is Entity => one.kind === 'entity')) {
    const tie = relations.find(({ from, to }) => from === entity.id || to === entity.id)
    const other = tie?.from === entity.id ? tie.to : tie?.from
    appear(app, doc.graph.get('entity', entity.id), view.positions.get(other ?? ''))
  }
  const about = added.findLast((one) => one.kind === 'claim')?.about ?? relations.at(-1)?.id
  const relation = doc.graph.get('relation', about ?? '')
  if (relation) selection.selectRelation(relation.id, relation.from)
  const step = doc.steps[doc.position - 1]
  if (step) quickEntry.added({ step, words: wordsOf(app, change) }, keptAfter(quickEntry.kept, change))
  return undefined
}

/** Whether an entry is in the graph as it was made. */
export const isThere = ({ doc }: App, { step }: Logged): boolean =>
  addedBy(step.change).every(({ kind, id }) => kind === 'view' || doc.graph.get(kind, id))

/** Takes an entry back: the last step by undoing it, an earlier one unless something was built on it. */
export function takeBack(app: App, { step }: Logged): Refusal | undefined {
  const { doc } = app
  if (doc.steps[doc.position - 1] === step) return doc.undo()
  const added = addedBy(step.change).filter(({ kind }) => kind !== 'view')
  const own = new Set(added.map(({ id }) => id))
  const built = added.flatMap((record) => dependantsOf(doc.graph, record)).find(({ id }) => !own.has(id))
  const attributed = added.some(({ id }) => doc.graph.claimsAttributedTo(id).some((claim) => !own.has(claim)))
  if (built || attributed) return refuse(`Something else rests on “${step.change.label}” by now. Take that back first.`)
  const edits = step.change.edits.filter(({ before, after }) => !before && after && own.has(after.id))
  return doc.run({
    ...invert({ label: step.change.label, edits }),
    label: `Take back: ${step.change.label}`.slice(0, 200)
  })
}

/** What new records of quick entry get. */
export const makingFor = (app: App): Making => ({ newId: (letter) => app.newId(letter), now: app.now() })

const addedBy = ({ edits }: Change): readonly AnyRecord[] =>
  edits.flatMap(({ before, after }) => (before || !after ? [] : [after]))

/** “Ukraine —supports→ Syrian rebels · RT ¶ 3, Nov 2024”. */
function wordsOf({ doc }: App, change: Change): string {
  const added = addedBy(change)
  const claims = added.filter((one) => one.kind === 'claim')
  const relations = added.filter((one) => one.kind === 'relation')
  if (claims.length > 1 || relations.length > 1) return change.label
  const [claim] = claims
  const relation = relations[0] ?? doc.graph.get('relation', claim?.about ?? '')
  const line = relation ? relationLine(doc.graph, relation) : change.label
  if (!claim) return line
  const source = doc.graph.get('source', claim.source)
  const paragraph = claim.locator?.paragraph === undefined ? '' : ` ¶ ${claim.locator.paragraph}`
  const when = claim.when === undefined ? '' : `, ${dateInWords(claim.when)}`
  return `${line} · ${source?.publisher ?? source?.title ?? claim.source}${paragraph}${when}`
}
