import { apply } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { chooseForLabel } from '@core/foreign/choose-for-label'
import { foreignPartOf } from '@core/foreign/foreign-part'
import { type Bound, type Found, takeFound } from '@core/foreign/found'
import type { ForeignNode, ForeignValue } from '@core/foreign/value'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { describe, expect, it } from 'vitest'

const text = (value: string): ForeignValue => ({ type: 'string', text: value })
const node = (id: string, labels: readonly string[], name: string, imo = '1'): ForeignNode => ({
  id,
  labels,
  properties: [
    ['name', text(name)],
    ['imo', { type: 'integer', text: imo }]
  ]
})
const tie = (id: string, from: string, to: string) => ({ id, type: 'CALLED_AT', from, to, properties: [] })

const EMPTY: Bound = { entities: new Map(), relations: new Map() }
let made = 0
const taking = {
  label: 'Find',
  newId: (letter: 'e' | 'r') => `${letter}-${++made}`,
  rank: (label: string) => (label === 'Sanctioned' ? 1 : 100)
}

function take(graph: Graph, bound: Bound, found: Found) {
  const taken = takeFound(graph, bound, found, taking)
  const after = apply(graph, taken.change)
  if (isRefusal(after)) throw new Error(after.refused)
  return { graph: after, bound: taken.bound, change: taken.change }
}

const SHIPS: Found = {
  nodes: [node('4:a:1', ['Vessel', 'Sanctioned'], 'Sparta II', '9007199254740993'), node('4:a:2', ['Port'], 'Tartus')],
  relationships: [tie('5:a:1', '4:a:1', '4:a:2'), tie('5:a:2', '4:a:1', '4:a:99')]
}

describe('what was found', () => {
  it('comes in as entities and relations with their types, under ids of our own', () => {
    const { graph } = take(Graph.of('', []), EMPTY, SHIPS)
    const [ship] = [...graph.all('entity').values()].filter(({ name }) => name === 'Sparta II')
    expect(ship?.type).toBe('neo4j:Vessel')
    expect(ship?.properties?.imo).toBe('9007199254740993')
    expect(graph.get('entityType', 'neo4j:Vessel')).toMatchObject({ label: 'Vessel', symbol: 'equipment' })
    expect(graph.all('relation').size).toBe(1)
    expect(serialiseGraph(graph)).not.toContain('4:a:')
  })

  it('is not added twice, and comes back under the same id after undo', () => {
    const first = take(Graph.of('', []), EMPTY, SHIPS)
    const again = take(first.graph, first.bound, SHIPS)
    expect(again.change.edits).toEqual([])
    const afterUndo = take(Graph.of('', []), first.bound, SHIPS)
    expect([...afterUndo.graph.all('entity').keys()].sort()).toEqual([...first.graph.all('entity').keys()].sort())
  })

  it('is a file that opens again, whatever the names in the database are', () => {
    const names = ['', ' ', '__proto__', 'constructor', 'a b', 'a`b', '\u202Etxt', 'x'.repeat(700), 'тип', '%41', 'A']
    const found: Found = {
      nodes: names.map((name, at) => ({
        id: `4:${at}`,
        labels: [name],
        properties: [
          [name, text('\0 \ud800 half')],
          [`${name}\n`, text('two')]
        ]
      })),
      relationships: names.map((name, at) => ({
        id: `5:${at}`,
        type: name,
        from: '4:0',
        to: `4:${at}`,
        properties: []
      }))
    }
    const { graph } = take(Graph.of('Odd', []), EMPTY, found)
    expect(graph.all('entityType').size).toBe(names.length)
    const file = parseGraph(serialiseGraph(graph))
    if ('problems' in file) throw new Error(JSON.stringify(file.problems))
    expect(file.graph.all('entity').size).toBe(names.length)
    expect(file.graph.all('relation').size).toBe(names.length)
  })
})

describe('what is chosen for a label', () => {
  it('names its entities anew and gives them their key, exact', () => {
    const { graph } = take(Graph.of('', []), EMPTY, SHIPS)
    const change = chooseForLabel(graph, 'Vessel', { caption: 'imo', key: 'imo' })
    const after = isRefusal(change) ? change : apply(graph, change)
    if (isRefusal(after)) throw new Error(after.refused)
    const [ship] = [...after.all('entity').values()].filter(({ type }) => type === 'neo4j:Vessel')
    expect(ship?.name).toBe('9007199254740993')
    expect(ship && foreignPartOf(ship)).toMatchObject({
      label: 'Vessel',
      property: 'imo',
      value: { type: 'integer', text: '9007199254740993' }
    })
    const [port] = [...after.all('entity').values()].filter(({ type }) => type === 'neo4j:Port')
    expect(port && foreignPartOf(port)?.property).toBeUndefined()
    const found = take(after, EMPTY, { nodes: [node('4:b:7', ['Vessel'], 'Souria', '8614247')], relationships: [] })
    expect([...found.graph.all('entity').values()].some(({ name }) => name === '8614247')).toBe(true)
  })

  it('is refused for a label that is not there', () => {
    expect(isRefusal(chooseForLabel(Graph.of('', []), 'Vessel', {}))).toBe(true)
  })
})
