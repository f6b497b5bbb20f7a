import { Graph } from '@core/graph/graph'
import { lookalikes } from '@core/queries/lookalikes'
import { makeSearch } from '@core/queries/search'
import type { Alias, AnyRecord } from '@core/records/records'
import { describe, expect, it } from 'vitest'
import { entity, native } from '../sample'

const acronym = (text: string): Alias => ({ text, kind: 'acronym' })
const RECORDS: readonly AnyRecord[] = [
  { kind: 'entityType', id: 'person', label: 'Person' },
  entity('e-sharaa', 'person', 'Ahmed al-Sharaa', native('أبو محمد الجولاني')),
  entity('e-hmeimim', 'facility', 'Hmeimim Air Base', native('قاعدة حميميم الجوية')),
  entity('e-tartus', 'place', 'Tartus'),
  entity('e-mosul', 'place', 'Mosul'),
  entity('e-hts', 'armed-group', 'Hay’at Tahrir al-Sham', acronym('HTS')),
  entity('e-turkey', 'state', 'Turkey'),
  entity('e-iran', 'state', 'Iran'),
  entity('e-syria', 'state', 'Syria', native('سوريا')),
  entity('e-russia', 'state', 'Russia'),
  entity('e-hama', 'place', 'Hama'),
  entity('e-su35', 'equipment', 'Su-35'),
  entity('e-2254', 'agreement', 'Resolution 2254'),
  entity('e-un', 'organisation', 'UN Security Council')
]
const graph = Graph.of('', RECORDS)
const alike = (name: string, except?: string) =>
  lookalikes(graph, makeSearch(graph), name, { except }).map((hit) => hit.entity.id)

describe('asks about', () => {
  it.each([
    ['Russia', 'e-russia'],
    ['RUSSIA ', 'e-russia'],
    ['Khmeimim', 'e-hmeimim'],
    ['Khmeimim airbase', 'e-hmeimim'],
    ['Хмеймим', 'e-hmeimim'],
    ['حميميم', 'e-hmeimim'],
    ['Tartous', 'e-tartus'],
    ['طرطوس', 'e-tartus'],
    ['Turkiye', 'e-turkey'],
    ['Сирия', 'e-syria'],
    ['Hayat Tahrir al Sham', 'e-hts'],
    ['H.T.S.', 'e-hts'],
    ['Ahmad al-Shara', 'e-sharaa'],
    ['Ахмед аш-Шараа', 'e-sharaa'],
    ['Julani', 'e-sharaa'],
    ['Jolani', 'e-sharaa'],
    ['Sharaa', 'e-sharaa'],
    ['UN Security Counsil', 'e-un']
  ])('%s', (name, id) => {
    expect(alike(name)).toEqual([id])
  })
})

describe('does not ask about', () => {
  it.each([
    'Moscow',
    'Iraq',
    'Hamas',
    'Homs',
    'Su-34',
    'Resolution 2255',
    'Ahmed',
    'Tariq',
    'Serbia',
    'UN',
    'Air Base',
    'Security Council',
    'Prussia House',
    '',
    '…'
  ])('%s', (name) => {
    expect(alike(name)).toEqual([])
  })
})

describe('leaves out', () => {
  it('the entity that is being edited', () => {
    expect(alike('Russia', 'e-russia')).toEqual([])
  })

  it('what the user has kept apart from it', () => {
    const pair: AnyRecord = { kind: 'notSame', id: 'e-port e-tartus', pair: ['e-port', 'e-tartus'] }
    const apart = Graph.of('', [...RECORDS, entity('e-port', 'facility', 'Tartous'), pair])
    const ask = (except?: string) =>
      lookalikes(apart, makeSearch(apart), 'Tartous', { except }).map((hit) => hit.entity.id)
    expect(ask('e-port')).toEqual([])
    expect(ask()).toEqual(['e-port', 'e-tartus'])
  })

  it('a last name that many share', () => {
    const family = ['Bashar', 'Hafez', 'Maher', 'Asma'].map((name, at) =>
      entity(`e-${at}`, 'person', `${name} al-Assad`)
    )
    const many = Graph.of('', family)
    expect(lookalikes(many, makeSearch(many), 'Assad')).toEqual([])
    const two = Graph.of('', family.slice(0, 2))
    expect(lookalikes(two, makeSearch(two), 'Assad').length).toBe(2)
  })
})
