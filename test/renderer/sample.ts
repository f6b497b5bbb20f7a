import type { AnyRecord, Claim, Entity, Relation, Source } from '@core/records/records'

export const entity = (id: string, type: string, name: string, more: Partial<Entity> = {}): Entity => ({
  kind: 'entity',
  id,
  type,
  name,
  aliases: [],
  ...more
})

export const relation = (id: string, type: string, from: string, to: string): Relation => ({
  kind: 'relation',
  id,
  type,
  from,
  to
})

export const source = (id: string, title: string, more: Partial<Source> = {}): Source => ({
  kind: 'source',
  id,
  title,
  reliability: 'C',
  ...more
})

export const claim = (id: string, about: string, from: string, more: Partial<Claim> = {}): Claim => ({
  kind: 'claim',
  id,
  about,
  stance: 'supports',
  statement: `Statement ${id}`,
  source: from,
  credibility: 2,
  recorded: '2025-03-02T12:00:00Z',
  ...more
})

/** Russia's two bases: one relation disputed, one corroborated, one denied, one without a source. */
export const BASES: readonly AnyRecord[] = [
  { kind: 'entityType', id: 'state', label: 'State' },
  { kind: 'entityType', id: 'facility', label: 'Facility' },
  { kind: 'entityType', id: 'equipment', label: 'Equipment' },
  { kind: 'relationType', id: 'operates', label: 'operates', inverse: 'operated by' },
  { kind: 'relationType', id: 'withdraws-from', label: 'withdraws from', inverse: 'left by' },
  { kind: 'relationType', id: 'seen-at', label: 'seen at', inverse: 'sighted there' },
  entity('russia', 'state', 'Russia'),
  entity('hmeimim', 'facility', 'Hmeimim Air Base', {
    summary: 'Russian air base on the coast near Latakia.',
    period: '2015/..',
    aliases: [
      { text: 'قاعدة حميميم الجوية', kind: 'native', script: 'Arab' },
      { text: 'Khmeimim', kind: 'transliteration', script: 'Latn' },
      { text: 'Хмеймим', kind: 'transliteration', script: 'Cyrl' }
    ]
  }),
  entity('tartus', 'facility', 'Tartus Naval Base'),
  entity('antonov', 'equipment', 'An-124 transports'),
  relation('r-operates', 'operates', 'russia', 'hmeimim'),
  relation('r-leaves', 'withdraws-from', 'russia', 'hmeimim'),
  relation('r-tartus', 'withdraws-from', 'russia', 'tartus'),
  relation('r-seen', 'seen-at', 'antonov', 'hmeimim'),
  source('s-images', '[Images of the Russian bases]', {
    publisher: 'Reprint, based on NBC News',
    published: '2024-12-14~',
    url: 'https://example.org/images'
  }),
  source('s-ties', 'New Syrian leader wants close ties with Russia', {
    publisher: 'RT',
    published: '2024-12-29',
    reliability: 'D'
  }),
  source('s-wire', 'Wire report', { publisher: 'MENAFN', published: '2024-12-15' }),
  claim('c-1', 'r-operates', 's-images'),
  claim('c-2', 'r-operates', 's-wire'),
  claim('c-3', 'r-leaves', 's-images', {
    statement: 'Imagery shows heavy transports ready to load at the airfield.',
    when: '2024-12-13',
    locator: { paragraph: 4 },
    attributedTo: 'Maxar Technologies'
  }),
  claim('c-4', 'r-leaves', 's-wire', { statement: 'More troops due to fly out', credibility: 3 }),
  claim('c-5', 'r-leaves', 's-ties', {
    stance: 'denies',
    statement: 'The bases keep working as before.',
    when: '2024-12',
    credibility: 4
  }),
  claim('c-6', 'r-leaves', 's-ties', {
    stance: 'uncertain',
    statement: 'No decision yet, Russia says',
    credibility: 6
  }),
  claim('c-7', 'r-tartus', 's-ties', { stance: 'denies' }),
  {
    kind: 'view',
    denials: true,
    id: 'v-1',
    name: 'Bases after Assad',
    positions: [
      ['russia', 0, 0],
      ['hmeimim', 200, 100]
    ]
  },
  { kind: 'view', id: 'v-2', name: 'Russia alone', entities: ['russia'], denials: true, positions: [] }
]
