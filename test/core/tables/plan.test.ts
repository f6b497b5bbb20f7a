import { apply, invert } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import type { TablePlan } from '@core/tables/plan'
import { planTable } from '@core/tables/plan'
import type { Role } from '@core/tables/roles'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { applied, sampleGraph } from '../sample'
import { done, mappingOf, planned, sheetFrom } from './planned'

const graph = sampleGraph()
const RELATIONS: readonly Role[] = ['from', 'relation', 'to', 'date', 'source', 'statement', 'grade']

const table = sheetFrom(`
Operator | What | Where | Day | Report | Text | Rel.
Russia | operates | Khmeimim | 13.12.2024 | Wire report | Two transports. | A2
Россия | operates | Hmeimim Air Base | 14.12.2024 | Maxar | A helicopter. | C3
Russia | supplies | Tartus | 31.13.2024 | | |
Turkey | operates | Incirlik | | | | G2
Russia | | Hmeimim Air Base | | | |
Russia | operates | Russia | | | |
`)

const reread = (one: Graph) => {
  const read = parseGraph(serialiseGraph(one))
  if ('problems' in read) throw new Error(read.problems[0]?.message)
  return read.graph
}
const ofKind = (plan: TablePlan, kind: string) =>
  plan.change.edits.flatMap(({ after }) => (after?.kind === kind ? [after] : []))

describe('a table of relations', () => {
  const plan = planned(graph, table, RELATIONS, { type: 'Facility' })

  it('finds what is there by any exact name, adds the rest, and counts', () => {
    expect(plan.counts).toMatchObject({
      rows: 6,
      newRelations: 1,
      relationsThere: 1,
      newClaims: 2,
      newEntities: 1,
      newSources: 1
    })
    expect(ofKind(plan, 'entity')).toMatchObject([{ name: 'Khmeimim', type: 'facility' }])
    expect(ofKind(plan, 'source')).toMatchObject([{ title: 'Maxar', reliability: 'C' }])
    expect(ofKind(plan, 'claim')).toMatchObject([
      {
        source: 's-wire',
        when: '2024-12-13',
        statement: 'Two transports.',
        credibility: 2,
        note: 'Row 2 of sightings.csv'
      },
      { when: '2024-12-14', credibility: 3 }
    ])
    expect(plan.change.label).toBe('Import sightings.csv: 1 relation')
  })

  it('leaves out each row with something wrong, and says in which column and why', () => {
    expect(plan.problems).toEqual([
      { line: 4, column: 3, message: 'There is no month 13 in “31.13.2024”.' },
      { line: 5, column: 6, message: 'Grade “G2”: reliability goes from A to F, credibility from 1 to 6.' },
      { line: 6, column: 1, message: 'No relation: the cell is empty.' },
      { line: 7, column: 2, message: 'To is the same as From.' }
    ])
    expect(plan.counts.leftOut).toBe(4)
  })

  it('takes in what its relation does not join as a rule, and says so', () => {
    const { counts, notes } = planned(graph, sheetFrom('A | B | C\nRussia | operated by | Latakia'), [
      'from',
      'relation',
      'to'
    ])
    expect(counts).toMatchObject({ leftOut: 0, newClaims: 1 })
    expect(notes).toEqual([expect.stringMatching(/^1 row does not fit the relation, and comes in.*“operates” joins/)])
  })

  it('can be applied, written, read again and taken back', () => {
    const after = applied(graph, plan.change)
    expect(serialiseGraph(reread(after))).toEqual(serialiseGraph(after))
    const back = apply(after, invert(plan.change))
    expect(isRefusal(back) ? back : serialiseGraph(back)).toEqual(serialiseGraph(graph))
  })

  it('adds nothing when it comes again, and only what is new when it has grown', () => {
    const after = applied(graph, plan.change)
    const again = planned(after, table, RELATIONS, { type: 'Facility' })
    expect(again.change.edits).toEqual([])
    expect(again.counts).toMatchObject({ same: 2, newClaims: 0, changedClaims: 0 })
  })

  it('changes what a later delivery says otherwise, and says what', () => {
    const after = applied(graph, plan.change)
    const later = sheetFrom(`
Operator | What | Where | Day | Report | Text | Rel.
Russia | operates | Khmeimim | 13.12.2024 | Wire report | Three transports. | A4`)
    const { changes, counts, change } = planned(after, later, RELATIONS)
    expect(counts).toMatchObject({ changedClaims: 1, newClaims: 0, newRelations: 0 })
    expect(changes).toEqual([
      {
        line: 2,
        what: 'Russia —operates→ Khmeimim',
        fields: [
          { label: 'Statement', before: 'Two transports.', after: 'Three transports.' },
          { label: 'Credibility', before: '2', after: '4' }
        ]
      }
    ])
    expect(change.label).toBe('Import sightings.csv: 1 change')
  })

  it('finds a row by its key, whatever else of it has changed', () => {
    const roles: readonly Role[] = ['ignore', 'from', 'relation', 'to', 'date']
    const one = sheetFrom('Row id | A | B | C | D\nR 1 | Russia | operates | Tartus | 2024')
    const first = planned(graph, one, roles, { key: 'Row id', type: 'Facility' })
    const after = applied(graph, first.change)
    const two = sheetFrom(
      'Row id | A | B | C | D\nR 1 | Russia | operates | Hmeimim Air Base | 2025\nR 1 | Russia | operates | Tartus | 2024\n | Russia | operates | Tartus | 2024'
    )
    const later = planned(after, two, roles, { key: 'Row id' })
    expect(later.counts).toMatchObject({ changedClaims: 1, newClaims: 0, leftOut: 2 })
    expect(later.problems.map(({ message }) => message)).toEqual([
      'The key “R 1” stands in row 2 already.',
      'The key is empty.'
    ])
  })

  it('asks for the order of dates, and for what new names are', () => {
    const one = sheetFrom('A | B | C | D\nRussia | meets | Egypt | 03.04.24')
    const asked = planned(graph, one, ['from', 'relation', 'to', 'date'])
    expect(asked.asks).toEqual({ orders: ['dmy', 'mdy', 'ymd'], example: '03.04.24' })
    expect(asked.counts.leftOut).toBe(1)
    const ordered = planned(graph, one, ['from', 'relation', 'to', 'date'], { order: 'dmy' })
    expect(ordered.asks).toBeUndefined()
    expect(ordered.problems).toEqual([
      { line: 2, column: 2, message: 'Nothing says what “Egypt” is. Choose a type for new names.' }
    ])
    expect(
      planned(graph, one, ['from', 'relation', 'to', 'date'], { order: 'dmy', type: 'State' }).counts.newClaims
    ).toBe(1)
  })

  it('asks about look-alikes: use takes the one that is there, new keeps the two apart', () => {
    const one = sheetFrom('A | B | C\nRussia | operates | Khmeimim')
    const roles: readonly Role[] = ['from', 'relation', 'to']
    const open = planned(graph, one, roles)
    expect(open.lookalikes).toMatchObject([{ name: 'Khmeimim', rows: 1, candidates: [{ id: 'e-hmeimim' }] }])
    const { key = '' } = open.lookalikes[0] ?? {}
    const used = planned(graph, one, roles, {}, { answers: new Map([[key, { use: 'e-hmeimim' }]]) })
    expect(used.counts).toMatchObject({ newEntities: 0, relationsThere: 1 })
    const kept = planned(graph, one, roles, {}, { answers: new Map([[key, 'new']]) })
    expect(ofKind(kept, 'notSame')).toHaveLength(1)
    expect(isRefusal(apply(graph, kept.change))).toBe(false)
  })

  it('makes new types for new words, unless the mapping says not to', () => {
    const one = sheetFrom('A | B | C | T\nRussia | refuels | Sparta | Vessel')
    const roles: readonly Role[] = ['from', 'relation', 'to', 'toType']
    expect(planned(graph, one, roles).newTypes).toEqual(['refuels', 'Vessel'])
    expect(planned(graph, one, roles, { newTypes: false }).problems).toMatchObject([
      { message: 'There is no relation type “refuels” here.' }
    ])
  })
})

describe('a table of entities', () => {
  const roles: readonly Role[] = ['name', 'type', 'alias', 'property:Founded', 'note', 'date']
  const one = sheetFrom(`
Name | Type | Also | Founded | Note | When
Wagner | Armed group | Вагнер; PMC | 2014 | Mercenaries. | 2014/2023
Hmeimim Air Base | Facility | Khmeimim | 2015 | |
HTS | Armed group | | | |
Wagner | Armed group | | 2015 | |`)
  const plan = planned(graph, one, roles)

  it('adds new ones and fills in those that are there', () => {
    expect(ofKind(plan, 'entity')).toMatchObject([
      {
        name: 'Wagner',
        type: 'armed-group',
        summary: 'Mercenaries.',
        period: '2014/2023',
        properties: { Founded: '2014' }
      },
      { id: 'e-hmeimim', properties: { Founded: '2015' } }
    ])
    expect(plan.problems).toEqual([{ line: 5, message: '“Wagner” has another “Founded” in row 2: “2014”.' }])
    expect(plan.changes[0]).toMatchObject({ line: 3, what: 'Hmeimim Air Base' })
    expect(plan.counts).toMatchObject({ same: 1, newEntities: 1, changedEntities: 1 })
    expect(planned(applied(graph, plan.change), one, roles).counts).toMatchObject({
      newEntities: 0,
      changedEntities: 0
    })
  })
})

describe('bad tables', () => {
  it('refuses a property called __proto__, one that is there twice, and a mapping of another table', () => {
    const one = sheetFrom('Name | __proto__ | X\nA | b | c')
    const refused = (why: string, ...roles: readonly Role[]) => expect(() => planned(graph, one, roles)).toThrow(why)
    refused('“__proto__” cannot be the name of a property', 'name', 'property:__proto__', 'ignore')
    refused('Two columns are the property “X”', 'name', 'property:X', 'property:X')
    refused('Say which column', 'ignore', 'ignore', 'ignore')
    refused('Say also which column a relation goes to', 'from', 'ignore', 'ignore')
    const steps = planTable(graph, sheetFrom('Other\nA'), mappingOf(one, ['name', 'ignore', 'ignore']), {
      newId: () => 'x',
      recorded: ''
    })
    expect(() => done(steps)).toThrow('names a column “Name”')
  })

  it('takes a head called __proto__ as any other where it is left out or another role', () => {
    const one = sheetFrom('__proto__ | constructor\nEgypt | State')
    expect(planned(graph, one, ['name', 'type']).counts.newEntities).toBe(1)
  })

  const nasty = fc.array(
    fc.oneof(
      fc.constantFrom(
        'Russia',
        'Hmeimim Air Base',
        'operates',
        'meets',
        '2024',
        '31.12.24',
        'A2',
        '?',
        '',
        '\0',
        '\u202eRussia',
        'a\u200bb',
        '\ud800',
        '__proto__',
        'toString',
        '=1+1',
        '\u061c',
        'حميميم'
      ),
      fc.string({ maxLength: 12, unit: 'binary' })
    ),
    { minLength: 5, maxLength: 5 }
  )

  it('whatever the cells hold: each row comes in or is told, and what comes in is a graph that can be read', () => {
    fc.assert(
      fc.property(
        fc.array(nasty, { maxLength: 12 }),
        fc.constantFrom<readonly Role[]>(
          ['from', 'relation', 'to', 'date', 'source'],
          ['name', 'type', 'alias', 'property:P', 'note']
        ),
        (cells, roles) => {
          const sheet = {
            name: 't',
            heads: ['a', 'b', 'c', 'd', 'e'],
            rows: cells.map((one, at) => ({ line: at + 1, cells: one }))
          }
          const plan = planned(graph, sheet, roles, { type: 'State' })
          const after = applied(graph, plan.change)
          expect(serialiseGraph(reread(after))).toEqual(serialiseGraph(after))
          for (const { line, message } of plan.problems) {
            expect(line).toBeGreaterThan(0)
            expect(message).toMatch(/[.]$/)
          }
          const again = planned(after, sheet, roles, { type: 'State' })
          expect(again.change.edits.filter(({ before }) => !before)).toEqual([])
        }
      ),
      { numRuns: 120 }
    )
  })
})

it('looks up the relations of a hub once, and the claims of a relation once, however many rows there are', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => ({
    line: at + 1,
    cells: ['Russia', 'meets', at % 2 ? `Partner ${at % 900}` : 'Hmeimim Air Base', '2024', `Report ${at % 7}`]
  }))
  const sheet = { name: 't', heads: ['a', 'b', 'c', 'd', 'e'], rows }
  const one = sampleGraph()
  const [relations, claims] = [vi.spyOn(one, 'relationsOf'), vi.spyOn(one, 'claimsAbout')]
  planned(one, sheet, ['from', 'relation', 'to', 'date', 'source'], { type: 'State' })
  expect(relations.mock.calls.length).toBeLessThan(20)
  expect(claims.mock.calls.length).toBeLessThan(1000)
})
