import type { Change } from '@core/change/change'
import type { Claim } from '@core/records/records'

/** What the next claim most often has in common with the last one: its source, when it was true, and who says so. */
export type LastEntry = Pick<Claim, 'source' | 'when' | 'attributedTo'>

/** The claim that was written last in this sitting with the open graph. */
export class LastClaim {
  entry = $state.raw<LastEntry>()

  /** Takes the claim that a change of ours has added, if it added one. */
  remember({ edits }: Change) {
    const added = edits.findLast(({ before, after }) => !before && after?.kind === 'claim')?.after
    if (added?.kind !== 'claim') return
    const { source, when, attributedTo } = added
    this.entry = { source, ...(when !== undefined && { when }), ...(attributedTo !== undefined && { attributedTo }) }
  }

  forget() {
    this.entry = undefined
  }
}
