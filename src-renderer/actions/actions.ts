import type { App } from '../state/app.svelte'
import { openRecent } from '../usecases/files'
import type { Action } from './action'
import { DATABASE_ACTIONS } from './database-actions'
import { EDIT_ACTIONS } from './edit-actions'
import { FILE_ACTIONS } from './file-actions'
import { HELP_ACTIONS } from './help-actions'
import { VIEW_ACTIONS } from './view-actions'

/** Everything that the user can do, by menu. */
export const ACTIONS: readonly Action[] = [
  ...FILE_ACTIONS,
  ...EDIT_ACTIONS,
  ...VIEW_ACTIONS,
  ...DATABASE_ACTIONS,
  ...HELP_ACTIONS
]

const BY_ID = new Map(ACTIONS.map((action) => [action.id, action]))
const RECENT = 'open-recent:'

/** The id under which a recent file stands in the menu and the palette. */
export const recentId = (handle: string): string => RECENT + handle

export const labelOf = (action: Action, app: App): string => action.labelNow?.(app) ?? action.label

/** Whether an action can be done now. */
export const canRun = (action: Action, app: App): boolean => action.when?.(app) ?? true

/** Does what the id names, if it can be done now; while a dialog is open nothing is done behind it. */
export function runAction(app: App, id: string) {
  if (app.dialogs.open) return
  if (id.startsWith(RECENT)) return void openRecent(app, id.slice(RECENT.length))
  const action = BY_ID.get(id)
  if (action && canRun(action, app)) void action.run(app)
}
