import {
  entityName,
  isSymmetric,
  nativeName,
  relationLabel,
  relationLine,
  relationWordFrom
} from '@core/queries/relation-labels'
import { expect, it } from 'vitest'
import { entity, relation, sampleGraph } from '../sample'

const graph = sampleGraph()
const operates = relation('r-operates', 'operates', 'e-russia', 'e-hmeimim')
const near = relation('r-near', 'near', 'e-hmeimim', 'e-latakia')
const odd = relation('r-odd', 'unheard-of', 'e-russia', 'gone')

it('a relation reads from its beginning to its end, or back', () => {
  expect(relationLine(graph, operates)).toBe('Russia —operates→ Hmeimim Air Base')
  expect(relationLine(graph, near)).toBe('Hmeimim Air Base —near— Latakia')
  expect(relationLine(graph, odd)).toBe('Russia —unheard-of→ gone')
  expect(relationLabel(graph, operates)).toBe('operates')
  expect(relationWordFrom(graph, operates, 'e-russia')).toBe('operates')
  expect(relationWordFrom(graph, operates, 'e-hmeimim')).toBe('operated by')
  expect(relationWordFrom(graph, near, 'e-latakia')).toBe('near')
  expect(relationWordFrom(graph, odd, 'gone')).toBe('unheard-of')
  expect([operates, near].map((one) => isSymmetric(graph, one))).toEqual([false, true])
})

it('an entity has its name, and a name in its own script where one is recorded', () => {
  expect([entityName(graph, 'e-russia'), entityName(graph, 'gone')]).toEqual(['Russia', 'gone'])
  expect(
    nativeName(entity('e', 'state', 'E', { text: 'HTS', kind: 'acronym' }, { text: 'هيئة', kind: 'native' }))
  ).toBe('هيئة')
  expect(nativeName(entity('e', 'state', 'E'))).toBeUndefined()
})
