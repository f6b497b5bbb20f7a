import { basename } from 'node:path'
import type { Output } from '@core/contract/contract'
import { GRAPH_FORMATS, OWN_FORMAT, targetsOf } from '@core/formats/formats'
import type { Graph } from '@core/graph/graph'
import { writeJson } from '@core/text/json'
import { shownPath } from '@core/text/shown-path'
import { graphWith, onlyTypes, vocabularyOf } from '@core/vocabularies/vocabularies'
import type { Handlers } from '../ipc/router'
import { looked } from '../session/away'
import { failureMessage } from '../session/failure-message'
import type { Files } from '../session/files'
import type { GraphSession } from '../session/graph-session'
import { fileNameFor, type NewPlaces, refuseTaken } from '../session/new-graph'
import type { FileSystem } from '../stores/file-system'
import { examine } from '../stores/json/opening'
import { StoreError } from '../stores/store'
import { TaskControl } from '../stores/task-control'
import { chooseCopy } from './choose-copy'
import type { Dialogs } from './desktop'

type Beginning =
  | 'graph:recent'
  | 'graph:forget'
  | 'graph:close'
  | 'graph:new'
  | `new:${'place' | 'choose' | 'like' | 'save-types'}`

/** Beginning a graph, and what was open before. */
export function beginningHandlers({
  session,
  files,
  fs,
  desktop,
  places
}: {
  readonly session: GraphSession
  readonly files: Files
  readonly fs: FileSystem
  readonly desktop: Dialogs
  readonly places: NewPlaces
}): Pick<Handlers, Beginning> {
  /** The types of the file that was chosen last, by its handle. */
  let like: { readonly handle: string; readonly graph: Graph } | undefined

  const pathOf = (handle: string) => {
    const path = files.path(handle)
    if (path === undefined) throw new StoreError('That place is not known any more. Choose it again.')
    return path
  }

  async function typesOf(path: string): Promise<Output<'new:like'>> {
    const name = shownPath(basename(path))
    try {
      const { graph } = await examine(path, fs, new TaskControl({}))
      const [handle, types] = [files.handle(path), onlyTypes(graph, '')]
      like = { handle, graph: types }
      const records = [...types.all('entityType').values(), ...types.all('relationType').values()]
      return { outcome: 'read', handle, name, title: graph.title, types: writeJson(records) }
    } catch (error) {
      const problems = error instanceof StoreError ? [...error.problems] : []
      return { outcome: 'failed', name, message: failureMessage(error, path), problems }
    }
  }

  return {
    'graph:recent': async ({ look }) => (look ? looked(files, fs) : files.recent()),
    'graph:forget'({ handle }) {
      if (handle === undefined) files.forget()
      else files.forget(pathOf(handle))
      return {}
    },
    async 'graph:close'({ handle }) {
      const message = await session.closeGraph(handle)
      return message === undefined ? {} : { message }
    },
    'new:place': ({ title }) => places.usual(title),
    async 'new:choose'({ title }) {
      const path = await desktop.chooseTarget({
        title: 'Where to keep the new graph',
        name: fileNameFor(title),
        formats: GRAPH_FORMATS.filter(({ id }) => id === OWN_FORMAT).flatMap(targetsOf),
        beside: session.path
      })
      return path === undefined ? {} : { place: await places.chosen(path) }
    },
    async 'new:like'() {
      const path = await desktop.chooseFile()
      return path === undefined ? { outcome: 'cancelled' } : typesOf(path)
    },
    async 'new:save-types'({ handle }) {
      const name = session.name(handle).replace(/(?:\.entente)?\.json$|$/, ' types.entente.json')
      const path = await chooseCopy(session, desktop, name)
      return path === undefined ? { outcome: 'cancelled' } : session.backups.saveTypes(handle, path)
    },
    async 'graph:new'({ title, place, beginning }) {
      const path = pathOf(place)
      if (!places.mayReplace(path)) await refuseTaken(fs, path)
      return session.create(path, graphOf(title, beginning))
    }
  }

  function graphOf(title: string, beginning: Parameters<Handlers['graph:new']>[0]['beginning']): Graph {
    if ('like' in beginning) {
      if (like?.handle !== beginning.like)
        throw new StoreError('Choose again the file whose types are to be taken over.')
      return onlyTypes(like.graph, title)
    }
    const vocabulary = vocabularyOf(beginning.vocabulary)
    if (!vocabulary) throw new StoreError('There is no such vocabulary.')
    return graphWith(vocabulary, title)
  }
}
