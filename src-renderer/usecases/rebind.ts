import { externalPartOf } from '@core/external/external-part'
import { type ExternalValue, sameValue } from '@core/external/value'
import type { App } from '../state/app.svelte'
import { plural } from '../ui/count'

interface Keyed {
  readonly entity: string
  readonly value: ExternalValue
}

/** So many nodes of one label are looked for. */
const MOST = 5000

/** Which of the file's entities were found in the database by their keys, which were not, and which have none. Ids of entities. */
export interface Rebound {
  readonly found: readonly string[]
  readonly missing: readonly string[]
  readonly keyless: readonly string[]
  /** Whether it was stopped before all were looked for. */
  readonly isStopped: boolean
}

/** Finds by their keys the nodes that the file's entities stand for and this session does not know yet. Answers why none could be looked for. */
export async function rebind({ doc, external }: App): Promise<Rebound | { readonly refused: string }> {
  const groups = new Map<string, { readonly label: string; readonly property: string; readonly keyed: Keyed[] }>()
  const keyless: string[] = []
  for (const entity of doc.graph.all('entity').values()) {
    if (entity.neo4j === undefined || external.nodes.has(entity.id)) continue
    const { label, property, value } = externalPartOf(entity) ?? {}
    if (label === undefined || property === undefined || !value) {
      keyless.push(entity.id)
      continue
    }
    const name = JSON.stringify([label, property])
    const group = groups.get(name) ?? { label, property, keyed: [] }
    group.keyed.push({ entity: entity.id, value })
    groups.set(name, group)
  }
  const pairs: (readonly [node: string, entity: string])[] = []
  const missing: string[] = []
  let isStopped = false
  for (const { label, property, keyed } of groups.values()) {
    const asked = keyed.slice(0, MOST)
    const answer = await external.askAloud(`Finding nodes of ${label} again`, 'neo4j:by-key', {
      label,
      property,
      values: asked.map(({ value }) => value)
    })
    if (answer.outcome === 'failed') return { refused: answer.message }
    if (answer.outcome === 'stopped') {
      isStopped = true
      break
    }
    const found = new Set<string>()
    for (const node of answer.nodes) {
      const value = node.properties.find(([name]) => name === property)?.[1]
      const match = value && asked.find((one) => sameValue(one.value, value) && !found.has(one.entity))
      if (!match) continue
      found.add(match.entity)
      pairs.push([node.id, match.entity])
    }
    missing.push(...asked.flatMap(({ entity }) => (found.has(entity) ? [] : [entity])))
  }
  external.bind(pairs)
  return { found: pairs.map(([, entity]) => entity), missing, keyless, isStopped }
}

/** Result of finding the nodes of a file again, in sentences; empty where there were none to find. */
export function reboundMessage({ found, missing, keyless, isStopped }: Rebound): string | undefined {
  if (isStopped)
    return `Stopped: ${plural(found.length, 'node was', 'nodes were')} found again, not all were looked for.`
  const all = found.length + missing.length + keyless.length
  if (all === 0) return undefined
  const sentences = [`${found.length} of ${plural(all, 'node', 'nodes')} found again.`]
  if (missing.length > 0) sentences.push(`${plural(missing.length, 'is', 'are')} no longer there by that key.`)
  if (keyless.length > 0)
    sentences.push(
      `${plural(keyless.length, 'has', 'have')} no stable key: choose one for the label before the connection ends, and next time they are found.`
    )
  if (found.length > 0) sentences.push('R reads them again.')
  return sentences.join(' ')
}
