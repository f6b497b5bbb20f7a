import type { Change } from '@core/change/change'
import type { Refusal } from '@core/change/refusal'
import { hideInView, showHiddenInView, showOnlyInView } from '@core/commands/views'
import type { ListFilter } from '@core/view/legend-changes'
import type { App } from '../state/app.svelte'

/** Whether entities are selected, and no relation. */
export const hasEntities = ({ selection }: App): boolean =>
  selection.relation === undefined && selection.entities.size > 0

/** Takes the selected out of the view; they stay in the graph. */
export function hideSelected(app: App) {
  const { doc, selection, view } = app
  if (done(app, hideInView(doc.graph, view.record, selection.entities))) selection.clear()
}

/** Leaves nothing in the view but the selected. */
export function showOnlySelected(app: App) {
  const { doc, selection, view } = app
  done(app, showOnlyInView(doc.graph, view.record, selection.entities))
}

export const hasHidden = ({ view }: App): boolean =>
  (view.record.hiddenEntities?.length ?? 0) + (view.record.onlyEntities?.length ?? 0) > 0

/** Shows again what was hidden one by one. */
export function showHidden(app: App) {
  done(app, showHiddenInView(app.doc.graph, app.view.record))
}

export const saveSelectedAsView = ({ dialogs, selection }: App) =>
  dialogs.show({ kind: 'view', entities: [...selection.entities] })

export const exportSelected = ({ dialogs, selection }: App) =>
  dialogs.show({ kind: 'export', entities: [...selection.entities] })

/** Hides a row of a legend in the view, or shows it again. */
export const toggleInLegend = (app: App, field: ListFilter, id: string) => void told(app, app.view.toggle(field, id))

/** Takes off what one legend hides in the view, or all of them. */
export const showAllInLegend = (app: App, field?: ListFilter) => void told(app, app.view.showAll(field))

const done = (app: App, change: Change | Refusal) => told(app, app.doc.run(change))

/** Whether it was done; else the notice says why not. */
function told({ preferences }: App, refusal: Refusal | undefined): boolean {
  if (refusal) preferences.notice = refusal.refused
  return refusal === undefined
}
