import { planImportVocabulary } from '@core/commands/import-vocabulary'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applied } from '../sample'
import { ships } from './ships'

const typeId = fc.constantFrom('t-0', 't-1', 't-2', 'n-0', 'rt-0', 'rt-1', 'rn-0', 'other')
const word = fc.constantFrom('Vessel', 'سفينة', 'Other', 'other', 't-0', 'rt-1')

describe('taking over another vocabulary', () => {
  const theirs = Graph.of('', [
    { kind: 'entityType', id: 'ship', label: 'Vessel', properties: [{ name: 'IMO', kind: 'text' }] },
    { kind: 'entityType', id: 'tanker', label: 'Tanker', parent: 'ship', symbol: 'equipment' },
    {
      kind: 'entityType',
      id: 'country',
      label: 'STATE',
      symbol: 'place',
      properties: [{ name: 'Capital', kind: 'text' }]
    },
    { kind: 'relationType', id: 'operates', label: 'runs', inverse: 'operated by', from: ['country'], to: ['ship'] },
    { kind: 'relationType', id: 'flag', label: 'sails under', inverse: 'flag of', from: ['ship'], to: ['country'] }
  ])

  it('adds what is missing, by word or id, tells what differs and removes nothing', () => {
    const plan = planImportVocabulary(ships, theirs, 'Fleet')
    expect(plan).toMatchObject({
      newEntityTypes: ['Vessel', 'Tanker'],
      newRelationTypes: ['sails under'],
      filled: 2,
      same: 0
    })
    expect(plan.conflicts.map(({ label, what }) => [label, what])).toEqual([
      ['State', 'look'],
      ['operates', 'word']
    ])
    const after = applied(ships, plan.change)
    expect(after.get('relationType', 'flag')).toMatchObject({ from: ['ship'], to: ['state'] })
    expect(after.get('relationType', 'operates')?.to).toEqual(['facility', 'ship'])
    expect(after.get('entityType', 'state')?.properties).toHaveLength(1)
    expect(after.get('entityType', 'tanker')?.parent).toBe('ship')
    expect(planImportVocabulary(after, theirs, 'Fleet').change.edits).toEqual([])
  })

  it('twice is as good as once, whatever it holds', () => {
    const vocabulary = fc.array(
      fc.record({
        id: typeId,
        label: word,
        parent: fc.option(typeId, { nil: undefined })
      }),
      { maxLength: 6 }
    )
    fc.assert(
      fc.property(vocabulary, vocabulary, (one, other) => {
        const [a, b] = [one, other].map((made) => {
          const there = new Set(made.map(({ id }) => id))
          const at = (id: string | undefined) => made.findIndex((each) => each.id === id)
          // Of what comes later only, so that there is no circle.
          return Graph.of(
            '',
            made.map(({ id, label, parent }, index) => ({
              ...{ kind: 'entityType' as const, id, label },
              ...(parent !== undefined && there.has(parent) && at(parent) > index && { parent })
            }))
          )
        })
        if (!a || !b || 'problems' in parseGraph(serialiseGraph(a)) || 'problems' in parseGraph(serialiseGraph(b)))
          return
        const after = applied(a, planImportVocabulary(a, b, 'b').change)
        expect('problems' in parseGraph(serialiseGraph(after))).toBe(false)
        for (const id of a.all('entityType').keys()) expect(after.get('entityType', id)).toBeDefined()
        expect(planImportVocabulary(after, b, 'b').change.edits).toEqual([])
      })
    )
  })
})
