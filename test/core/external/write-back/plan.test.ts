import { apply } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { recordProperties } from '@core/external/shown-properties'
import type { ExternalValue, Property } from '@core/external/value'
import { inverseOf } from '@core/external/write-back/operation'
import { operationLabel } from '@core/external/write-back/operation-labels'
import { planWriteBack } from '@core/external/write-back/plan'
import { writeStatement } from '@core/external/write-back/statements'
import { writtenChange } from '@core/external/write-back/written'
import { Graph } from '@core/graph/graph'
import type { AnyRecord, Entity } from '@core/records/records'
import { expect, test } from 'vitest'

const text = (value: string): ExternalValue => ({ type: 'string', text: value })

const BEFORE: readonly Property[] = [
  ['name', text('Ann')],
  ['born', { type: 'integer', text: '1970' }],
  ['tags', { type: 'list', items: [text('a')], length: 1 }],
  ['note', { type: 'string', text: 'cut', length: 30_000 }]
]

const ann = (
  fields: Partial<Entity> = {},
  properties: Readonly<Record<string, string | number | boolean | undefined>> = {}
) => {
  const all = { ...recordProperties(BEFORE), ...properties }
  const there = Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined))
  const key = { label: 'Person', property: 'name', value: text('Ann') }
  const neo4j = { labels: ['Person'], before: BEFORE, caption: 'name', ...key }
  return {
    kind: 'entity',
    id: 'e-ann',
    type: 'person',
    name: 'Ann',
    aliases: [],
    properties: there,
    neo4j,
    ...fields
  } as Entity
}

const graph = (...records: readonly AnyRecord[]) => Graph.of('Test', records)

const planned = (...records: readonly AnyRecord[]) => planWriteBack(graph(...records))

test('what was only read is not written', () => {
  expect(planned(ann())).toEqual({ operations: [], left: [] })
})

test('a changed, a new and a removed property', () => {
  const { operations, left } = planned(ann({}, { born: '1971', seen: 3, tags: undefined }))
  expect(operations).toMatchObject([
    { do: 'set-property', property: 'born', before: { text: '1970' }, after: { type: 'integer', text: '1971' } },
    { do: 'set-property', property: 'seen', before: { type: 'null' }, after: { type: 'integer', text: '3' } }
  ])
  expect(left).toEqual(['tags of “Ann” stays there: a list is not removed.'])
})

test.each([
  [{ born: 'before the war' }, 'born of “Ann” stays as it is: what stands here is no integer.'],
  [{ tags: 'b' }, 'tags of “Ann” stays as it is: what stands here is no list.'],
  [{ note: 'all of it anew' }, 'note of “Ann” stays as it is: what stands here is no whole string.'],
  [{ name: 'Anne' }, 'name of “Ann” is the key by which it is found, and stays as it is.']
])('what cannot be written stays, and is said: %j', (properties, words) => {
  expect(planned(ann({}, properties))).toEqual({ operations: [], left: [words] })
})

test('a new name goes to the property that captions', () => {
  const key = { label: 'Person', property: 'born', value: { type: 'integer', text: '1970' } }
  const { operations } = planned(
    ann({ name: 'Anne', neo4j: { labels: ['Person'], before: BEFORE, caption: 'name', ...key } })
  )
  expect(operations.map(operationLabel)).toEqual([
    'Change name from “Ann” to “Anne” of “Anne” (Person with born 1970).'
  ])
})

test('without a key nothing can be found again', () => {
  const { operations, left } = planned(ann({ neo4j: { labels: ['Person'], before: BEFORE } }, { born: '1971' }))
  expect(operations).toEqual([])
  expect(left).toEqual([
    '“Ann” was changed, but has no key by which it could be found again. Choose one for its label.'
  ])
})

const OWN: readonly AnyRecord[] = [
  ann(),
  { kind: 'entityType', id: 'armed-group', label: 'Armed group' },
  { kind: 'relationType', id: 'works-for', label: 'works for', inverse: 'employs' },
  { kind: 'entity', id: 'e-own', type: 'armed-group', name: 'Own', aliases: [], properties: { size: 12 } },
  { kind: 'relation', id: 'r-own', type: 'works-for', from: 'e-ann', to: 'e-own' }
]

test('what is ours becomes nodes and relationships that carry our mark', () => {
  const { operations } = planned(...OWN)
  expect(operations.map(writeStatement)).toEqual([
    {
      text: 'CREATE (:`ArmedGroup` {`name`: $p1, `size`: $p2, `ententeId`: $p3})',
      parameters: new Map<string, ExternalValue>([
        ['p1', text('Own')],
        ['p2', { type: 'integer', text: '12' }],
        ['p3', text('e-own')]
      ])
    },
    {
      text: 'MATCH (a:`Person` {`name`: $p1}), (b:`ArmedGroup` {`ententeId`: $p2}) CREATE (a)-[:`WORKS_FOR` {`ententeId`: $p3}]->(b)',
      parameters: new Map([
        ['p1', text('Ann')],
        ['p2', text('e-own')],
        ['p3', text('r-own')]
      ])
    }
  ])
})

test('only what was chosen is written; a relation whose end is not there stays', () => {
  expect(planWriteBack(graph(...OWN), new Set(['e-own'])).operations).toHaveLength(1)
  expect(planWriteBack(graph(...OWN), new Set(['r-own']))).toEqual({
    operations: [],
    left: ['The relation between “Ann” and “Own” stays here: not both of them can be found in the database.']
  })
})

test('the inverse undoes the last first, and its inverse is the plan again', () => {
  const { operations } = planned(...OWN)
  expect(inverseOf(operations).map((one) => one.do)).toEqual(['delete-relationship', 'delete-node'])
  expect(inverseOf(inverseOf(operations))).toEqual(operations)
  expect(inverseOf(operations).map((one) => writeStatement(one).text)).toEqual([
    'MATCH (a:`Person` {`name`: $p1})-[r:`WORKS_FOR` {`ententeId`: $p3}]->(b:`ArmedGroup` {`ententeId`: $p2}) DELETE r',
    'MATCH (n:`ArmedGroup` {`ententeId`: $p1}) DELETE n'
  ])
})

test('what is taken back loses our mark, and can be written as before', () => {
  const before = graph(...OWN)
  const { operations } = planWriteBack(before)
  const written = apply(before, writtenChange(before, operations, 'Write'))
  if (isRefusal(written)) throw new Error(written.refused)
  const back = apply(written, writtenChange(written, inverseOf(operations), 'Take back'))
  if (isRefusal(back)) throw new Error(back.refused)
  expect(back.get('entity', 'e-own')?.properties).not.toHaveProperty('ententeId')
  expect(planWriteBack(back).operations.map((one) => one.do)).toEqual(operations.map((one) => one.do))
})

test('once written, nothing is left to write, while what could not be written is still there', () => {
  const before = graph(...OWN.slice(1), ann({}, { born: '1971', tags: 'b' }))
  const { operations } = planWriteBack(before)
  const after = apply(before, writtenChange(before, operations, 'Write back'))
  if (isRefusal(after)) throw new Error(after.refused)
  expect(planWriteBack(after)).toEqual({
    operations: [],
    left: ['tags of “Ann” stays as it is: what stands here is no list.']
  })
  expect(after.get('entity', 'e-ann')?.properties).toMatchObject({ born: '1971', tags: 'b' })
})

test('a temporal value is made of its text, and no statement holds a value, detaches or sets a whole map', () => {
  const date: readonly Property[] = [
    ['name', text('Ann')],
    ['day', { type: 'date', text: '2024-12-07' }]
  ]
  const neo4j = { labels: ['P'], before: date, label: 'P', property: 'name', value: text('Ann') }
  const { operations } = planned({ ...ann(), properties: { name: 'Ann', day: '2024-12-08' }, neo4j }, ...OWN.slice(1))
  const texts = [...operations, ...inverseOf(operations)].map((one) => writeStatement(one).text)
  expect(texts).toContain('MATCH (n:`P` {`name`: $p1}) SET n.`day` = date($p2)')
  for (const statement of texts) expect(statement).not.toMatch(/DETACH|\+=|SET \w+ =|Ann|2024/)
})
