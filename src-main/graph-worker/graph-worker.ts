import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { officeHandlers } from '../handlers/handlers'
import { answering } from '../ipc/router'
import { Connections } from '../session/connections'
import { Databases } from '../session/databases'
import { ExplorationFiles } from '../session/exploration-files'
import { Files } from '../session/files'
import { Desk } from '../session/graph-session'
import { workingCopy } from '../session/working-copy'
import { whyNot } from '../stores/error-messages'
import { disk } from '../stores/file-system'
import { connect, type House, type Line, type Office, type OfficeStart } from './messages'

// The office's own thread. The built file of this module is what start-office.ts runs.

const { data, seed, file }: OfficeStart = workerData
if (!parentPort) throw new Error('The office runs in a thread of its own.')

const house: Line<House> = connect<Office, House>(parentPort, {
  answer: async (channel, input) => (await open).answer(channel, input),
  async wish(path) {
    const wanted = (await open).desk.wish(path)
    if (wanted) tell('graph:wanted', wanted)
  },
  async close() {
    const { desk, files, connections } = await open
    await desk.close().finally(() => Promise.all([files.settled(), connections.settled()]))
  }
})

const tell: House['send'] = (event, payload) => void house.ask('send', event, payload)

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
    refusal: () => house.ask('refusal'),
    seal: (secret: string) => house.ask('seal', secret),
    unseal: (sealed: string) => house.ask('unseal', sealed)
  }
  const [files, connections] = await Promise.all([
    Files.open(own('recent.json', 'Which files were open')),
    Connections.open(own('connections.json', 'Which servers were used'), vault)
  ])
  const desk = new Desk(
    {
      fs: disk,
      files,
      databases: new Databases({ fs: disk, connections, outbox: join(data, 'outbox') }),
      workingCopy: () => workingCopy(disk, seed, join(data, 'graphs')),
      onOpened: (name) => void house.ask('setTitle', name),
      onMerged: (merged) => tell('graph:merged', merged),
      onReadOnly: (readOnly) => tell('graph:read-only', readOnly),
      onLink: (link) => tell('managed:link', link),
      onProgress: (progress) => tell('graph:progress', progress),
      onTold: (message) => tell('app:error', { message })
    },
    file
  )
  const desktop = {
    chooseFile: () => house.ask('chooseFile'),
    chooseTarget: (wish: Parameters<House['chooseTarget']>[0]) => house.ask('chooseTarget', wish),
    copyPicture: (png: Uint8Array) => house.ask('copyPicture', png)
  }
  const explorations = new ExplorationFiles(disk, files, join(data, 'explorations'))
  const handlers = officeHandlers({ desk, files, fs: disk, desktop, connections, explorations, send: tell })
  return { desk, files, connections, answer: answering(handlers) }
})()
