import type { SvgElement } from '@core/drawing/svg-element'
import type { FigureOptions } from '@core/figure/figure-options'
import { makeScene } from '@core/figure/scene'
import { sceneToSvg } from '@core/figure/svg'
import { Graph } from '@core/graph/graph'
import type { AnyRecord, View } from '@core/records/records'
import type { Measure } from '@core/text/typesetting'
import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claim, entity, native, RECORDS, relation, sampleGraph, source } from '../sample'

const measure: Measure = (text, size) => [...text].length * size * 0.55
const OPTIONS: FigureOptions = { theme: 'light', width: 1600, legend: true, sources: true, clock: 'world' }
const VIEW: View = {
  kind: 'view',
  id: 'v',
  name: 'Bases',
  positions: [
    ['e-russia', 0, 0],
    ['e-hmeimim', 300, 40],
    ['e-sharaa', 0, 260],
    ['e-hts', 320, 280],
    ['e-latakia', 520, 120]
  ]
}

const scene = (more: Partial<FigureOptions> = {}, graph = sampleGraph(), view: View = VIEW) =>
  makeScene(graph, view, { ...OPTIONS, ...more }, measure)

function texts(elements: readonly SvgElement[]): readonly string[] {
  return elements.flatMap(({ text, children }) => [...(text === undefined ? [] : [text]), ...texts(children ?? [])])
}

const said = (...given: Parameters<typeof scene>) => texts(scene(...given).elements)

describe('a figure', () => {
  it('says what it holds for', () => {
    expect(said()).toContain('All claims, according to three sources')
    expect(said({ asOf: '2024-12-30' })).toContain('As claimed for 30 December 2024, according to two sources')
    expect(said({ asOf: '2024-12', clock: 'published' })).toContain(
      'As claimed for December 2024, by what had been published by then, according to three sources'
    )
    expect(said({ asOf: '2024', clock: 'recorded' })).toContain(
      'As claimed for 2024, by what had been recorded by then, no source given'
    )
    expect(said({ asOf: '2024', publishedBy: '2025-06' })[0]).toMatch(
      /^As claimed for 2024, by what had been published by June 2025, /
    )
  })

  it('takes the date of its view unless it is given one', () => {
    const view: View = { ...VIEW, asOf: '2024-12-13', clock: 'published' }
    expect(said({}, sampleGraph(), view)).toContain(
      'As claimed for 13 December 2024, by what had been published by then, according to one source'
    )
    expect(said({ asOf: '2024-12-30' }, sampleGraph(), view)[0]).toBe(
      'As claimed for 30 December 2024, according to two sources'
    )
  })

  it('has the title it is given, else that of its view, and none for an empty one', () => {
    const titled: View = { ...VIEW, title: 'Russia’s bases' }
    expect(said({ title: 'Mine' }, sampleGraph(), titled)).toContain('Mine')
    expect(said({}, sampleGraph(), titled)).toContain('Russia’s bases')
    expect(said({ title: '' }, sampleGraph(), titled)).not.toContain('Russia’s bases')
    expect(scene({ title: '' }, sampleGraph(), titled).title).toBe('Bases')
  })

  it('names the database that states a relation: in its first line, in the legend and among the sources', () => {
    const relations = [...sampleGraph().all('relation').values()]
    const [first] = relations.filter(({ id }) => sampleGraph().claimsAbout(id).length === 0)
    if (!first) throw new Error('The sample has a relation without claims.')
    const place = { scheme: 'bolt', host: 'localhost', port: 7687, user: 'u', database: 'ships' }
    const graph = Graph.of(
      'G',
      RECORDS.map((record) => (record === first || record.id === first.id ? { ...first, neo4j: {} } : record)),
      new Map([['neo4j', place]])
    )
    const words = said({}, graph).map((text) => text.replace(/[\u2066-\u2069]/g, ''))
    expect(words).toContain('All claims, according to three sources and ships on localhost')
    expect(words).toContain('Stated by ships on localhost (no mark in the drawing)')
    expect(words).toContain('the Neo4j database ships on localhost, as it was read')
    expect(words.filter((text) => text === 'D')).toHaveLength(2)
    expect(words).not.toContain('No source')
  })

  it('has a legend of what it shows and nothing else', () => {
    const legend = said({ sources: false })
    for (const shown of ['State', 'Facility', 'Person', 'Armed group', 'Place', 'Single source', 'No source'])
      expect(legend).toContain(shown)
    for (const absent of ['Event', 'Disputed', 'Denied', 'Uncertain']) expect(legend).not.toContain(absent)
    expect(said({ legend: false, sources: false })).not.toContain('State')
  })

  it('numbers its relations only where it lists them', () => {
    const list = said()
    expect(list.filter((text) => text === '1')).toHaveLength(2)
    expect(list).toContain('Russia operates Hmeimim Air Base')
    expect(list).toContain('S2, S3 ¶7')
    expect(list).toContain('no source')
    const plain = said({ sources: false })
    expect(plain).toContain('operates')
    expect(plain).not.toContain('1')
    expect(plain).not.toContain('Russia operates Hmeimim Air Base')
  })

  it('lists its sources by number, with who, when, after whom, and the grade', () => {
    const list = said()
    expect(list).toContain('“Wire report”, no publisher given, 13 Dec 2024')
    expect(list).toContain('“Paper”, no publisher given, 14 Dec 2024; after “Wire report”')
    expect(list.filter((text) => text === 'B')).toHaveLength(3)
  })

  it('says who denies and who doubts', () => {
    const graph = Graph.of('Disputed', [
      ...RECORDS,
      claim('c-4', 'r-operates', { stance: 'denies', source: 's-rt', locator: { paragraph: 14 } }),
      claim('c-5', 'r-operates', { stance: 'uncertain', source: 's-rt', locator: { page: 3, paragraph: 2 } })
    ])
    expect(said({}, graph)).toContain('S2, S3 ¶7; denied S3 ¶14; uncertain S3 p. 3 ¶2')
    expect(said({}, graph)).toContain('Disputed')
  })

  it('says what is only inferred, and names the lighter mark only where it is drawn', () => {
    const poor = source('s-poor', { reliability: 'E' })
    const denied = claim('c-4', 'r-operates', { stance: 'denies', source: 's-poor', credibility: 5 })
    const own = RECORDS.map((record) =>
      record.kind === 'claim' && record.about === 'r-operates' ? { ...record, inferred: true } : record
    )
    expect(said({}, Graph.of('Inferred', own))).toContain('inferred from S2, S3 ¶7')
    const weak = said({}, Graph.of('Weak', [...RECORDS, poor, denied]))
    expect(weak).toContain('Disputed, one side weak')
    expect(weak).not.toContain('Disputed')
    const even = said({}, Graph.of('Even', [...RECORDS, poor, { ...denied, source: 's-rt', credibility: 2 }]))
    expect(even).not.toContain('Disputed, one side weak')
  })

  it('draws no relation that the date leaves without claims', () => {
    const dated = Graph.of(
      'Dated',
      RECORDS.filter(({ id }) => id !== 'c-2')
    )
    expect(said({ asOf: '2018' }, dated)).toContain('operates')
    expect(said({ asOf: '2016' }, dated)).not.toContain('operates')
    // A claim without a date speaks of the day on which it was published.
    expect(said({ asOf: '2016' }, dated)).not.toContain('leads')
    expect(said({ asOf: '2024-12-14' }, dated)).toContain('leads')
  })

  it('is at least 720 px wide and as wide as its view needs', () => {
    expect(scene().width).toBe(720)
    const wide: View = { ...VIEW, positions: VIEW.positions.map(([id, x, y]) => [id, x * 6, y * 6]) }
    expect(scene({}, sampleGraph(), wide).width).toBeGreaterThan(1200)
  })

  it('places what the view has no place for', () => {
    const names = said({}, sampleGraph(), { ...VIEW, positions: VIEW.positions.slice(0, 2) })
    expect(names).toContain('Latakia')
    expect(names).toContain('Ahmed al-Sharaa')
  })

  it('takes an empty graph', () => {
    expect(said({}, Graph.of('Empty', []))).toEqual(['All claims, no source given'])
  })

  it('has no background on a transparent page, and stops lines under words there', () => {
    expect(scene({ theme: 'transparent' }).background).toBeUndefined()
    expect(JSON.stringify(scene({ theme: 'transparent' }).elements)).not.toContain('paint-order')
    expect(scene({ theme: 'dark' }).background).toBe('#15171A')
    expect(JSON.stringify(scene({ theme: 'dark' }).elements)).toContain('paint-order')
  })

  it('is told to those who hear it', () => {
    const svg = sceneToSvg(scene())
    expect(svg).toContain('role="img"')
    expect(svg).toContain('<title>Bases</title>')
    expect(svg).toContain('Russia operates Hmeimim Air Base (corroborated)')
  })

  it('says which labels are cut or found no free place', () => {
    const heap: View = { ...VIEW, positions: VIEW.positions.map(([id]) => [id, 0, 0]) }
    expect(scene({}, sampleGraph(), heap).notes.join(' ')).toMatch(/no free place/)
    expect(scene().notes).toEqual([])
    const long = Graph.of('Long', [...RECORDS, entity('e-latakia', 'place', 'W'.repeat(90))])
    expect(scene({}, long).notes).toEqual([`The name of ${'W'.repeat(79)}… is cut.`])
  })

  it('is the same in whatever order its records come', () => {
    const turned = Graph.of('Sample', [...RECORDS].reverse())
    expect(sceneToSvg(scene({}, turned))).toBe(sceneToSvg(scene()))
  })
})

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"]]>&amp;\u0001\uFFFF',
  'evil \u202Egnp.exe',
  `Z${'\u0351'.repeat(490)}`,
  'W'.repeat(500),
  '👩‍👩‍👧 漢字',
  'هيئة (HTS) تحرير 2017! Путин ישראל',
  '__proto__'
]

const anyName = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 40 })
  .map((units) => String.fromCharCode(...units))

/** The rasteriser's parser takes nothing but well-formed XML. */
function expectWellFormed(svg: string) {
  expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow()
}

describe('a figure of hostile names', () => {
  const records = (name: string): readonly AnyRecord[] => [
    ...RECORDS,
    { kind: 'entityType', id: 'odd', label: name },
    entity('odd', 'odd', name, native(name)),
    relation('r-odd', name.slice(0, 1) === 'W' ? name : 'leads', 'odd', 'odd'),
    relation('r-odd2', '__proto__', 'odd', 'e-russia'),
    source('s-odd', { title: name, publisher: name }),
    claim('c-odd', 'r-odd', { source: 's-odd' })
  ]

  it.each(HOSTILE)('is well-formed XML that holds nothing but drawing: %s', (name) => {
    const svg = sceneToSvg(scene({ title: name }, Graph.of(name, records(name)), { ...VIEW, name }))
    expectWellFormed(svg)
    expect(new Set(Array.from(svg.matchAll(/<([a-z]+)/g), ([, tag]) => tag))).not.toContain('img')
    expect(svg).not.toMatch(/href|url\(|<script|<style|[\u202A-\u202E]/)
  })

  it('is well-formed whatever the name', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const svg = sceneToSvg(scene({ title: name }, Graph.of(name, records(name)), { ...VIEW, name }))
        expectWellFormed(svg)
      }),
      { numRuns: 12 }
    )
  })
})
