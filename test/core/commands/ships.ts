import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { claim, entity, relation, VOCABULARY } from '../sample'

const SHIPS: readonly AnyRecord[] = [
  ...VOCABULARY,
  { kind: 'relationType', id: 'visits', label: 'visits', inverse: 'visited by', from: ['state'], to: ['place'] },
  { kind: 'source', id: 's-wire', title: 'Wire', reliability: 'B' },
  { kind: 'view', id: 'v-1', name: 'One', positions: [], hiddenRelationTypes: ['operates'], hiddenTypes: ['facility'] },
  {
    kind: 'view',
    id: 'v-2',
    name: 'Two',
    positions: [],
    hiddenRelationTypes: ['visits'],
    hiddenTypes: ['facility', 'place']
  },
  entity('russia', 'state', 'Russia'),
  { ...entity('hmeimim', 'facility', 'Hmeimim'), properties: { Runway: '2800', Opened: true } },
  { ...entity('tartus', 'facility', 'Tartus'), properties: { Runway: 'none' } },
  { ...relation('r-1', 'operates', 'russia', 'hmeimim'), properties: { since: '2015', from: 'a' } },
  { ...relation('r-2', 'visits', 'russia', 'hmeimim'), properties: { since: '2016' } },
  relation('r-3', 'operates', 'russia', 'tartus'),
  claim('c-1', 'r-1'),
  claim('c-2', 'r-2'),
  claim('c-3', 'hmeimim', { property: 'Runway' })
]
/** A vocabulary of ships and states, with what has its types. */
export const ships = Graph.of('Ships', SHIPS)
