import { apply, type Change } from '@core/change/change'
import { isRefusal, type Refusal } from '@core/change/refusal'
import { Graph } from '@core/graph/graph'
import type { Alias, AnyRecord, Claim, Entity, Relation, Source } from '@core/records/records'

export const entity = (id: string, type: string, name: string, ...aliases: readonly Alias[]): Entity => ({
  kind: 'entity',
  id,
  type,
  name,
  aliases: [...aliases]
})

export const native = (text: string): Alias => ({ text, kind: 'native' })

export const relation = (id: string, type: string, from: string, to: string): Relation => ({
  kind: 'relation',
  id,
  type,
  from,
  to
})

export const source = (id: string, more: Partial<Source> = {}): Source => ({
  kind: 'source',
  id,
  title: `Report ${id}`,
  reliability: 'B',
  ...more
})

export const claim = (id: string, about: string, more: Partial<Claim> = {}): Claim => ({
  kind: 'claim',
  id,
  about,
  stance: 'supports',
  statement: `What ${id} says.`,
  source: 's-wire',
  credibility: 2,
  recorded: '2025-03-02T12:00:00Z',
  ...more
})

export const VOCABULARY: readonly AnyRecord[] = [
  { kind: 'entityType', id: 'state', label: 'State' },
  { kind: 'entityType', id: 'person', label: 'Person' },
  { kind: 'entityType', id: 'armed-group', label: 'Armed group' },
  { kind: 'entityType', id: 'facility', label: 'Facility' },
  { kind: 'entityType', id: 'place', label: 'Place' },
  {
    kind: 'relationType',
    id: 'operates',
    label: 'operates',
    inverse: 'operated by',
    from: ['state', 'armed-group'],
    to: ['facility']
  },
  {
    kind: 'relationType',
    id: 'leads',
    label: 'leads',
    inverse: 'led by',
    from: ['person'],
    to: ['armed-group', 'state']
  },
  { kind: 'relationType', id: 'meets', label: 'meets', inverse: 'meets', symmetric: true },
  {
    kind: 'relationType',
    id: 'near',
    label: 'near',
    inverse: 'near',
    symmetric: true,
    from: ['facility'],
    to: ['place']
  }
]

/** Russia operates Hmeimim (two origins); al-Sharaa leads HTS (one source); he meets nobody yet. */
export const RECORDS: readonly AnyRecord[] = [
  ...VOCABULARY,
  source('s-wire', { title: 'Wire report', published: '2024-12-13' }),
  source('s-paper', { title: 'Paper', published: '2024-12-14', basedOn: 's-wire' }),
  source('s-rt', {
    title: 'New Syrian leader wants close ties',
    published: '2024-12-29',
    text: { file: 'rt.txt', sha256: 'a'.repeat(64), paragraphs: 14 }
  }),
  entity('e-russia', 'state', 'Russia', { text: 'Россия', kind: 'native', script: 'Cyrl' }),
  entity('e-hmeimim', 'facility', 'Hmeimim Air Base', { text: 'قاعدة حميميم الجوية', kind: 'native', script: 'Arab' }),
  entity('e-sharaa', 'person', 'Ahmed al-Sharaa', { text: 'أبو محمد الجولاني', kind: 'nom-de-guerre', script: 'Arab' }),
  entity('e-hts', 'armed-group', 'Hay’at Tahrir al-Sham', { text: 'HTS', kind: 'acronym' }),
  entity('e-latakia', 'place', 'Latakia'),
  relation('r-operates', 'operates', 'e-russia', 'e-hmeimim'),
  relation('r-leads', 'leads', 'e-sharaa', 'e-hts'),
  relation('r-near', 'near', 'e-hmeimim', 'e-latakia'),
  claim('c-1', 'r-operates', { when: '2017/..' }),
  claim('c-2', 'r-operates', { source: 's-rt', locator: { paragraph: 7 }, credibility: 3 }),
  claim('c-3', 'r-leads', { source: 's-paper', attributedTo: 'e-russia' }),
  { kind: 'notSame', id: 'e-hmeimim e-latakia', pair: ['e-hmeimim', 'e-latakia'] },
  { kind: 'view', id: 'overview', name: 'Overview', positions: [['e-russia', 10, 20]] }
]

export const sampleGraph = (): Graph => Graph.of('Sample', RECORDS)

/** The graph after a change that must not be refused. */
export function applied(graph: Graph, change: Change | Refusal): Graph {
  if (isRefusal(change)) throw new Error(`refused: ${change.refused}`)
  const result = apply(graph, change)
  if (isRefusal(result)) throw new Error(`not applied: ${result.refused}`)
  return result
}

/** Every record of a graph, in one order. */
export const recordsOf = (graph: Graph): readonly AnyRecord[] =>
  (
    ['entityType', 'relationType', 'source', 'entity', 'relation', 'claim', 'notSame', 'view', 'conflict'] as const
  ).flatMap((kind) => [...graph.all(kind).values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
