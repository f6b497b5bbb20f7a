import type { NewGraph } from '@core/contract/beginning'
import type { App } from '../state/app.svelte'

export const chooseFile = (app: App) => leaving(app, () => void app.open(() => app.client.request('graph:choose', {})))
export const openRecent = (app: App, handle: string, name?: string) =>
  leaving(app, () => void app.open(() => app.client.request('graph:open', { handle }), name))
export const openWithoutViews = (app: App, handle: string, name?: string) =>
  leaving(app, () => void app.open(() => app.client.request('graph:open-without-views', { handle }), name))
/** Opens what was open before that which is not to be opened. */
export const openUsual = (app: App) => void app.open(() => app.client.request('graph:current', {}))
export const openSeed = (app: App) => leaving(app, () => void app.open(() => app.client.request('graph:seed', {})))

/** Opens a file that was dropped on the window; `more` were dropped with it. */
export async function openDropped(app: App, file: File, more: number) {
  const known = await app.client.dropped(file)
  if (known) openRecent(app, known.handle, known.name)
  app.preferences.notice = known
    ? more > 0
      ? `One file can be open at a time: “${known.name}” is opened, ${more} more ${more === 1 ? 'was' : 'were'} left.`
      : app.preferences.notice
    : 'What was dropped is no file on this computer. Save it first, then drop that.'
}

/** Makes a graph and opens it; answers why not, in a sentence. What could not be saved of the one that is open must be dealt with first. */
export async function createGraph(app: App, wanted: NewGraph): Promise<string | undefined> {
  if (app.doc.unsaved.length > 0)
    return 'What could not be saved of the graph that is open would be lost. Save a copy of it first.'
  try {
    const result = await app.client.request('graph:new', wanted)
    if (result.outcome === 'failed') return result.message
    await app.open(async () => result)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Adds the rows of a table; where no graph is open, a new one is made for them first. */
export const importTable = ({ dialogs, doc }: App) => {
  const next = { kind: 'table' } as const
  dialogs.show(doc.handle === '' ? { kind: 'new-graph', next } : next)
}

export const closeGraph = (app: App) => leaving(app, () => void app.close())

export const quit = ({ client }: App) => void client.request('window:control', { action: 'close' })

export const canOpenAgain = ({ doc }: App): boolean => doc.mayPass && doc.readOnly !== undefined

/** Opens the file once more, and says so where that was in vain: the reason on the screen is the same as before. */
export async function openAgain(app: App) {
  const { handle, name } = app.doc
  await app.open(() => app.client.request('graph:open', { handle }), name)
  if (app.doc.readOnly) app.preferences.notice = 'Tried again: it is still read only.'
}

/** With what could not be saved: nothing that the window holds is left behind. */
export const saveCopy = (app: App) => {
  const { handle, name, unsaved } = app.doc
  void app.open(() => app.client.request('graph:save-as', { handle, unsaved: [...unsaved] }), name)
}

/** Asks first where what could not be saved would be lost. */
function leaving({ dialogs, doc }: App, go: () => void) {
  if (doc.unsaved.length === 0) go()
  else dialogs.show({ kind: 'leave', go })
}
