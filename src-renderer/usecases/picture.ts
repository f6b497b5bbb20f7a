import { showDatesInView } from '@core/commands/views'
import type { App } from '../state/app.svelte'

export const fit = ({ camera }: App) => camera.fit()
export const zoomIn = ({ camera }: App) => camera.zoomIn()
export const zoomOut = ({ camera }: App) => camera.zoomOut()

/** Places everything in the view anew. */
export const arrange = ({ camera }: App) => void camera.arrange()

export const hasMoreNeighbours = ({ selection, view }: App): boolean =>
  selection.entity !== undefined && view.hidesNeighbours(selection.entity)

/** Writes the dates of relations on their lines, or takes them off; saved with the view. */
export function toggleDates({ doc, view }: App) {
  doc.run(showDatesInView(doc.graph, view.record))
}

/** Draws more of what is tied to the selected entity. */
export function drawNeighbours({ selection, view }: App) {
  if (selection.entity !== undefined) view.includeNeighbours(selection.entity)
}

/** Back to the part that is drawn of a large graph at first. */
export function drawBest({ selection, view }: App) {
  selection.clear()
  view.takeBack()
}
