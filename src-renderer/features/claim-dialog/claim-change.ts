import type { Change } from '@core/change/change'
import { inOneChange } from '@core/change/in-one-change'
import { isRefusal, type Refusal } from '@core/change/refusal'
import { claim, editClaim } from '@core/commands/claims'
import { addSource, editSource } from '@core/commands/sources'
import type { Graph } from '@core/graph/graph'
import type { Claim } from '@core/records/records'
import type { ClaimDraft } from '../../forms/claim-draft.svelte'
import type { App } from '../../state/app.svelte'

type Step = (graph: Graph) => Change | Refusal

/** The draft as one change: the claim, its source where that is new, and the grade of its source where that was changed. */
export function claimChange(app: App, draft: ClaimDraft, about: string, before: Claim | undefined): Change | Refusal {
  const { graph } = app.doc
  const { fields, newSource, source } = draft
  const sourceId = source.id ?? app.newId('s')
  const steps: Step[] = []
  if (newSource) steps.push((now) => ofSource(addSource(now, { id: sourceId, ...newSource })))
  else if (source.regraded) {
    const reliability = source.regraded
    steps.push((now) => ofSource(editSource(now, { id: sourceId, reliability })))
  }
  const all = { ...fields, source: sourceId }
  steps.push((now) =>
    before
      ? editClaim(now, { id: before.id, ...all })
      : claim(now, { id: app.newId('c'), about, ...all, recorded: app.now() })
  )
  const name = graph.get('entity', about)?.name
  return inOneChange(graph, `${before ? 'Edit' : 'Add'} a claim${name ? ` about ${name}`.slice(0, 150) : ''}`, steps)
}

const ofSource = (result: Change | Refusal) =>
  isRefusal(result) && result.field ? { ...result, field: `source.${result.field}` } : result
