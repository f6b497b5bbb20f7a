import { viewsOf } from '@core/view/shown'
import type { App } from '../state/app.svelte'

/** A view that lists its entities shows none of what has come: where it is to be seen, in a sentence. */
export function elsewhere({ doc, view }: App): string | undefined {
  if (view.record.entities === undefined) return undefined
  const whole = viewsOf(doc.graph).find(({ entities }) => entities === undefined)
  const where = whole && `; “${whole.name}” shows all`
  return `This view has a list of its own entities${where ?? ', and what is new is not among them'}.`
}
