import { join } from 'node:path'
import type { Channel, Input, Output } from '@core/contract/contract'
import type { Menu } from '@core/contract/menus'
import { openSettings } from '@main/app/settings'
import { Studio } from '@main/figure/studio'
import type { Desktop, TargetRequest } from '@main/handlers/desktop'
import { graphWorkerHandlers, hostHandlers } from '@main/handlers/handlers'
import { answering, makeRouter } from '@main/ipc/router'
import { ExplorationFiles } from '@main/session/exploration-files'
import { Files } from '@main/session/files'
import { GraphSession } from '@main/session/graph-session'
import { NewPlaces } from '@main/session/new-graph'
import { workingCopy } from '@main/session/working-copy'
import { disk } from '@main/stores/file-system'
import { expect, onTestFinished } from 'vitest'
import { folder, sampleFile, sampleText } from '../sample'
import { databasesIn } from '../session/databases'

/** A desktop whose user answers every dialog with the same path, and which writes down what it is told. */
function deskTop(answer: string | undefined) {
  const told: unknown[] = []
  const requests: TargetRequest[] = []
  const desktop: Desktop = {
    chooseFile: async () => answer,
    async chooseTarget(request) {
      requests.push(request)
      return answer
    },
    copyPicture: async (png) => void told.push(Buffer.from(png).toString('latin1', 1, 4)),
    openExternal: async (url) => told.push(url) > 0,
    setTheme: (theme) => void told.push(theme),
    setMenus: (menus: readonly Menu[]) => void told.push(menus.map(({ label }) => label)),
    control: (action) => void told.push(action),
    setUnsaved: (changes) => void told.push(`${changes} unsaved`)
  }
  return { desktop, told, requests }
}

/** The handlers over real files, behind the router: what is asked and answered is what would cross to the window. */
export async function handling(answer?: string, figures = '') {
  const home = await folder()
  const own = (name: string) => ({
    fs: disk,
    path: join(home, name),
    onTrouble: (error: unknown) => expect.fail(`${error}`)
  })
  const [files, settings] = [await Files.open(own('recent.json')), await openSettings(own('settings.json'))]
  onTestFinished(() => files.settled())
  onTestFinished(() => settings.settled())
  const seed = await sampleFile(sampleText(), 'seed.entente.json')
  const { connections, databases } = await databasesIn(home)
  const session = new GraphSession({
    fs: disk,
    files,
    databases,
    workingCopy: () => workingCopy(disk, seed, join(home, 'graphs')),
    onOpened: () => {}
  })
  // Some of its files may be gone by then.
  onTestFinished(() => session.close().catch(() => {}))
  const outside = deskTop(answer)
  const explorations = new ExplorationFiles(disk, files, join(home, 'explorations'))
  const { desktop } = outside
  const studio = new Studio(figures)
  onTestFinished(() => studio.close())
  const graphWorker = graphWorkerHandlers({
    session,
    studio,
    files,
    fs: disk,
    desktop,
    connections,
    explorations,
    places: new NewPlaces(files, disk, home),
    send: () => {}
  })
  const handlers = { ...graphWorker, ...hostHandlers(settings, desktop) }
  const router = makeRouter<undefined>(answering(handlers), () => true)
  const ask = async <C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> => {
    const reply = await router(undefined, channel, JSON.stringify(input))
    if ('error' in reply) throw new Error(reply.error)
    return JSON.parse(reply.answer)
  }
  const opened = async () => {
    const result = await ask('graph:current', {})
    if (result.outcome !== 'opened') throw new Error(result.outcome)
    return result.graph
  }
  return { ...outside, ask, opened, handlers, home }
}
