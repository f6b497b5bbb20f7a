import { apply, diff } from '@core/change/change'
import { mergeThree } from '@core/change/merge-three'
import { isRefusal } from '@core/change/refusal'
import { mergeEntities } from '@core/commands/merge-entities'
import { entityConflicts } from '@core/commands/merged-entity'
import { databaseLabels } from '@core/external/database-labels'
import { faultAfter } from '@core/formats/entente/fault-after'
import { fileSchema } from '@core/formats/entente/json-schema'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import type * as fields from '@core/records/fields'
import type * as records from '@core/records/records'
import { editInWords } from '@core/view/edit-messages'
import { fieldLabel } from '@core/view/field-labels'
import { columnsOf, decode, encode } from '@main/stores/neo4j/hosted/layout'
import { expect, it, vi } from 'vitest'
import { entity, RECORDS, sampleGraph } from '../sample'

// What adding two fields to entities takes: their lines in the schema, and a row for each in the table of fields.
vi.mock('@core/records/records', async (original) => {
  const known = await original<typeof records>()
  const { z } = await import('zod')
  const { Id } = await import('@core/records/ids')
  const Entity = known.Entity.extend({ seat: Id.optional(), mottos: z.array(z.string().max(20)).optional() })
  const SCHEMAS = { ...known.SCHEMAS, entity: Entity }
  const AnyRecord = z.discriminatedUnion('kind', Object.values(SCHEMAS) as never)
  return { ...known, Entity, SCHEMAS, AnyRecord }
})
vi.mock('@core/records/fields', async (original) => {
  const known = await original<typeof fields>()
  const seat: fields.Field = { label: 'Seat', editor: 'reference', refersTo: ['entity'], needed: true, column: true }
  const mottos: fields.Field = { label: 'Mottos', editor: 'list', entryKey: String }
  const added = { seat, mottos }
  return {
    ...known,
    fieldNamed: (name: keyof typeof added) => added[name] ?? known.fieldNamed(name),
    fieldsOf: (kind: records.Kind) =>
      kind === 'entity' ? new Map([...known.fieldsOf(kind), ...Object.entries(added)]) : known.fieldsOf(kind),
    fieldsWith: (test: (field: fields.Field) => boolean, kinds?: readonly records.Kind[]) => [
      ...known.fieldsWith(test, kinds),
      ...(!kinds || kinds.includes('entity') ? Object.entries(added) : []).flatMap(([name, field]) =>
        test(field) ? [name] : []
      )
    ]
  }
})

const entityType = 'state'
const party = (more: object = {}) => ({
  ...entity('e-party', entityType, 'A party'),
  seat: 'e-latakia',
  mottos: ['Bread'],
  ...more
})
const graph = Graph.of('', [...RECORDS, party()])
const entityOf = (made: Graph) => made.get('entity', 'e-party') as unknown as ReturnType<typeof party>
const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('nothing was found')
  return value
}

it('stands in the file in its place, and is read and checked by its schema', () => {
  const text = serialiseGraph(graph)
  expect(text).toContain('"aliases":[],"seat":"e-latakia","mottos":["Bread"]}')
  const read = parseGraph(text)
  expect('graph' in read && read.graph.get('entity', 'e-party')).toEqual(party())
  for (const wrong of ['"seat":7', '"seat":"a b"']) {
    const reading = parseGraph(text.replace('"seat":"e-latakia"', wrong))
    expect('problems' in reading && reading.problems[0]?.message).toMatch(/"seat"/)
  }
  expect(JSON.stringify(fileSchema())).toContain('"mottos"')
})

it('must find what it refers to, in a file and after a change', () => {
  const text = serialiseGraph(graph).replace('"seat":"e-latakia"', '"seat":"e-atlantis"')
  const read = parseGraph(text)
  const message = 'Entity e-party: "seat" names “e-atlantis”, and there is no such entity.'
  expect('problems' in read && read.problems.map((problem) => problem.message)).toEqual([message])
  const change = diff(graph, graph.with([{ before: party() as never, after: party({ seat: 'e-atlantis' }) as never }]))
  const after = apply(graph, change)
  expect(!isRefusal(after) && faultAfter(after, change)?.message).toBe(message)
})

it('has its label and its words', () => {
  expect(fieldLabel('seat')).toBe('Seat')
  const words = editInWords({ after: party() as never }, (kind, id) => graph.get(kind, id), databaseLabels)
  expect(found(words).fields).toEqual([
    { label: 'Type', after: graph.get('entityType', entityType)?.label ?? entityType },
    { label: 'Seat', after: graph.get('entity', 'e-latakia')?.name },
    { label: 'Mottos', after: 'Bread' }
  ])
})

it('is merged, a list entry by entry', () => {
  const withParty = (more: object) => sampleGraph().with([{ after: party(more) as never }])
  const ours = withParty({ mottos: ['Bread', 'Peace'], seat: 'e-hmeimim' })
  const theirs = withParty({ mottos: ['Bread', 'Land'] })
  const base = withParty({})
  const { graph: merged, conflicts } = mergeThree(base, ours, theirs)
  expect(conflicts).toEqual([])
  expect(entityOf(merged)).toMatchObject({ seat: 'e-hmeimim', mottos: ['Bread', 'Land', 'Peace'] })
})

it('goes into the database, as a column where the table says so, and comes back', () => {
  expect(columnsOf('entity')).toEqual(['id', 'type', 'name', 'summary', 'period', 'seat', 'more'])
  const row = encode(party() as never)
  expect(row).toMatchObject({ seat: 'e-latakia', more: '{"mottos":["Bread"]}' })
  const { names: _names, ...read } = row
  expect(decode('entity', read)).toEqual({ record: party() })
  expect(decode('entity', { ...read, seat: 'two words' })).toHaveProperty('problem')
})

it('is kept when two entities become one, and has to be chosen where they say different things', () => {
  const twin = (more: object) => ({ ...entity('e-twin', entityType, 'A twin'), ...more })
  const both = (more: object) => Graph.of('', [...RECORDS, party({ mottos: undefined, seat: undefined }), twin(more)])
  const merge = { keep: 'e-party', drop: 'e-twin' }
  const taken = both({ seat: 'e-latakia' })
  const change = mergeEntities(taken, merge)
  if (isRefusal(change)) throw new Error(change.refused)
  expect(entityOf(taken.with(change.edits))).toMatchObject({ seat: 'e-latakia' })
  const conflicts = entityConflicts(party() as never, twin({ seat: 'e-hmeimim' }) as never)
  expect(conflicts).toContainEqual({ field: 'seat', keep: 'e-latakia', drop: 'e-hmeimim' })
})
