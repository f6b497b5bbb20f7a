import { Graph } from '@core/graph/graph'
import type { RelationType } from '@core/records/records'
import { offeredTypes } from '@renderer/forms/types'
import { expect, it } from 'vitest'

const type = (id: string, inverse: string, from?: string[], to?: string[], symmetric = false): RelationType => ({
  kind: 'relationType',
  id,
  label: id,
  inverse,
  ...(from && { from }),
  ...(to && { to }),
  symmetric
})

const graph = Graph.of('', [
  type('operates', 'operated by', ['state'], ['facility']),
  type('leads', 'led by', ['person'], ['state']),
  type('near', 'near'),
  type('allied with', 'allied with', ['state'], ['person'], true)
])
const words = (from?: string, to?: string, text?: string) =>
  offeredTypes(graph, from, to, text).map(({ label, reversed, fits }) => [label, reversed ? 'reversed' : fits])

it('puts what joins the two types first, then what does so the other way round, then the rest', () => {
  expect(words('facility', 'state')).toEqual([
    ['near', true],
    ['operated by', 'reversed'],
    ['allied with', false],
    ['leads', false]
  ])
})

it('takes a symmetric type either way round', () => {
  expect(words('person', 'state').slice(0, 3)).toEqual([
    ['allied with', true],
    ['leads', true],
    ['near', true]
  ])
})

it('lets what is not chosen yet speak against nothing', () => {
  expect(words('state', undefined, 'oper')).toEqual([['operates', true]])
  expect(words(undefined, 'state', 'operates')).toEqual([['operates', false]])
})

it('turns round what is typed as the word back, also while an end is not chosen yet', () => {
  expect(words('facility', undefined, 'operated by')).toEqual([['operated by', 'reversed']])
  expect(words(undefined, 'state', 'operated')).toEqual([['operated by', 'reversed']])
  // What fits as it was typed only the other way stays as the type has it.
  expect(words('state', 'facility', 'operated')).toEqual([['operates', true]])
})
