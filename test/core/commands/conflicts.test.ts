import { apply } from '@core/change/change'
import type { Conflict } from '@core/change/merge-three'
import { isRefusal } from '@core/change/refusal'
import { settle, standing, valueNow } from '@core/commands/conflicts'
import { Graph } from '@core/graph/graph'
import { describe, expect, test } from 'vitest'
import { entity, relation, VOCABULARY } from '../sample'

const russia = entity('russia', 'state', 'Russia')
const base = entity('base', 'facility', 'Base')
const graph = Graph.of('Sample', [...VOCABULARY, russia, base, relation('r', 'operates', 'russia', 'base')])
const name: Conflict = { kind: 'entity', id: 'russia', field: 'name', ours: 'Russia', theirs: 'RF', taken: 'ours' }
const settled = (conflict: Conflict, side: 'ours' | 'theirs') => {
  const change = settle(graph, conflict, side)
  if (isRefusal(change)) return change.refused
  const result = apply(graph, change)
  return isRefusal(result) ? result.refused : result
}

describe('a conflict', () => {
  test('over a field puts either value in place', () => {
    expect(standing(graph, name)).toBe('ours')
    expect(settled(name, 'ours')).toEqual(graph)
    const theirs = settled(name, 'theirs')
    expect(theirs instanceof Graph && theirs.get('entity', 'russia')?.name).toBe('RF')
    expect(theirs instanceof Graph && standing(theirs, name)).toBe('theirs')
  })

  test('over a field that one side does not have takes it away', () => {
    const summary: Conflict = { kind: 'entity', id: 'russia', field: 'summary', theirs: 'A state.', taken: 'ours' }
    const taken = settled(summary, 'theirs')
    expect(taken instanceof Graph && taken.get('entity', 'russia')?.summary).toBe('A state.')
    const gone = settle(Graph.of('', [...VOCABULARY, { ...russia, summary: 'A state.' }]), summary, 'ours')
    expect(!isRefusal(gone) && gone.edits[0]?.after).toEqual(russia)
  })

  test('over a record removes it with what hangs on it, or brings it back', () => {
    const removed: Conflict = { kind: 'entity', id: 'russia', theirs: russia, taken: 'theirs' }
    expect(standing(graph, removed)).toBe('theirs')
    const without = settled(removed, 'ours')
    expect(without instanceof Graph && [without.all('entity').size, without.all('relation').size]).toEqual([1, 0])
    const back = settle(Graph.of('', VOCABULARY), removed, 'theirs')
    expect(!isRefusal(back) && back.edits).toEqual([{ after: russia }])
  })

  test('is left alone once the field holds a third value, and that value can be read', () => {
    const now = Graph.of('', [...VOCABULARY, { ...russia, name: 'Rossiya' }])
    expect(standing(now, name)).toBe('neither')
    expect(valueNow(now, name)).toBe('Rossiya')
  })

  test('over a field of a record that is gone cannot be settled', () => {
    const empty = Graph.of('', VOCABULARY)
    expect(standing(empty, name)).toBe('neither')
    const refusal = settle(empty, name, 'theirs')
    expect(isRefusal(refusal) && refusal.refused).toMatch(/removed since/)
  })
})
