import { apply, type Change, invert } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { type ImportPlan, planImport } from '@core/commands/import-graph'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { type AnyRecord, KINDS } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, claim, entity, RECORDS, recordsOf, relation, sampleGraph, source } from '../sample'

function planned(ours: Graph, theirs: Graph): ImportPlan {
  const steps = planImport(ours, theirs)
  for (let step = steps.next(); ; step = steps.next()) {
    if (!step.done) continue
    if (isRefusal(step.value)) throw new Error(step.value.refused)
    return step.value
  }
}

const graphOf = (...records: readonly AnyRecord[]) => Graph.of('Theirs', records)
const ours = sampleGraph()
const both = (theirs: Graph, whose: 'ours' | 'theirs') => applied(ours, planned(ours, theirs).change('x', whose))
const counts = ({ counts }: ImportPlan, kind: AnyRecord['kind']) => counts.get(kind)

describe('planImport', () => {
  it('adds what is new with the types that it needs, counts what is the same, in one labelled change', () => {
    const theirs = graphOf(
      ...RECORDS,
      { kind: 'entityType', id: 'ship', label: 'Ship' },
      { kind: 'relationType', id: 'docks-at', label: 'docks at', inverse: 'visited by' },
      entity('e-sparta', 'ship', 'Sparta II'),
      relation('r-docks', 'docks-at', 'e-sparta', 'e-latakia'),
      source('s-new'),
      claim('c-new', 'r-docks', { source: 's-new' })
    )
    const plan = planned(ours, theirs)
    expect(counts(plan, 'entity')).toEqual({ added: 1, same: 5, filled: 0, differing: 0 })
    expect(counts(plan, 'claim')).toEqual({ added: 1, same: 3, filled: 0, differing: 0 })
    const change = plan.change('port.entente.json', 'ours')
    expect(change.label).toBe('Add all of port.entente.json')
    expect(change.edits.map(({ before, after }) => [before, after?.id])).toEqual([
      [undefined, 'ship'],
      [undefined, 'docks-at'],
      [undefined, 's-new'],
      [undefined, 'e-sparta'],
      [undefined, 'r-docks'],
      [undefined, 'c-new']
    ])
  })

  it('takes field by field what only one side has, and where both have one whose is requested', () => {
    const theirs = graphOf(...RECORDS.slice(0, 5), {
      ...entity('e-russia', 'state', 'Russian Federation', { text: 'Rossiya', kind: 'transliteration' }),
      period: '1991/..'
    })
    expect(counts(planned(ours, theirs), 'entity')).toMatchObject({ differing: 1, filled: 0 })
    expect(both(theirs, 'ours').get('entity', 'e-russia')).toMatchObject({
      name: 'Russia',
      aliases: [{ text: 'Россия' }, { text: 'Rossiya' }, { text: 'Russian Federation', kind: 'alias' }],
      period: '1991/..'
    })
    expect(both(theirs, 'theirs').get('entity', 'e-russia')).toMatchObject({
      name: 'Russian Federation',
      aliases: [{ text: 'Россия' }, { text: 'Rossiya' }, { text: 'Russia' }],
      period: '1991/..'
    })
  })

  it('tells what only adds to ours from what contradicts it', () => {
    const theirs = graphOf(...RECORDS.slice(0, 5), { ...entity('e-latakia', 'place', 'Latakia'), summary: 'A port.' })
    expect(counts(planned(ours, theirs), 'entity')).toEqual({ added: 0, same: 0, filled: 1, differing: 0 })
    expect(both(theirs, 'ours').get('entity', 'e-latakia')?.summary).toBe('A port.')
  })

  it('lets a relation type join what either file lets it join; without a list anything', () => {
    const type = (id: string) => RECORDS.find((record) => record.kind === 'relationType' && record.id === id)
    const theirs = graphOf(
      ...RECORDS.slice(0, 5),
      { ...type('operates'), from: ['person'], to: ['facility'] } as AnyRecord,
      { kind: 'relationType', id: 'leads', label: 'leads', inverse: 'led by' },
      { kind: 'relationType', id: 'meets', label: 'meets', inverse: 'meets' }
    )
    const merged = both(theirs, 'ours')
    expect(merged.get('relationType', 'operates')?.from?.toSorted()).toEqual(['armed-group', 'person', 'state'])
    expect(merged.get('relationType', 'leads')).not.toHaveProperty('from')
    expect(merged.get('relationType', 'meets')?.symmetric).toBe(true)
    expect(both(theirs, 'theirs').get('relationType', 'meets')).toMatchObject({ symmetric: false })
  })

  it('gives the claims of a relation that we have under another id to ours, also when the file is added again', () => {
    const theirs = graphOf(
      ...RECORDS.slice(0, 16),
      relation('r-other', 'near', 'e-latakia', 'e-hmeimim'),
      claim('c-other', 'r-other')
    )
    const plan = planned(ours, theirs)
    expect(plan.joined).toBe(1)
    const merged = both(theirs, 'ours')
    expect(merged.get('relation', 'r-other')).toBeUndefined()
    expect(merged.claimsAbout('r-near')).toEqual(['c-other'])
    expect(planned(merged, theirs).change('x', 'theirs').edits).toEqual([])
  })

  it('leaves views that are here as they are, and adds new ones', () => {
    const theirs = graphOf(
      { kind: 'view', id: 'overview', name: 'Theirs', positions: [] },
      { kind: 'view', id: 'v-new', name: 'New', positions: [] }
    )
    expect(both(theirs, 'theirs').get('view', 'overview')?.name).toBe('Overview')
    expect(both(theirs, 'theirs').get('view', 'v-new')?.name).toBe('New')
  })

  it('makes no circle of sources out of two orders that are sound by themselves', () => {
    const theirs = graphOf(source('s-paper'), source('s-mid', { basedOn: 's-paper' }), {
      ...source('s-wire'),
      basedOn: 's-mid'
    })
    for (const whose of ['ours', 'theirs'] as const) {
      const merged = both(theirs, whose)
      expect(parseGraph(serialiseGraph(merged))).not.toHaveProperty('problems')
      expect(merged.get('source', 's-paper')?.basedOn).toBe('s-wire')
      expect(merged.get('source', 's-mid')?.basedOn).toBe('s-paper')
    }
  })

  it('is refused where one id is two kinds of thing', () => {
    const steps = planImport(ours, graphOf(...RECORDS.slice(0, 5), entity('r-leads', 'place', 'Leads')))
    expect(steps.next().value).toEqual({
      refused: '“r-leads” is an entity in that file and a relation here. Give one of the two another id first.'
    })
  })

  it('makes a file that can be read, loses no record of either side, and is taken back whole by one undo', () => {
    fc.assert(
      fc.property(any.graph, any.graph, fc.constantFrom('ours' as const, 'theirs' as const), (mine, theirs, whose) => {
        const plan = planned(mine, theirs)
        const change: Change = plan.change('x', whose)
        const after = applied(mine, change)
        const read = parseGraph(serialiseGraph(after))
        expect('problems' in read ? read.problems : []).toEqual([])
        for (const kind of KINDS)
          for (const graph of [mine, theirs])
            for (const id of graph.all(kind).keys())
              if (graph === mine || kind !== 'relation') expect(after.get(kind, id), `${kind} ${id}`).toBeDefined()
        expect(after.all('claim').size).toBe(new Set([...mine.all('claim').keys(), ...theirs.all('claim').keys()]).size)
        const back = apply(after, invert(change))
        expect(isRefusal(back) ? back.refused : recordsOf(back)).toEqual(recordsOf(mine))
      }),
      { numRuns: 200 }
    )
  })
})
