import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { Studio } from '../figure/studio'
import { graphWorkerHandlers } from '../handlers/handlers'
import { answering } from '../ipc/router'
import { Connections } from '../session/connections'
import { Databases } from '../session/databases'
import { ExplorationFiles } from '../session/exploration-files'
import { Files } from '../session/files'
import { GraphSession } from '../session/graph-session'
import { KeptMappings } from '../session/kept-mappings'
import { LastStart } from '../session/last-start'
import { NewPlaces } from '../session/new-graph'
import { shownName } from '../session/open-store'
import { workingCopy } from '../session/working-copy'
import { whyNot } from '../stores/error-messages'
import { disk } from '../stores/file-system'
import { connect, type GraphWorker, type GraphWorkerStart, type Host, type Line } from './messages'

// The graph worker's thread. start-graph-worker.ts runs the built file of this module.

const { data, documents, seed, file, figures }: GraphWorkerStart = workerData
if (!parentPort) throw new Error('The graph worker runs in a thread of its own.')

const host: Line<Host> = connect<GraphWorker, Host>(parentPort, {
  answer: async (channel, input) => (await open).answer(channel, input),
  async request(path) {
    const wanted = (await open).session.request(path)
    if (wanted) tell('graph:wanted', wanted)
  },
  async known(path) {
    return JSON.stringify({ handle: (await open).files.handle(path), name: shownName(path) })
  },
  async close() {
    const { session, files, connections, studio, lastStart, mappings } = await open
    await studio.close()
    await session
      .close()
      .finally(() => Promise.all([files.settled(), connections.settled(), lastStart.settled(), mappings.settled()]))
  }
})

const tell: Host['send'] = (event, payload) => void host.ask('send', event, payload)

const open = (async () => {
  const own = (name: string, what: string) => ({
    fs: disk,
    path: join(data, name),
    onTrouble(error: unknown) {
      const { why, todo } = whyNot(error)
      tell('app:error', { message: `${what} could not be remembered: ${why}. ${todo}` })
    }
  })
  const vault = {
    refusal: () => host.ask('refusal'),
    seal: (secret: string) => host.ask('seal', secret),
    unseal: (sealed: string) => host.ask('unseal', sealed)
  }
  const [lastStart, files, connections, mappings] = await Promise.all([
    LastStart.open(own('last-start.json', 'What is being opened')),
    Files.open(own('recent.json', 'Which files were open')),
    Connections.open(own('connections.json', 'Which servers were used'), vault),
    KeptMappings.open(own('tables.json', 'What the columns of tables are'))
  ])
  const session = new GraphSession(
    {
      fs: disk,
      files,
      mappings,
      lastStart,
      databases: new Databases({ fs: disk, connections, outbox: join(data, 'outbox') }),
      workingCopy: () => workingCopy(disk, seed, join(data, 'graphs')),
      onOpened: (name) => void host.ask('setTitle', name),
      onMerged: (merged) => tell('graph:merged', merged),
      onReadOnly: (readOnly) => tell('graph:read-only', readOnly),
      onStorageStatus: (link) => tell('hosted:status', link),
      onProgress: (progress) => tell('graph:progress', progress),
      onTold: (message) => tell('app:error', { message })
    },
    file
  )
  const desktop = {
    chooseFile: (what?: 'graph' | 'table') => host.ask('chooseFile', what),
    chooseTarget: (request: Parameters<Host['chooseTarget']>[0]) => host.ask('chooseTarget', request),
    copyPicture: (png: Uint8Array) => host.ask('copyPicture', png)
  }
  const explorations = new ExplorationFiles(disk, files, join(data, 'explorations'))
  const studio = new Studio(figures)
  const handlers = graphWorkerHandlers({
    session,
    studio,
    files,
    fs: disk,
    desktop,
    connections,
    explorations,
    places: new NewPlaces(files, disk, documents),
    send: tell
  })
  return { session, files, connections, studio, lastStart, mappings, answer: answering(handlers) }
})()
