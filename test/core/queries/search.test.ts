import { Graph } from '@core/graph/graph'
import { HOWS } from '@core/names/match-name'
import { type Hit, makeSearch } from '@core/queries/search'
import type { Alias } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, entity, native, relation } from '../sample'

const alias = (text: string, kind: Alias['kind'] = 'alias'): Alias => ({ text, kind })
const GRAPH = Graph.of('', [
  entity('e-sharaa', 'person', 'Ahmed al-Sharaa', alias('أبو محمد الجولاني', 'nom-de-guerre'), native('أحمد الشرع')),
  entity('e-golan', 'place', 'Golan buffer zone', native('المنطقة العازلة في الجولان')),
  entity('e-hmeimim', 'facility', 'Hmeimim Air Base', native('قاعدة حميميم الجوية')),
  entity('e-tartus', 'facility', 'Tartus Naval Base'),
  entity('e-hts', 'armed-group', 'Hay’at Tahrir al-Sham', alias('HTS', 'acronym'), native('هيئة تحرير الشام')),
  entity('e-turkey', 'state', 'Turkey', alias('Türkiye')),
  entity('e-tariq', 'person', 'Tariq Aziz'),
  entity('e-russia', 'state', 'Russia', native('Россия')),
  entity('e-rt', 'media', 'Russia Today', alias('RT', 'acronym')),
  entity('e-us', 'state', 'United States', alias('U.S.', 'acronym')),
  entity('e-ka52', 'equipment', 'Ka-52 helicopter'),
  relation('r', 'meets', 'e-russia', 'e-turkey')
])
const search = makeSearch(GRAPH)
const ids = (hits: readonly Hit[]) => hits.map((hit) => hit.entity.id)
const first = (text: string) => search.find(text)[0]
const marked = (hit: Hit | undefined) => hit?.ranges.map((range) => hit.text.slice(...range))

describe('finds a person by any spelling in any script, though one alias only is recorded', () => {
  it.each([
    'Julani',
    'Jawlani',
    'al-Julani',
    'الجولاني',
    'جولاني',
    'Джулани',
    'аль-Джулани',
    'Ahmed al-Sharaa',
    'ahmad shara',
    'Sharaa',
    'al-Shara',
    'alsharaa',
    'Charaa',
    'الشرع',
    'Шараа',
    'Ахмед аш-Шараа'
  ])('%s', (text) => {
    expect(first(text)?.entity.id).toBe('e-sharaa')
  })

  it.each([
    ['Khmeimim', 'e-hmeimim'],
    ['khmeymim', 'e-hmeimim'],
    ['Хмеймим', 'e-hmeimim'],
    ['حميميم', 'e-hmeimim'],
    ['Tartous', 'e-tartus'],
    ['طرطوس', 'e-tartus'],
    ['hayat tahrir', 'e-hts'],
    ['H.T.S.', 'e-hts'],
    ['هيئه تحرير الشام', 'e-hts'],
    ['Turkiye', 'e-turkey'],
    ['turky', 'e-turkey'],
    ['us', 'e-us'],
    ['ka52', 'e-ka52'],
    ['KA-52', 'e-ka52'],
    ['٥٢', 'e-ka52'],
    ['россия', 'e-russia']
  ])('%s: %s', (text, id) => {
    expect(first(text)?.entity.id).toBe(id)
  })
})

describe.each([
  ['Julani', 'Jolani', 'Jawlani', 'al-Jolani', 'الجولاني', 'Джулани'],
  ['Khmeimim', 'Hmeimim', 'حميميم', 'Хмеймим'],
  ['Tartous', 'Tartus', 'طرطوس', 'Тартус'],
  ['al-Shara', 'al-Sharaa', 'Charaa', 'الشرع', 'Шараа']
])('of %s and the other spellings', (...names) => {
  it.each(names)('each finds the one who is recorded as %s alone', (recorded) => {
    const only = makeSearch(Graph.of('', [entity('e-1', 'person', recorded), entity('e-2', 'place', 'Moscow')]))
    for (const name of names) expect(ids(only.find(name))).toEqual(['e-1'])
  })
})

describe('a hit says', () => {
  it.each([
    ['Russia', 'Russia', 'name', 'exact name', ['Russia']],
    ['HTS', 'HTS', 'acronym', 'exact name', ['HTS']],
    ['today', 'Russia Today', 'name', 'exact word', ['Today']],
    ['hmei', 'Hmeimim Air Base', 'name', 'begins alike', ['Hmei']],
    ['khmeimim', 'Hmeimim Air Base', 'name', 'one letter differs', ['Hmeimim']],
    ['rusiia', 'Russia', 'name', 'one letter differs', ['Russia']],
    ['الجولاني', 'أبو محمد الجولاني', 'nom-de-guerre', 'exact word', ['الجولاني']],
    ['محمد جولا', 'أبو محمد الجولاني', 'nom-de-guerre', 'begins alike', ['محمد', 'جولا']],
    ['Джулани', 'أبو محمد الجولاني', 'nom-de-guerre', 'sounds alike', ['الجولاني']],
    ['taḥrīr sha', 'Hay’at Tahrir al-Sham', 'name', 'begins alike', ['Tahrir', 'Sha']],
    ['hay', 'Hay’at Tahrir al-Sham', 'name', 'begins alike', ['Hay’']]
  ])('%s: by which name, of what kind, how, and where', (text, name, kind, how, parts) => {
    const hit = first(text)
    expect([hit?.text, hit?.nameKind, hit?.how]).toEqual([name, kind, how])
    expect(marked(hit)).toEqual(parts)
  })
})

describe('the order is', () => {
  it('exact, then beginnings, then misspellings, then sounds', () => {
    const graph = Graph.of(
      '',
      ['Sharasa', 'Shara Basin', 'Sharp', 'Shara', 'Charaa Hill'].map((name, at) => entity(`e-${at}`, 'place', name))
    )
    const hits = makeSearch(graph).find('Shara')
    expect(hits.map(({ entity, how }) => [entity.name, how])).toEqual([
      ['Shara', 'exact name'],
      ['Shara Basin', 'exact word'],
      ['Sharasa', 'begins alike'],
      ['Sharp', 'one letter differs'],
      ['Charaa Hill', 'sounds alike']
    ])
    expect(HOWS.indexOf('sounds alike')).toBe(HOWS.length - 1)
  })

  it('the shorter name and the better connected first', () => {
    expect(ids(search.find('Russia'))).toEqual(['e-russia', 'e-rt'])
    const twins = [
      entity('e-1', 'state', 'Korea'),
      entity('e-2', 'state', 'Korea'),
      relation('r', 'meets', 'e-2', 'e-2')
    ]
    expect(ids(makeSearch(Graph.of('', twins)).find('korea'))).toEqual(['e-2', 'e-1'])
  })
})

describe('finds', () => {
  it('each entity once, and no more than asked', () => {
    const graph = Graph.of(
      '',
      Array.from({ length: 50 }, (_, at) => entity(`e-${at}`, 'place', 'Same', alias('Same'), alias('Same again')))
    )
    const hits = makeSearch(graph).find('same')
    expect(new Set(ids(hits)).size).toBe(20)
    expect(makeSearch(graph).find('same', { most: 3 }).length).toBe(3)
  })

  it('only what answers every word', () => {
    expect(ids(search.find('russia today'))).toEqual(['e-rt'])
    expect(search.find('russia golan')).toEqual([])
  })

  it('nothing for nothing, for signs alone, and for names that no entity has', () => {
    for (const text of ['', '   ', '…!?', '\u0301', 'qqqqqqq']) expect(search.find(text)).toEqual([])
  })

  it('Turkey, not Tariq, though both have the same consonants', () => {
    expect(ids(search.find('Turkey'))).toEqual(['e-turkey'])
  })

  it('an answer to any text without stumbling', () => {
    const odd = [
      '__proto__',
      'constructor',
      'toString',
      '\ud800',
      '\u202E',
      '<img onerror>',
      'a'.repeat(100_000),
      `a${'\u0301'.repeat(10_000)}`,
      '~jln',
      '*'
    ]
    for (const text of odd) expect(Array.isArray(search.find(text))).toBe(true)
    const named = makeSearch(
      Graph.of('', [entity('__proto__', 'state', '__proto__'), entity('x', 'state', 'constructor')])
    )
    expect(ids(named.find('__proto__'))).toEqual(['__proto__'])
    expect(ids(named.find('constructor'))).toEqual(['x'])
  })
})

describe('after changes', () => {
  it('finds new names and no longer the old ones', () => {
    const live = makeSearch(GRAPH)
    const before = GRAPH.get('entity', 'e-russia') ?? entity('', '', '')
    const renamed = {
      label: '',
      edits: [
        { before, after: { ...before, name: 'Muscovy', aliases: [] } },
        { after: entity('e-new', 'place', 'Novgorod') }
      ]
    }
    const graph = applied(GRAPH, renamed)
    live.update(renamed, graph)
    expect(ids(live.find('Muscovy'))).toEqual(['e-russia'])
    expect(ids(live.find('Novgorod'))).toEqual(['e-new'])
    expect(ids(live.find('Россия'))).not.toContain('e-russia')
    const removal = { label: '', edits: [{ before: entity('e-new', 'place', 'Novgorod') }] }
    live.update(removal, applied(graph, removal))
    expect(live.find('Novgorod')).toEqual([])
  })

  it('whatever they are, finds what a new index would', () => {
    const runs = any.graph.chain((graph) =>
      any
        .changeTo(graph)
        .chain((change) => fc.tuple(fc.constant(graph), fc.constant(change), any.changeTo(applied(graph, change))))
    )
    fc.assert(
      fc.property(runs, any.name, ([graph, change, next], text) => {
        const live = makeSearch(graph)
        const second = applied(graph, change)
        live.update(change, second)
        const third = applied(second, next)
        live.update(next, third)
        const anew = makeSearch(third)
        for (const asked of ['Russia', 'الجولاني', 'Julani', text])
          expect(live.find(asked).map(({ entity, text, how }) => [entity, text, how])).toEqual(
            anew.find(asked).map(({ entity, text, how }) => [entity, text, how])
          )
      }),
      { numRuns: 40 }
    )
  })
})

it('what it marks lies inside the name, in order and apart', () => {
  fc.assert(
    fc.property(any.graph, any.text(12), (graph, text) => {
      for (const hit of makeSearch(graph).find(text)) {
        let last = -1
        for (const [from, to] of hit.ranges) {
          expect(from).toBeGreaterThan(last)
          expect(to).toBeGreaterThanOrEqual(from)
          expect(to).toBeLessThanOrEqual(hit.text.length)
          last = to
        }
      }
    }),
    { numRuns: 40 }
  )
})
