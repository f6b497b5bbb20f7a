import type { OpenResult } from '@core/contract/contract'
import type { App } from '../state/app.svelte'

export const chooseFile = (app: App) => opening(app, app.client.request('graph:choose', {}))
export const openRecent = (app: App, handle: string) => opening(app, app.client.request('graph:open', { handle }))
/** Opens the file once more, and says so where that was in vain: the reason on the screen is the same as before. */
export async function openAgain(app: App) {
  await openRecent(app, app.document.handle)
  if (app.document.readOnly) app.preferences.notice = 'Tried again: it is still read only.'
}

export const openSeed = (app: App) => opening(app, app.client.request('graph:seed', {}))
/** With what could not be saved: nothing that the window holds is left behind. */
export const saveCopy = (app: App) => {
  const { handle, unsaved } = app.document
  return opening(app, app.client.request('graph:save-as', { handle, unsaved: [...unsaved] }))
}

/** Shows what came of it; an answer that did not come at all is a failure like any other. */
async function opening(app: App, answer: Promise<OpenResult>) {
  const failed = (error: unknown): OpenResult => ({
    outcome: 'failed',
    name: app.document.name,
    message: error instanceof Error ? error.message : String(error),
    problems: []
  })
  app.opened(await answer.catch(failed))
}
