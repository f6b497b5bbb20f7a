import { Graph } from '@core/graph/graph'
import { rankingOf } from '@core/queries/ranking'
import type { AnyRecord, View } from '@core/records/records'
import { listedFrom, strongestFrom } from '@core/view/relations-of'
import { isDrawnWhole, MOST_BROUGHT, PART, strongestNeighbours, WHOLE, workingSet } from '@core/view/working-set'
import { generateGraph } from '@seed/generate'
import { describe, expect, it } from 'vitest'
import { claim, entity, relation, source, VOCABULARY } from '../sample'

const view = (more: Partial<View> = {}): View => ({ kind: 'view', id: 'v', name: 'V', positions: [], ...more })
const large = generateGraph({ entities: 4000, seed: 3 })
const ranking = rankingOf(large)
const drawn = (of: View, graph = large) => [...(workingSet(graph, of, rankingOf(graph)) ?? [])]

describe('the working set', () => {
  it('is not needed up to the size that a drawing can hold', () => {
    const alone = (count: number) =>
      Graph.of(
        '',
        Array.from({ length: count }, (_, at) => entity(`e-${at}`, 'place', `Place ${at}`))
      )
    expect(workingSet(alone(WHOLE.entities), view(), [])).toBeUndefined()
    expect(isDrawnWhole(alone(WHOLE.entities + 1), view())).toBe(false)
    expect(workingSet(large, view({ entities: [...ranking].slice(0, 40) }), ranking)).toBeUndefined()
  })

  it('is needed for few entities that are tied too often', () => {
    const ties = Array.from({ length: WHOLE.relations + 1 }, (_, at) => relation(`r-${at}`, 'near', 'a', 'b'))
    const pair: AnyRecord[] = [entity('a', 'place', 'A'), entity('b', 'place', 'B')]
    expect(isDrawnWhole(Graph.of('', [...pair, ...ties.slice(1)]), view())).toBe(true)
    expect(isDrawnWhole(Graph.of('', [...pair, ...ties]), view())).toBe(false)
  })

  it('is made of the best connected', () => {
    expect(drawn(view())).toEqual([...ranking].slice(0, PART.entities))
  })

  it('fills up with what the filters leave', () => {
    const set = drawn(view({ hiddenTypes: ['person', 'place'] }))
    expect(set).toHaveLength(PART.entities)
    expect(set.some((id) => ['person', 'place'].includes(large.get('entity', id)?.type ?? ''))).toBe(false)
  })

  it('keeps to what the view lists', () => {
    const entities = [...ranking].slice(500, 500 + WHOLE.entities + 1)
    const set = drawn(view({ entities }))
    expect(set).toEqual(entities.slice(0, PART.entities))
  })

  it('stops where there are too many relations', () => {
    const hub = Array.from({ length: 20 }, (_, at) => entity(`a-${at}`, 'place', `Hub ${at}`))
    const rest = Array.from({ length: WHOLE.entities }, (_, at) => entity(`z-${at}`, 'place', `Leaf ${at}`))
    const ties = Array.from({ length: 1500 }, (_, at) =>
      relation(`r-${at}`, 'near', `a-${at % 20}`, `a-${(at + 1 + (at % 7)) % 20}`)
    )
    const graph = Graph.of('', [...hub, ...rest, ...ties])
    expect(drawn(view(), graph).length).toBeLessThanOrEqual(20)
  })

  it('holds what was put in a place as well, the last ones of very many', () => {
    const placed = [...ranking].slice(-MOST_BROUGHT - 5)
    const set = drawn(view({ positions: placed.map((id): [string, number, number] => [id, 0, 0]) }))
    expect(set).toEqual(expect.arrayContaining(placed.slice(5)))
    expect(set).toEqual(expect.arrayContaining([...ranking].slice(0, PART.entities)))
    expect(set).toHaveLength(PART.entities + MOST_BROUGHT)
  })
})

describe('the neighbours with the best supported ties', () => {
  const leaves = ['a', 'b', 'c', 'd']
  const star = Graph.of('', [
    ...VOCABULARY,
    entity('hub', 'place', 'Hub'),
    ...leaves.map((id) => entity(id, 'place', id)),
    ...leaves.map((id) => relation(`r-${id}`, 'near', 'hub', id)),
    relation('r-cd', 'near', 'c', 'd'),
    source('s-wire'),
    source('s-two'),
    claim('c-1', 'r-b'),
    claim('c-2', 'r-b', { source: 's-two' }),
    claim('c-3', 'r-c')
  ])

  it('come first, then the better connected', () => {
    expect(strongestNeighbours(star, 'hub', 10)).toEqual(['b', 'c', 'd', 'a'])
    expect(strongestNeighbours(star, 'hub', 2)).toEqual(['b', 'c'])
    expect(strongestNeighbours(star, 'hub', 10, (id) => id === 'b')).toEqual(['c', 'd', 'a'])
    expect(strongestFrom(star, 'hub', 2).map(({ other }) => other)).toEqual(['b', 'c'])
  })
})

it('a hub with ten thousand relations is listed little by little, all of it', () => {
  const others = Array.from({ length: 10_000 }, (_, at) => entity(`e-${at}`, 'place', `Place ${at}`))
  const ties = others.map(({ id }, at) =>
    relation(`r-${at}`, 'near', at % 2 === 0 ? 'hub' : id, at % 2 === 0 ? id : 'hub')
  )
  const graph = Graph.of('', [...VOCABULARY, entity('hub', 'state', 'Hub'), ...others, ...ties])
  const work = listedFrom(graph, view(), 'hub')
  let steps = 0
  let step = work.next()
  for (; !step.done; step = work.next()) steps++
  expect(steps).toBeGreaterThan(10_000)
  expect(step.value.rows).toHaveLength(10_000)
  const names = step.value.rows.map(({ word, otherName }) => `${word} ${otherName}`)
  expect(names).toEqual(names.toSorted(new Intl.Collator('en').compare))
})
