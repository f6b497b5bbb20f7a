import type { App } from '../state/app.svelte'

export const chooseFile = (app: App) => app.open(() => app.client.request('graph:choose', {}))
export const openRecent = (app: App, handle: string) => app.open(() => app.client.request('graph:open', { handle }))
/** Opens the file once more, and says so where that was in vain: the reason on the screen is the same as before. */
export async function openAgain(app: App) {
  await openRecent(app, app.document.handle)
  if (app.document.readOnly) app.preferences.notice = 'Tried again: it is still read only.'
}

export const openSeed = (app: App) => app.open(() => app.client.request('graph:seed', {}))
/** With what could not be saved: nothing that the window holds is left behind. */
export const saveCopy = (app: App) => {
  const { handle, name, unsaved } = app.document
  return app.open(() => app.client.request('graph:save-as', { handle, unsaved: [...unsaved] }), name)
}
