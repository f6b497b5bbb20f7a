import type { Told } from '@core/external/read-again'
import type { ExternalNode, ExternalRelationship } from '@core/external/value'
import type { App } from '../state/app.svelte'
import { count, plural } from '../ui/count'
import { rebind } from './rebind'

/** So many nodes are read at once: what is drawn and a good deal more. */
const MOST = 1000
/** So many are asked about in one question. */
const PART = 500

/** The entities that reading again is about: those selected that come from the database, else all that do. */
function toReadAgain({ doc, selection }: App): readonly string[] {
  const { graph } = doc
  const relation = selection.relation === undefined ? undefined : graph.get('relation', selection.relation)
  const wanted = relation ? [relation.from, relation.to] : [...selection.entities]
  const isThere = (id: string) => graph.get('entity', id)?.neo4j !== undefined
  return wanted.length > 0 ? wanted.filter(isThere) : [...graph.all('entity').keys()].filter(isThere)
}

export const canReadAgain = (app: App): boolean =>
  app.external.session !== undefined && app.external.asking === undefined && toReadAgain(app).length > 0

export const readAgainLabel = ({ selection }: App): string =>
  selection.relation === undefined && selection.entities.size === 0
    ? 'Read everything found again from the database'
    : 'Read the selected again from the database'

/** Reads nodes and the relationships between them again, takes over what has changed and says what. */
export async function readAgain(app: App): Promise<void> {
  app.preferences.notice = await reading(app)
}

async function reading(app: App): Promise<string> {
  const { external } = app
  const rebound = await rebind(app)
  if ('refused' in rebound) return rebound.refused
  if (rebound.isStopped) return STOPPED
  const wanted = toReadAgain(app)
  const missing = new Set(rebound.missing)
  const readable = wanted.filter((id) => external.nodes.has(id) || missing.has(id))
  const asked = new Map(readable.slice(0, MOST).map((id) => [id, external.nodes.get(id)] as const))
  if (asked.size === 0) return 'None of them has a stable key by which it could be read again. Find them by name.'
  const found = await ask(
    app,
    [...asked.values()].filter((node) => node !== undefined)
  )
  if ('refused' in found) return found.refused
  const told = external.takeAgain({ ...found, asked }, `Read ${plural(asked.size, 'node', 'nodes')} again`)
  if ('refused' in told) return told.refused
  const left = wanted.length - asked.size
  return left > 0 ? `${readAgainMessage(told)} ${count(left)} could not be read.` : readAgainMessage(told)
}

interface Answer {
  readonly nodes: readonly ExternalNode[]
  readonly relationships: readonly ExternalRelationship[]
  readonly isWhole: boolean
}

/** What the database holds of these nodes now, part by part. */
async function ask({ external }: App, ids: readonly string[]): Promise<Answer | { readonly refused: string }> {
  const nodes: ExternalNode[] = []
  const relationships = new Map<string, ExternalRelationship>()
  let isWhole = true
  const words = `Reading ${plural(ids.length, 'node', 'nodes')} again`
  for (let at = 0; at < ids.length; at += PART) {
    const part = ids.slice(at, at + PART)
    const now = await external.askAloud(words, 'neo4j:nodes', { nodes: part })
    if (now.outcome !== 'done') return { refused: now.outcome === 'failed' ? now.message : STOPPED }
    const ties = await external.askAloud(words, 'neo4j:between', { nodes: part, others: [...ids] })
    if (ties.outcome !== 'done') return { refused: ties.outcome === 'failed' ? ties.message : STOPPED }
    nodes.push(...now.nodes)
    for (const tie of ties.relationships) relationships.set(tie.id, tie)
    isWhole &&= !ties.limited
  }
  return { nodes, relationships: [...relationships.values()], isWhole }
}

const STOPPED = 'Stopped. Nothing was read again.'

/** What reading again came to: “12 nodes read again: 2 changed, 1 new relation, 1 no longer there.” */
export function readAgainMessage({ read, changed, added, gone }: Told): string {
  const nodes = `${plural(read, 'node', 'nodes')} read again`
  const parts = [
    ...(changed > 0 ? [`${count(changed)} changed`] : []),
    ...(added > 0 ? [plural(added, 'new relation', 'new relations')] : []),
    ...(gone > 0 ? [`${count(gone)} no longer there`] : [])
  ]
  if (parts.length === 0) return `${nodes}: nothing has changed.`
  return `${nodes}: ${parts.join(', ')}. Ctrl+H shows what; Ctrl+Z takes it back.`
}
