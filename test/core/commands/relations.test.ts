import { isRefusal } from '@core/change/refusal'
import { addRelation, editRelation, type RelationArgs, removeRelation } from '@core/commands/relations'
import { describe, expect, it } from 'vitest'
import { applied, entity, recordsOf, sampleGraph } from '../sample'

const graph = sampleGraph()
const refusal = (result: unknown) => (isRefusal(result) ? result : undefined)
const turkey = graph.with([{ after: entity('e-turkey', 'state', 'Turkey') }])
const first = {
  id: 'c-new',
  stance: 'supports' as const,
  statement: 'They met in Damascus.',
  credibility: 2,
  recorded: '2025-03-02T12:00:00Z'
}
const link = (more: Partial<RelationArgs> = {}) =>
  addRelation(turkey, { id: 'r-new', type: 'meets', from: 'e-hts', to: 'e-turkey', ...more })

describe('addRelation', () => {
  it('adds the relation, its first claim and the source of that in one change', () => {
    const change = link({ claim: first, source: { id: 's-new', title: 'Interview', reliability: 'C', url: '' } })
    expect('label' in change && change.label).toBe('Connect Hay’at Tahrir al-Sham to Turkey')
    const after = applied(turkey, change)
    expect(after.get('relation', 'r-new')).toEqual({
      kind: 'relation',
      id: 'r-new',
      type: 'meets',
      from: 'e-hts',
      to: 'e-turkey'
    })
    expect(after.get('claim', 'c-new')).toMatchObject({ about: 'r-new', source: 's-new' })
    expect(after.get('source', 's-new')).toEqual({ kind: 'source', id: 's-new', title: 'Interview', reliability: 'C' })
  })

  it('may cite a source that is there, or make no claim yet', () => {
    expect(applied(turkey, link({ claim: { ...first, source: 's-rt' } })).get('claim', 'c-new')?.source).toBe('s-rt')
    expect(applied(turkey, link()).claimsAbout('r-new')).toEqual([])
  })

  it('may lead from an entity to itself', () => {
    expect(refusal(link({ to: 'e-hts' }))).toBeUndefined()
  })

  it.each([
    [
      { type: 'operates' },
      'type',
      '“operates” joins State or Armed group to Facility, not Armed group to State. These do: “meets”.'
    ],
    [{ type: 'owns' }, 'type', 'Choose how they are related: this type is not known here.'],
    [{ type: '' }, 'type', 'The type is missing.'],
    [{ from: 'nobody' }, 'from', 'There is no entity “nobody” here; it may have been removed.'],
    [{ to: '' }, 'to', 'The end is missing.'],
    [{ id: 'r-near' }, 'id', 'The id “r-near” belongs to something else here.'],
    [{ claim: first }, 'claim.source', 'Say which source says so.'],
    [
      { claim: { ...first, source: 's-x' } },
      'claim.source',
      'There is no source “s-x” here; it may have been removed.'
    ],
    [{ claim: { ...first, source: 's-rt', statement: '' } }, 'claim.statement', 'The statement is missing.'],
    [
      { claim: { ...first, source: 's-rt', credibility: 7 } },
      'claim.credibility',
      'The credibility must be a whole number from 1 to 6, not 7.'
    ],
    [{ claim: { ...first, source: 's-rt', when: '8 Dec' } }, 'claim.when', '“8 Dec” is not a date we can read.'],
    [
      { claim: { ...first, source: 's-rt', locator: { paragraph: 15 } } },
      'claim.locator.paragraph',
      'has 14 paragraphs, so there is no paragraph 15.'
    ],
    [
      { claim: { ...first, source: 's-rt', locator: { start: 5, end: 2 } } },
      'claim.locator.end',
      'The passage ends before it begins.'
    ],
    [{ claim: { ...first, id: 'r-new', source: 's-rt' } }, 'claim.id', 'Two new records have the same id.'],
    [
      { claim: first, source: { id: 's-new', title: '', reliability: 'C' as const } },
      'source.title',
      'The title is missing.'
    ],
    [
      { claim: first, source: { id: 's-rt', title: 'T', reliability: 'C' as const } },
      'source.id',
      'belongs to something else'
    ],
    [
      { claim: first, source: { id: 's-new', title: 'T', reliability: 'C' as const, basedOn: 's-new' } },
      'source.basedOn',
      'would be based on itself'
    ],
    [
      { claim: first, source: { id: 's-new', title: 'T', reliability: 'C' as const, url: 'javascript:1' } },
      'source.url',
      'The web address must be a web address'
    ],
    [
      { source: { id: 's-new', title: 'T', reliability: 'C' as const } },
      'claim',
      'A new source needs a claim that cites it.'
    ]
  ])('refuses %j at %s', (more, field, words) => {
    const result = refusal(link(more))
    expect(result?.field).toBe(field)
    expect(result?.refused).toContain(words)
  })

  it('refuses to say the same twice: a second claim belongs to the first relation', () => {
    const again = (from: string, to: string, type: string) =>
      refusal(addRelation(graph, { id: 'r-new', type, from, to }))
    expect(again('e-russia', 'e-hmeimim', 'operates')).toEqual({
      refused: '“operates” already leads from Russia to Hmeimim Air Base. Add the claim to that relation.',
      field: 'type'
    })
    expect(again('e-latakia', 'e-hmeimim', 'near')?.field).toBe('type')
    const met = applied(turkey, link())
    expect(refusal(addRelation(met, { id: 'r-2', type: 'meets', from: 'e-turkey', to: 'e-hts' }))?.field).toBe('type')
  })

  it('joins what a symmetric type joins, either way round', () => {
    const port = graph.with([{ after: entity('e-port', 'place', 'Port') }])
    expect(refusal(addRelation(port, { id: 'r', type: 'near', from: 'e-port', to: 'e-hmeimim' }))).toBeUndefined()
    expect(refusal(addRelation(port, { id: 'r', type: 'near', from: 'e-port', to: 'e-latakia' }))?.refused).toContain(
      'not Place to Place'
    )
  })
})

describe('editRelation', () => {
  it('moves an end and leaves the claims', () => {
    const base = graph.with([{ after: entity('e-base', 'facility', 'Base') }])
    const change = editRelation(base, { id: 'r-operates', to: 'e-base' })
    expect('label' in change && change.label).toBe('Edit “operates” between Russia and Hmeimim Air Base')
    expect(applied(base, change).relationsOf('e-base')).toEqual(['r-operates'])
    expect(applied(base, change).claimsAbout('r-operates').length).toBe(2)
  })

  it('refuses what addRelation would', () => {
    expect(refusal(editRelation(graph, { id: 'r-operates', to: 'e-hts' }))?.field).toBe('type')
    expect(refusal(editRelation(graph, { id: 'r-operates', type: 'leads' }))?.field).toBe('type')
    expect(refusal(editRelation(graph, { id: 'r-operates', from: 'nobody' }))?.field).toBe('from')
    expect(refusal(editRelation(graph, { id: 'r-x', type: 'leads' }))?.field).toBe('id')
    expect(refusal(editRelation(graph, { id: 'r-operates', type: 'operates' }))).toBeUndefined()
  })
})

it('removeRelation takes the claims about it along and nothing else', () => {
  const change = removeRelation(graph, { id: 'r-operates' })
  expect('label' in change && change.label).toBe('Remove “operates” between Russia and Hmeimim Air Base')
  const left = recordsOf(applied(graph, change)).map(({ id }) => id)
  expect(
    recordsOf(graph)
      .map(({ id }) => id)
      .filter((id) => !left.includes(id))
  ).toEqual(['r-operates', 'c-1', 'c-2'])
  expect(refusal(removeRelation(graph, { id: 'r-x' }))?.field).toBe('id')
})
