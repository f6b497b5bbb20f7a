import { evidence } from '@core/evidence/evidence'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { generateGraph } from '@seed/generate'
import { describe, expect, it } from 'vitest'

describe('the generator of synthetic graphs', () => {
  const graph = generateGraph({ entities: 500, seed: 7 })

  it('makes the same file from the same seed, and another from another', () => {
    const text = serialiseGraph(graph)
    expect(serialiseGraph(generateGraph({ entities: 500, seed: 7 }))).toBe(text)
    expect(serialiseGraph(generateGraph({ entities: 500, seed: 8 }))).not.toBe(text)
  })

  it('makes a file that opens without a problem', () => {
    expect('problems' in parseGraph(serialiseGraph(graph))).toBe(false)
  })

  it('makes three relations and three claims an entity, in the number asked for', () => {
    expect(graph.all('entity').size).toBe(500)
    expect(graph.all('relation').size).toBe(1500)
    expect(graph.all('claim').size).toBe(1500)
  })

  it('has hubs: the best connected entity has five times the relations of the median one', () => {
    const degrees = [...graph.all('entity').keys()].map((id) => graph.relationsOf(id).length).sort((a, b) => a - b)
    expect(degrees.at(-1)).toBeGreaterThan(5 * (degrees[250] ?? 0))
  })

  it('has names in three scripts', () => {
    const scripts = new Set(
      [...graph.all('entity').values()].flatMap(({ aliases }) => aliases.map(({ script }) => script))
    )
    expect(scripts).toEqual(new Set(['Arab', 'Cyrl', 'Latn']))
  })

  it('has relations in every status that claims can give', () => {
    const statuses = new Set([...graph.all('relation').keys()].map((id) => evidence(graph, id).status))
    for (const status of ['corroborated', 'single-source', 'disputed', 'denied', 'uncertain', 'unsourced'])
      expect(statuses).toContain(status)
  })
})
