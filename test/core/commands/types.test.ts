import { apply, type Change, invert } from '@core/change/change'
import { isRefusal, type Refusal } from '@core/change/refusal'
import { editEntityType, editRelationType, orderTypes } from '@core/commands/edit-types'
import { planImportVocabulary } from '@core/commands/import-vocabulary'
import { planMergeTypes, planRemoveType, type TypePlan } from '@core/commands/merge-types'
import { addProperty, orderProperties, planEditProperty, planRemoveProperty } from '@core/commands/type-properties'
import { addEntityType, addRelationType } from '@core/commands/vocabulary'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { propertiesOfType, type TypeKind } from '@core/queries/type-properties'
import { valuesOf } from '@core/records/property-values'
import type { AnyRecord } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, recordsOf, sampleGraph } from '../sample'
import { ships } from './ships'

const kind = fc.constantFrom('entityType' as const, 'relationType' as const)
const mostly = (...ids: readonly string[]) =>
  fc.oneof({ arbitrary: fc.constantFrom(...ids), weight: 9 }, { arbitrary: fc.constantFrom('comet', ''), weight: 1 })
const entityTypeId = mostly('t-0', 't-1', 't-2', 'n-0', 'other')
const relationTypeId = mostly('rt-0', 'rt-1', 'rn-0', 'other')
const typeId = fc.oneof(entityTypeId, relationTypeId)
/** A kind of type with arguments of which these fields are ids of that kind. */
const ofKind = <F extends string>(...fields: readonly F[]) =>
  kind.chain((of) => {
    const id = of === 'entityType' ? entityTypeId : relationTypeId
    const ids = Object.fromEntries(fields.map((field) => [field, id]))
    return fc.record({ kind: fc.constant(of), ...ids }) as fc.Arbitrary<
      { readonly kind: TypeKind } & { readonly [K in F]: string }
    >
  })
const word = fc.constantFrom('Vessel', 'سفينة', 'Other', 'other', 't-0', 'rt-1', ' ', '')
const property = fc.constantFrom('a', 'é', '10', 'Length', '')
const definition = fc.record(
  {
    name: property,
    kind: fc.constantFrom('text' as const, 'number' as const, 'date' as const, 'switch' as const, 'choice' as const),
    unit: fc.constantFrom('m', ''),
    choices: fc.subarray(['x', 'y']),
    several: fc.boolean()
  },
  { requiredKeys: ['name', 'kind'] }
)

const changeOf = (plan: { readonly change: Change } | Refusal): Change | Refusal =>
  isRefusal(plan) ? plan : plan.change
type Step = (graph: Graph) => Change | Refusal

/** Any command of the vocabulary with arguments that may be right or wrong. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ id: fc.constant('n-0'), label: word }).map((args) => (graph: Graph) => addEntityType(graph, args)),
  fc
    .record({ id: fc.constant('rn-0'), label: word, inverse: word })
    .map((args) => (graph: Graph) => addRelationType(graph, args)),
  fc
    .record({ id: entityTypeId, label: word, parent: entityTypeId }, { requiredKeys: ['id'] })
    .map((args) => (graph: Graph) => editEntityType(graph, args)),
  fc
    .record(
      { id: relationTypeId, label: word, symmetric: fc.boolean(), from: fc.array(entityTypeId, { maxLength: 2 }) },
      { requiredKeys: ['id'] }
    )
    .map((args) => (graph: Graph) => editRelationType(graph, args)),
  fc.tuple(kind, fc.array(typeId, { maxLength: 3 })).map(
    ([of, ids]) =>
      (graph: Graph) =>
        orderTypes(graph, of, ids)
  ),
  ofKind('from', 'to').map((args) => (graph: Graph) => changeOf(planMergeTypes(graph, args))),
  ofKind('id').map((args) => (graph: Graph) => changeOf(planRemoveType(graph, args))),
  ofKind('id', 'to').map((args) => (graph: Graph) => changeOf(planRemoveType(graph, args))),
  fc.tuple(ofKind('type'), definition).map(
    ([args, made]) =>
      (graph: Graph) =>
        addProperty(graph, { ...args, definition: made })
  ),
  fc.tuple(ofKind('type'), property, definition).map(
    ([args, name, made]) =>
      (graph: Graph) =>
        changeOf(planEditProperty(graph, { ...args, name, definition: made }))
  ),
  fc.tuple(ofKind('type'), property).map(
    ([args, name]) =>
      (graph: Graph) =>
        changeOf(planRemoveProperty(graph, { ...args, name }))
  ),
  fc.tuple(ofKind('type'), fc.array(property, { maxLength: 2 })).map(
    ([args, names]) =>
      (graph: Graph) =>
        orderProperties(graph, { ...args, names })
  ),
  fc.constant((graph: Graph) => planImportVocabulary(graph, sampleGraph(), 'Sample').change)
)

/** Types that name each other, and views that hide them. */
const NAMING: readonly AnyRecord[] = [
  { kind: 'entityType', id: 't-1', label: 't-1', parent: 't-0', properties: [{ name: 'a', kind: 'text' }] },
  { kind: 'entityType', id: 't-2', label: 't-2', parent: 't-1' },
  {
    kind: 'relationType',
    id: 'rt-1',
    label: 'rt-1',
    inverse: 'rt-1',
    symmetric: true,
    from: ['t-0'],
    to: ['t-1', 't-2']
  },
  { kind: 'view', id: 'v-8', name: 'One', positions: [], hiddenTypes: ['t-0'], hiddenRelationTypes: ['rt-1', 'rt-0'] },
  { kind: 'view', id: 'v-9', name: 'Two', positions: [], hiddenTypes: ['t-1', 't-2'], hiddenRelationTypes: ['rt-0'] }
]
const graphs = any.records.map((records) => Graph.of('', [...records, ...NAMING]))

/** Every value of a property that the records have, as text: what nobody may lose. */
function valuesIn(graph: Graph): readonly string[] {
  const records = [...graph.all('entity').values(), ...graph.all('relation').values()]
  return records.flatMap(({ properties = {} }) => Object.values(properties).flatMap(valuesOf).map(String))
}

describe('any sequence of edits of the vocabulary', () => {
  it('names nothing that is gone, can be read again, loses no claim and no value, and undone is the start', () => {
    fc.assert(
      fc.property(graphs, fc.array(step, { minLength: 1, maxLength: 12 }), (start, steps) => {
        let graph = start
        const done: Change[] = []
        for (const run of steps) {
          const change = run(graph)
          if (isRefusal(change)) {
            expect(change.refused).toMatch(/\.$/)
            expect(change.field).toBeDefined()
            continue
          }
          const after = applied(graph, change)
          const read = parseGraph(serialiseGraph(after))
          if ('problems' in read) throw new Error(`${change.label}: ${read.problems[0]?.message}`)
          expect(after.all('claim').size).toBe(start.all('claim').size)
          expect(after.all('entity').size).toBe(start.all('entity').size)
          const kept = new Set(valuesIn(after).map((each) => each.trim()))
          // A number may be written as text then, a “yes” be a yes; what was there is there.
          for (const value of valuesIn(graph))
            if (!/^(true|false|yes|no)$/i.test(value)) expect(kept).toContain(value.trim())
          for (const { hiddenTypes = [], hiddenRelationTypes = [] } of after.all('view').values()) {
            for (const id of hiddenTypes) expect(after.get('entityType', id)).toBeDefined()
            for (const id of hiddenRelationTypes) expect(after.get('relationType', id)).toBeDefined()
          }
          done.push(change)
          graph = after
        }
        for (const change of done.reverse()) {
          const back = apply(graph, invert(change))
          if (isRefusal(back)) throw new Error(back.refused)
          graph = back
        }
        expect(recordsOf(graph)).toEqual(recordsOf(start))
      })
    )
  })
})

const told = (plan: TypePlan | Refusal): TypePlan => {
  if (isRefusal(plan)) throw new Error(plan.refused)
  return plan
}

describe('merging types', () => {
  it('of relations moves them, joins those that say the same with their claims and values, and counts', () => {
    const plan = told(planMergeTypes(ships, { kind: 'relationType', from: 'operates', to: 'visits' }))
    expect(plan).toMatchObject({ moved: 2, joined: new Map([['r-1', 'r-2']]), shownIn: 1, hiddenIn: 1 })
    const after = applied(ships, plan.change)
    expect(after.get('claim', 'c-1')?.about).toBe('r-2')
    expect(after.get('relation', 'r-2')?.properties).toEqual({ since: ['2016', '2015'], from: 'a' })
    expect(after.get('relationType', 'visits')).toMatchObject({
      from: ['state', 'armed-group'],
      to: ['place', 'facility']
    })
  })

  it('of entities takes them, the ends of relations, the kinds of it and its properties along', () => {
    const with2 = applied(ships, editEntityType(ships, { id: 'place', parent: 'facility' }))
    const length = { name: 'Runway', kind: 'number' as const, unit: 'm' }
    const with3 = applied(with2, addProperty(with2, { kind: 'entityType', type: 'facility', definition: length }))
    const plan = told(planMergeTypes(with3, { kind: 'entityType', from: 'facility', to: 'place' }))
    expect(plan).toMatchObject({ moved: 2, shownIn: 1, hiddenIn: 0, types: 3 })
    const after = applied(with3, plan.change)
    expect(after.get('entityType', 'place')).toMatchObject({ properties: [length] })
    expect(after.get('entityType', 'place')?.parent).toBe(undefined)
    expect(after.get('relationType', 'near')).toMatchObject({ from: ['place'], to: ['place'] })
    expect(after.get('view', 'v-2')?.hiddenTypes).toEqual(['place'])
  })
})

describe('removing a type', () => {
  it('gives what has it another type, or Other, which is made once', () => {
    const one = applied(ships, told(planRemoveType(ships, { kind: 'entityType', id: 'facility' })).change)
    expect(one.get('entity', 'tartus')?.type).toBe('other')
    const two = applied(one, told(planRemoveType(one, { kind: 'entityType', id: 'state' })).change)
    expect(two.get('entity', 'russia')?.type).toBe('other')
    expect(planRemoveType(two, { kind: 'entityType', id: 'other' })).toMatchObject({ field: 'to' })
    const three = applied(
      ships,
      told(planRemoveType(ships, { kind: 'entityType', id: 'facility', to: 'place' })).change
    )
    expect(three.get('entity', 'tartus')?.type).toBe('place')
  })

  it('that nothing has leaves no trace of it, and makes nothing', () => {
    const plan = told(planRemoveType(ships, { kind: 'entityType', id: 'person' }))
    const after = applied(ships, plan.change)
    expect([plan.moved, plan.types, after.get('entityType', 'other')]).toEqual([0, 1, undefined])
    expect(after.get('relationType', 'leads')?.from).toBe(undefined)
  })
})

describe('the properties of a type', () => {
  const text = { name: 'Runway', kind: 'text' as const }
  const graph = applied(ships, addProperty(ships, { kind: 'entityType', type: 'facility', definition: text }))
  const edit = (definition: Parameters<typeof planEditProperty>[1]['definition']) =>
    planEditProperty(graph, { kind: 'entityType', type: 'facility', name: 'Runway', definition })

  it('become another kind where they can; what cannot stays and is counted', () => {
    const plan = edit({ name: 'Runway', kind: 'number', unit: 'metres' })
    expect(plan).toMatchObject({ values: 2, converted: 1, unfitting: 1, claims: 0 })
    const after = applied(graph, changeOf(plan))
    expect(after.get('entity', 'hmeimim')?.properties).toEqual({ Runway: 2800, Opened: true })
    expect(after.get('entity', 'tartus')?.properties).toEqual({ Runway: 'none' })
  })

  it('are renamed with their values and claims; where the word has a value, both are there', () => {
    const plan = edit({ ...text, name: 'Opened' })
    expect(plan).toMatchObject({ values: 2, claims: 1 })
    const after = applied(graph, changeOf(plan))
    expect(after.get('entity', 'hmeimim')?.properties).toEqual({ Opened: ['2800', true] })
    expect(after.get('claim', 'c-3')?.property).toBe('Opened')
  })

  it('are those of the types above as well, of one word the nearest', () => {
    const number = { name: 'Runway', kind: 'number' as const }
    const below = applied(graph, editEntityType(graph, { id: 'place', parent: 'facility' }))
    expect(propertiesOfType(below, 'entityType', 'place')).toEqual([text])
    const own = applied(below, addProperty(below, { kind: 'entityType', type: 'place', definition: number }))
    expect(propertiesOfType(own, 'entityType', 'place')).toEqual([number])
  })

  it.each([
    [{ name: 'runway', kind: 'text' as const }, 'name'],
    [{ name: ' ', kind: 'text' as const }, 'name'],
    [{ name: 'State of use', kind: 'choice' as const }, 'choices']
  ])('refuses %j at %s', (definition, field) => {
    expect(addProperty(graph, { kind: 'entityType', type: 'facility', definition })).toMatchObject({ field })
  })
})

it('a type is renamed with its data as they were; a word that is taken is refused', () => {
  expect(editEntityType(ships, { id: 'facility', label: ' PLACE ' })).toMatchObject({ field: 'label' })
  const change = editEntityType(ships, { id: 'facility', label: 'منشأة' })
  expect('edits' in change && change.edits).toHaveLength(1)
  expect(editEntityType(ships, { id: 'place', parent: 'place' })).toMatchObject({ field: 'parent' })
})
