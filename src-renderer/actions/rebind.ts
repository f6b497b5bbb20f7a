import { foreignPartOf } from '@core/foreign/foreign-part'
import { type ForeignValue, sameValue } from '@core/foreign/value'
import type { App } from '../state/app.svelte'

interface Keyed {
  readonly entity: string
  readonly value: ForeignValue
}

/** Finds by their keys the nodes that the file's entities stand for and this session does not know yet. Answers how many were found, or why none could be. */
export async function rebind({
  document,
  foreign
}: App): Promise<{ readonly found: number } | { readonly refused: string }> {
  const groups = new Map<string, { readonly label: string; readonly property: string; readonly keyed: Keyed[] }>()
  for (const entity of document.graph.all('entity').values()) {
    const { label, property, value } = foreignPartOf(entity) ?? {}
    if (label === undefined || property === undefined || !value || foreign.nodes.has(entity.id)) continue
    const name = JSON.stringify([label, property])
    const group = groups.get(name) ?? { label, property, keyed: [] }
    group.keyed.push({ entity: entity.id, value })
    groups.set(name, group)
  }
  const pairs: (readonly [node: string, entity: string])[] = []
  for (const { label, property, keyed } of groups.values()) {
    const values = keyed.slice(0, 5000).map(({ value }) => value)
    const answer = await foreign.askAloud(`Finding nodes of ${label} again`, 'neo4j:by-key', {
      label,
      property,
      values
    })
    if (answer.outcome === 'failed') return { refused: answer.message }
    if (answer.outcome === 'stopped') break
    for (const node of answer.nodes) {
      const value = node.properties.find(([name]) => name === property)?.[1]
      const match = value && keyed.find((one) => sameValue(one.value, value))
      if (match) pairs.push([node.id, match.entity])
    }
  }
  foreign.bind(pairs)
  return { found: pairs.length }
}
