import DialogHost from '@renderer/dialogs/DialogHost.svelte'
import { loadDialog } from '@renderer/dialogs/dialog-loader'
import { DIALOGS } from '@renderer/dialogs/dialog-table'
import type { App } from '@renderer/state/app.svelte'
import type { DialogKind } from '@renderer/state/dialogs.svelte'
import { show } from '../window'

// What a dialog does is tested with the dialog there; how it is loaded has a test of its own.
await Promise.all(Object.keys(DIALOGS).map((kind) => loadDialog(kind as DialogKind)))

/** Renders whichever dialog is open. */
export const showDialogs = (app: App) => show(app, DialogHost)
