import { apply } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { chooseForLabel } from '@core/external/choose-for-label'
import { externalPartOf } from '@core/external/external-part'
import { type Bound, type ExternalResult, includeResult } from '@core/external/external-result'
import { vocabularyOf } from '@core/external/type-ids'
import type { ExternalNode, ExternalValue } from '@core/external/value'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { describe, expect, it } from 'vitest'

const text = (value: string): ExternalValue => ({ type: 'string', text: value })
const node = (id: string, labels: readonly string[], name: string, imo = '1'): ExternalNode => ({
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

function take(graph: Graph, bound: Bound, found: ExternalResult) {
  const taken = includeResult(graph, bound, found, taking)
  const after = apply(graph, taken.change)
  if (isRefusal(after)) throw new Error(after.refused)
  return { graph: after, bound: taken.bound, change: taken.change }
}

const SHIPS: ExternalResult = {
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
    const found: ExternalResult = {
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

describe('what is found in another session', () => {
  const on = (day: string): ExternalResult['relationships'][number]['properties'] => [
    ['on', { type: 'date', text: day }]
  ]
  const call = (id: string, day: string) => ({ ...tie(id, '4:1', '4:2'), properties: on(day) })
  const ends = [node('4:1', ['Vessel'], 'Sparta II', '9268710'), node('4:2', ['Port'], 'Tartus')]
  /** The graph of the first session, and what the second knows of it once the nodes are found again. */
  function later(found: ExternalResult) {
    const { graph, bound } = take(Graph.of('', []), EMPTY, found)
    return { graph, bound: { ...EMPTY, entities: bound.entities } }
  }

  it('is the relation that is there already, told by its ends, type and properties', () => {
    const { graph, bound } = later({ nodes: ends, relationships: [call('5:1', '2024-12-11')] })
    const again = take(graph, bound, {
      nodes: [],
      relationships: [call('5:9', '2024-12-11'), call('5:8', '2024-12-20')]
    })
    expect(again.change.edits).toHaveLength(1)
    expect(again.graph.all('relation').size).toBe(2)
    expect(again.bound.relations.size).toBe(2)
  })

  it('stands for one relation of ours each, however alike they are', () => {
    const alike = [call('5:1', '2024-12-11'), call('5:2', '2024-12-11')]
    const { graph, bound } = later({ nodes: ends, relationships: alike })
    const more = [call('5:7', '2024-12-11'), call('5:8', '2024-12-11'), call('5:9', '2024-12-11')]
    expect(take(graph, bound, { nodes: [], relationships: more }).graph.all('relation').size).toBe(3)
  })

  it('is the relation that we wrote, told by its mark, and never one that stays ours', () => {
    const { graph, bound } = later({ nodes: ends, relationships: [] })
    const [from = '', to = ''] = [...graph.all('entity').keys()]
    const own = { kind: 'relation' as const, id: 'r-own', type: 'neo4j:CALLED_AT', from, to }
    const marked = { ...tie('5:9', '4:1', '4:2'), properties: [['ententeId', text('r-own')] as const] }
    const written = graph.with([{ after: { ...own, neo4j: {} } }])
    expect(take(written, bound, { nodes: [], relationships: [marked] }).change.edits).toEqual([])
    const ours = graph.with([{ after: own }])
    const beside = take(ours, bound, { nodes: [], relationships: [tie('5:8', '4:1', '4:2')] })
    expect(beside.graph.all('relation').size).toBe(2)
  })

  it('is the entity that is there already, told by its key', () => {
    const first = take(Graph.of('', []), EMPTY, { nodes: ends, relationships: [] }).graph
    const change = chooseForLabel(first, 'Vessel', { key: 'imo' })
    const keyed = isRefusal(change) ? change : apply(first, change)
    if (isRefusal(keyed)) throw new Error(keyed.refused)
    const again = take(keyed, EMPTY, { nodes: [node('4:77', ['Vessel'], 'Renamed', '9268710')], relationships: [] })
    expect(again.change.edits).toEqual([])
    expect(again.bound.entities.get('4:77')).toBe(
      [...first.all('entity').values()].find(({ name }) => name === 'Sparta II')?.id
    )
  })
})

describe('what is chosen for a label', () => {
  it('gives its entities new ids and gives them their key, exact', () => {
    const { graph } = take(Graph.of('', []), EMPTY, SHIPS)
    const change = chooseForLabel(graph, 'Vessel', { caption: ['imo'], key: 'imo' })
    const after = isRefusal(change) ? change : apply(graph, change)
    if (isRefusal(after)) throw new Error(after.refused)
    const [ship] = [...after.all('entity').values()].filter(({ type }) => type === 'neo4j:Vessel')
    expect(ship?.name).toBe('9007199254740993')
    expect(ship && externalPartOf(ship)).toMatchObject({
      label: 'Vessel',
      property: 'imo',
      value: { type: 'integer', text: '9007199254740993' }
    })
    const [port] = [...after.all('entity').values()].filter(({ type }) => type === 'neo4j:Port')
    expect(port && externalPartOf(port)?.property).toBeUndefined()
    const found = take(after, EMPTY, { nodes: [node('4:b:7', ['Vessel'], 'Souria', '8614247')], relationships: [] })
    expect([...found.graph.all('entity').values()].some(({ name }) => name === '8614247')).toBe(true)
  })

  it('is refused for a label that is not there', () => {
    expect(isRefusal(chooseForLabel(Graph.of('', []), 'Vessel', {}))).toBe(true)
  })

  it('is at first what the database itself keeps unique', () => {
    const label = (name: string, unique: readonly string[]) => ({ name, count: 1, properties: [], sampled: 1, unique })
    const schema = {
      nodes: 2,
      relationships: 0,
      relationshipTypes: [],
      unlabelled: 0,
      textIndexes: [],
      valueIndexes: [],
      notes: []
    }
    const types = vocabularyOf({ ...schema, labels: [label('Vessel', ['imo']), label('Port', [])] })
    expect(types.map(({ neo4j }) => neo4j)).toEqual([{ label: 'Vessel', key: 'imo' }, { label: 'Port' }])
  })
})
