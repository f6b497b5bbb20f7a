import type { Direction } from '@core/contract/neo4j'
import type { ExternalResult } from '@core/external/external-result'
import type { ExternalNode } from '@core/external/value'
import { cypherName } from '@core/text/cypher-names'
import { tick } from 'svelte'
import type { App } from '../state/app.svelte'
import type { Begun } from '../state/external.svelte'
import { plural } from '../ui/count'
import { openRecent } from './files'
import { rebind, reboundMessage } from './rebind'

const STOPPED = 'Stopped. Nothing was brought in.'

/** How many neighbours come at once. */
export const PAGE = 200
/** More nodes than that are not asked about at once when ties to what is shown are looked for. */
const MOST_OTHERS = 5000

/** Shows the file of an exploration that has begun, or goes on in the open one. */
export async function explored(app: App, begun: Begun, into: string | undefined): Promise<void> {
  const handle = into ?? begun.handle
  app.external.begin(begun, handle)
  app.dialogs.close()
  if (into === undefined) return openRecent(app, handle)
  const bound = await rebind(app)
  app.preferences.notice = 'refused' in bound ? bound.refused : reboundMessage(bound)
}

/**
 * Brings what was found into the graph, with its ties to what is there already, and selects it if requested; `from` is the
 * entity whose neighbours they are, beside which they are put.
 * Answers why it could not be.
 */
export async function include(
  app: App,
  found: ExternalResult,
  label: string,
  { select = false, from }: { readonly select?: boolean; readonly from?: string } = {}
): Promise<string | undefined> {
  const { external } = app
  const others = [...external.nodes.values()].slice(-MOST_OTHERS)
  const nodes = found.nodes.map(({ id }) => id)
  const relationships = [...found.relationships]
  for (let at = 0; at < nodes.length; at += 500) {
    const part = nodes.slice(at, at + 500)
    const ties = await external.askAloud('Looking for ties to what is shown', 'neo4j:between', {
      nodes: part,
      others: [...others, ...nodes].slice(0, MOST_OTHERS)
    })
    if (ties.outcome === 'failed') return ties.message
    if (ties.outcome === 'stopped') {
      app.preferences.notice = 'Stopped: not all ties to what is shown were looked for.'
      break
    }
    relationships.push(...ties.relationships)
  }
  const taken = external.take({ nodes: found.nodes, relationships }, label)
  if ('refused' in taken) return taken.refused
  // The picture is drawn once this is over, so that it is known in time.
  if (from !== undefined) app.view.foundFrom = new Map(taken.entities.map((id) => [id, from]))
  app.view.include(taken.entities, { neighbours: 0 })
  if (select) app.selection.selectEntities(taken.entities)
  await tick()
  app.camera.reveal(taken.entities)
  return undefined
}

/** How many nodes of a label come at once. */
export const SOME = 25

/** Brings some nodes of a label, whichever the database hands out first. */
export const showSome = (app: App, label: string): Promise<void> =>
  tell(app, async () => {
    const found: ExternalNode[] = []
    const query = `MATCH (n:${cypherName(label)}) RETURN n LIMIT ${SOME}`
    const running = app.external.run(query, SOME, (_, rows) => {
      for (const [value] of rows) if (value?.type === 'node') found.push(value.node)
    })
    const ran = await app.external.aloud(`Asking for nodes of ${label}`, running)
    if (ran.outcome === 'failed') return ran.message
    if (ran.outcome === 'stopped') return STOPPED
    return include(app, { nodes: found, relationships: [] }, `Show ${found.length} of ${label}`)
  })

/** Brings one node that was found and goes to it. */
export const goToNode = (app: App, node: ExternalNode, name: string, more: boolean): Promise<void> =>
  tell(app, async () => {
    const before = more ? [...app.selection.entities] : []
    const refused = await include(app, { nodes: [node], relationships: [] }, `Find ${name}`, { select: true })
    if (before.length > 0) app.selection.selectEntities([...before, ...app.selection.entities])
    return refused
  })

/** Brings the next neighbours of one type and direction. Answers why it could not be. */
export async function expand(
  app: App,
  entity: string,
  type: string,
  direction: Direction
): Promise<string | undefined> {
  const { external } = app
  const node = external.nodes.get(entity)
  if (node === undefined) return 'This entity stands for no node of the database.'
  const after = external.shown(entity, type, direction) > 0 ? external.page(entity, type, direction) : undefined
  const answer = await external.askAloud(`Asking for neighbours by ${type}`, 'neo4j:expand', {
    node,
    type,
    direction,
    ...(after && { after })
  })
  if (answer.outcome === 'failed') return answer.message
  if (answer.outcome === 'stopped') {
    app.preferences.notice = STOPPED
    return undefined
  }
  external.turnPage(entity, type, direction, answer.next)
  const name = app.doc.graph.get('entity', entity)?.name ?? ''
  return include(app, answer.found, `Show ${answer.found.relationships.length} × ${type} of ${name}`, { from: entity })
}

export const canGoToNeighbours = (app: App): boolean => areInDatabase(app, 1)
export const canFindPaths = (app: App): boolean => areInDatabase(app, 2)

/** Whether n entities are selected, and all of them stand for nodes of the database that is connected. */
const areInDatabase = ({ external, selection }: App, many: number): boolean =>
  external.session !== undefined &&
  selection.entities.size === many &&
  [...selection.entities].every((id) => external.nodes.has(id))

/** Connects the open graph with the database again that its entities come from. */
export const reconnect = ({ dialogs, doc }: App) => dialogs.show({ kind: 'connect', into: doc.handle })

export const disconnect = ({ external }: App) => external.leave()

/** Puts the focus on what the selected entity is tied to in the database, for those who use keys. */
export async function goToNeighbours({ preferences, selection }: App): Promise<void> {
  const [entity] = selection.entities
  if (entity === undefined) return
  selection.selectEntities([entity])
  if (!preferences.settings.inspectorOpen) preferences.set({ inspectorOpen: true })
  await tick()
  const list = document.getElementById(NEIGHBOURS)
  ;(list?.querySelector<HTMLElement>('[data-roving]') ?? list)?.focus()
}

/** Id of the element that lists what an entity is tied to in the database. */
export const NEIGHBOURS = 'neighbours-in-the-database'

/** Finds the shortest paths between the two selected entities and selects what lies on them. */
export const findPaths = (app: App): Promise<void> =>
  tell(app, async () => {
    const { external, preferences } = app
    const [from, to] = [...app.selection.entities].map((id) => external.nodes.get(id))
    if (from === undefined || to === undefined) return undefined
    const answer = await external.askAloud('Looking for the shortest paths', 'neo4j:paths', { from, to })
    if (answer.outcome === 'failed') return answer.message
    if (answer.outcome === 'stopped') return STOPPED
    if (answer.paths === 0) return answer.note ?? 'No path was found between the two.'
    const refused = await include(app, answer.found, 'Show the shortest paths', { select: true })
    if (!refused) preferences.notice = [pathWords(answer.paths), answer.note].filter(Boolean).join(' ')
    return refused
  })

const pathWords = (paths: number) =>
  `${plural(paths, 'shortest path joins', 'shortest paths join')} the two; what lies on ${paths === 1 ? 'it' : 'them'} is selected.`

/** Says in the status bar why something came to nothing. */
async function tell(app: App, attempt: () => Promise<string | undefined>): Promise<void> {
  const refused = await attempt()
  if (refused !== undefined) app.preferences.notice = refused
}
