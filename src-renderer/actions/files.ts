import type { App } from '../state/app.svelte'

export const chooseFile = (app: App) => void app.open(() => app.client.request('graph:choose', {}))
export const openRecent = (app: App, handle: string) =>
  void app.open(() => app.client.request('graph:open', { handle }))
export const openSeed = (app: App) => void app.open(() => app.client.request('graph:seed', {}))
export const saveCopy = (app: App) => {
  const { handle, name } = app.document
  void app.open(() => app.client.request('graph:save-as', { handle }), name)
}
