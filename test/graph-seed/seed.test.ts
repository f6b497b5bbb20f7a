import { readFileSync } from 'node:fs'
import { evidence } from '@core/evidence/evidence'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import { basisOf } from '@core/records/basis'
import { notSameId } from '@core/records/records'
import { defaultView, shown, viewsOf } from '@core/view/shown'
import { describe, expect, it } from 'vitest'

const text = readFileSync(new URL('../../graph-seed/syria-2024.entente.json', import.meta.url), 'utf8')

function read(): Graph {
  const file = parseGraph(text)
  if ('problems' in file) throw new Error(file.problems.map(({ message }) => message).join('\n'))
  return file.graph
}

const graph = read()
const entities = [...graph.all('entity').values()]
const relations = [...graph.all('relation').values()]
const claims = [...graph.all('claim').values()]
const documents = [...graph.all('source').values()].filter(({ text: file }) => file)

describe('the seed graph', () => {
  it('is canonical: saving it gives the same bytes', () => {
    expect(serialiseGraph(graph)).toBe(text)
    expect(text.normalize('NFC')).toBe(text)
  })

  it('is as large as five documents make it', () => {
    expect(documents).toHaveLength(5)
    expect(entities.length).toBeGreaterThanOrEqual(80)
    expect(relations.length).toBeGreaterThanOrEqual(150)
    expect(claims.length).toBeGreaterThanOrEqual(200)
  })

  it('names only records that it holds', () => {
    const dangling = [
      ...relations.flatMap(({ id, from, to }) =>
        [from, to].filter((end) => !graph.get('entity', end)).map((end) => [id, end])
      ),
      ...claims.filter(({ about }) => !graph.get('entity', about) && !graph.get('relation', about)),
      ...claims.filter((claim) => [claim.source, ...basisOf(claim)].some((id) => !graph.get('source', id))),
      ...claims.filter(({ attributedTo }) => attributedTo?.startsWith('e-') && !graph.get('entity', attributedTo)),
      ...[...graph.all('notSame').values()].filter(({ pair }) => pair.some((id) => !graph.get('entity', id))),
      ...[...graph.all('view').values()].flatMap(({ entities: ids = [], positions }) =>
        [...ids, ...positions.map(([id]) => id)].filter((id) => !graph.get('entity', id))
      )
    ]
    expect(dangling).toEqual([])
  })

  it('joins only what the vocabulary lets it join', () => {
    const typeOf = (id: string) => graph.get('entity', id)?.type ?? ''
    const wrong = relations.filter(({ type, from, to }) => {
      const known = graph.get('relationType', type)
      return (
        !known ||
        !(known.from ?? [typeOf(from)]).includes(typeOf(from)) ||
        !(known.to ?? [typeOf(to)]).includes(typeOf(to))
      )
    })
    expect(wrong).toEqual([])
    expect(entities.filter(({ type }) => !graph.get('entityType', type))).toEqual([])
    const used = new Set(relations.map(({ type }) => type))
    expect([...graph.all('relationType').keys()].filter((id) => !used.has(id))).toEqual([])
  })

  it('has a claim for every relation and a relation for every entity', () => {
    expect(relations.filter(({ id }) => graph.claimsAbout(id).length === 0)).toEqual([])
    expect(entities.filter(({ id }) => graph.relationsOf(id).length === 0)).toEqual([])
  })

  it('says of every entity in one line what it is', () => {
    expect(entities.filter(({ summary = '' }) => summary === '' || summary.includes('\n')).map(({ id }) => id)).toEqual(
      []
    )
  })

  it('takes every claim from a paragraph that its document has', () => {
    const outside = claims.filter(({ source, locator }) => {
      const paragraphs = graph.get('source', source)?.text?.paragraphs ?? 0
      const { paragraph = 0, start = 0, end = 0 } = locator ?? {}
      return paragraph < 1 || paragraph > paragraphs || start >= end
    })
    expect(outside).toEqual([])
  })

  it('names the property in every claim about an entity, and in no other', () => {
    expect(claims.filter(({ about, property }) => Boolean(graph.get('entity', about)) !== Boolean(property))).toEqual(
      []
    )
  })

  it('takes at least 30 claims from each document', () => {
    for (const { id } of documents) expect(graph.claimsFrom(id).length, id).toBeGreaterThanOrEqual(30)
  })

  it('gives every source its reliability with a reason', () => {
    const unreasoned = [...graph.all('source').values()].filter(({ note = '' }) => !note.startsWith('Reliability: '))
    expect(unreasoned.map(({ id }) => id)).toEqual([])
  })

  it('gives one name to one thing, but for recorded homonyms', () => {
    const named = new Map<string, string>()
    const shared: string[] = []
    for (const { id, name, aliases } of entities)
      for (const other of [name, ...aliases.map((alias) => alias.text)]) {
        const key = other.toLowerCase().replace(/[\p{P}\p{Z}]/gu, '')
        const first = named.get(key) ?? id
        if (first !== id && !graph.get('notSame', notSameId(first, id))) shared.push(`${other}: ${first}, ${id}`)
        named.set(key, first)
      }
    expect(shared).toEqual([])
  })
})

describe('the evidence of the seed graph', () => {
  const stances = (about: string, property?: string) =>
    [
      ...new Set(
        graph
          .claimsAbout(about)
          .map((id) => graph.get('claim', id))
          .filter((claim) => claim?.property === property)
          .map((claim) => claim?.stance)
      )
    ].sort()

  it('is in conflict where the documents are', () => {
    expect(stances('r-russia-withdraws-from-syria')).toEqual(['denies', 'supports', 'uncertain'])
    expect(stances('r-russia-withdraws-from-hmeimim')).toEqual(['denies', 'uncertain'])
    expect(stances('r-russia-withdraws-from-tartus')).toEqual(['denies', 'uncertain'])
    expect(stances('r-russian-state-media-calls-terrorists-rebels')).toEqual(['denies', 'supports'])
    expect(stances('r-russia-owes-compensation-to-syria')).toEqual(['supports', 'uncertain'])
    expect(stances('r-russia-extradites-assad')).toEqual(['denies'])
  })

  it('denies nothing that its document only doubts', () => {
    expect(stances('r-russia-party-to-new-deal')).toEqual(['uncertain'])
    expect(stances('r-new-authorities-party-to-new-deal')).toEqual(['uncertain'])
    expect(stances('r-new-authorities-in-talks-with-russia')).toEqual(['supports', 'uncertain'])
  })

  it('keeps rival accounts apart, side by side', () => {
    for (const [about, ...rivals] of [
      ['e-hmeimim', 'activity: as usual', 'activity: packing up'],
      ['e-fall', 'cause: the army’s decay', 'cause: the rebels’ attack'],
      ['e-russia', 'priority: Syria', 'priority: the war in Ukraine']
    ] as const)
      for (const property of rivals) expect(stances(about, property), property).not.toEqual([])
    expect(stances('r-assad-resigns-from-syria')).toEqual(['supports'])
    expect(stances('r-rebels-overthrows-assad')).toEqual(['supports', 'uncertain'])
  })

  it('says of every relation type whether it is an event or a state', () => {
    const types = [...graph.all('relationType').values()]
    expect(types.filter(({ aspect }) => !aspect).map(({ id }) => id)).toEqual([])
    expect(types.filter(({ membership }) => membership).map(({ id }) => id)).toEqual([
      'leads',
      'office-in',
      'part-of',
      'president-of'
    ])
  })

  it('names who speaks by an entity, or as the document describes them', () => {
    const names = claims.flatMap(({ attributedTo }) => attributedTo ?? [])
    expect(names.filter((name) => !name.startsWith('e-') && !/^\p{Ll}/u.test(name))).toEqual([])
  })

  it('says in a note which step of its own a claim takes', () => {
    const inferred = claims.filter((claim) => claim.inferred)
    expect(inferred.length).toBeGreaterThan(0)
    expect(inferred.filter(({ note = '' }) => note === '').map(({ id }) => id)).toEqual([])
  })

  it('grades as confirmed only what more than one document says', () => {
    const alone = claims.filter(({ about, property, credibility }) => {
      const mates = claims.filter((mate) => mate.about === about && mate.property === property)
      return credibility === 1 && new Set(mates.map(({ source }) => source)).size < 2
    })
    expect(alone.map(({ id }) => id)).toEqual([])
  })

  it('is an example: the days of recording were set, not lived', () => {
    const until = String(graph.extra.get('example'))
    const days = [...graph.all('claim').values()].map(({ recorded = '' }) => String(recorded).slice(0, 10))
    expect(days.filter((day) => day > until)).toEqual([])
    expect(until < '2026').toBe(true)
  })
})

describe('what the seed graph says of a day', () => {
  const status = (relation: string, asOf?: string) => {
    expect(graph.get('relation', relation), relation).toBeDefined()
    return evidence(graph, relation, asOf ? { asOf } : {}).status
  }

  it('holds the three ties that the product is named for', () => {
    expect(status('r-turkey-supports-hts')).toBe('single-source')
    expect(status('r-assad-allied-with-russia')).toBe('corroborated')
    expect(status('r-ukraine-supports-rebels')).toBe('uncertain')
  })

  it('lets one office follow another', () => {
    const days = ['2024-11-01', '2024-12-10', '2025-03-02']
    const statuses = (relation: string) => days.map((day) => status(relation, day))
    expect(statuses('r-assad-president-of-syria')).toEqual(['corroborated', 'not-at-date', 'not-at-date'])
    expect(statuses('r-al-sharaa-president-of-syria')).toEqual(['not-at-date', 'not-at-date', 'single-source'])
  })
})

describe('the views of the seed graph', () => {
  const views = viewsOf(graph)

  it('open with the brief at a glance, and have the whole', () => {
    const { id, title = '', entities: listed = [] } = defaultView(graph)
    expect(id).toBe('v-0-brief')
    for (const tie of ['HTS–Turkey', 'Russia–Assad', 'Ukraine–rebels']) expect(title).toContain(tie)
    expect(listed).toHaveLength(10)
    expect(views.filter(({ entities }) => entities === undefined).map(({ name }) => name)).toEqual(['The whole'])
    expect(views.length).toBeGreaterThanOrEqual(6)
    for (const { id, title = '' } of views) expect(title, id).not.toBe('')
  })

  it('have a place for every entity that they show, and for no other', () => {
    for (const view of views)
      expect(view.positions.map(([id]) => id).sort(), view.id).toEqual(
        [...(view.entities ?? entities.map(({ id }) => id))].sort()
      )
  })

  it('keep 60 px between any two centres, and a few entities on a few screens', () => {
    for (const { id, entities: listed, positions } of views) {
      const near = positions.flatMap(([a, ax, ay], at) =>
        positions.slice(at + 1).flatMap(([b, bx, by]) => (Math.hypot(ax - bx, ay - by) < 60 ? [[a, b]] : []))
      )
      expect(near, id).toEqual([])
      if (!listed) continue
      const extent = (axis: 1 | 2) => {
        const at = positions.map((position) => position[axis])
        return Math.max(...at) - Math.min(...at)
      }
      expect(extent(1), id).toBeLessThanOrEqual(1200)
      expect(extent(2), id).toBeLessThanOrEqual(800)
    }
  })

  it('show nothing that has no tie on their day', () => {
    for (const view of views) {
      const picture = shown(graph, view)
      const tied = new Set(picture.relations.flatMap(({ relation: { from, to } }) => [from, to]))
      expect(
        picture.entities.filter(({ id }) => !tied.has(id)).map(({ id }) => id),
        view.id
      ).toEqual([])
    }
  })
})
