import { Graph } from '@core/graph/graph'
import { nameKey } from '@core/graph/name-key'
import { distinction } from '@core/queries/namesakes'
import { entityName, relationLine } from '@core/queries/relation-labels'
import type { AnyRecord, Entity } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entity, relation } from '../sample'

const graphOf = (...records: readonly AnyRecord[]) => Graph.of('Namesakes', records)
const apart = (graph: Graph, id: string) => distinction(graph, graph.get('entity', id) as Entity)

const master = { ...entity('e1', 'person', 'Lena Marsh'), summary: 'Harbour master of Northpier since 2016' }
const accountant = { ...entity('e2', 'person', 'Léna  marsh'), summary: 'Accountant in Southgate, born 1990' }

describe('what tells namesakes apart', () => {
  it('is nothing for one that is alone with its name', () => {
    expect(apart(graphOf(master), 'e1')).toBeUndefined()
    expect(entityName(graphOf(master), 'e1')).toBe('Lena Marsh')
    expect(entityName(graphOf(), 'gone')).toBe('gone')
  })

  it('is the type where that differs', () => {
    const graph = graphOf(
      { kind: 'entityType', id: 'place', label: 'Place' },
      { ...entity('a', 'person', 'Marsh'), type: 'place' },
      { ...entity('b', 'person', 'Marsh'), type: 'person' }
    )
    expect([apart(graph, 'a'), apart(graph, 'b')]).toEqual(['Place', 'person'])
  })

  it('is how the summary begins, without a small word at its end', () => {
    const graph = graphOf(master, accountant)
    expect([apart(graph, 'e1'), apart(graph, 'e2')]).toEqual(['Harbour master of Northpier', 'Accountant in Southgate'])
  })

  it('is as much of the summary as differs', () => {
    const graph = graphOf(
      { ...entity('a', 'person', 'Marsh'), summary: 'One of the two harbour masters of Northpier' },
      { ...entity('b', 'person', 'Marsh'), summary: 'One of the two harbour masters of Southgate' }
    )
    expect(apart(graph, 'a')).not.toBe(apart(graph, 'b'))
    expect(apart(graph, 'a')).toContain('Northpier')
  })

  it('is a tie to something of another name', () => {
    const graph = graphOf(
      entity('a', 'person', 'Marsh'),
      entity('b', 'person', 'Marsh'),
      entity('c', 'person', 'Northpier'),
      relation('r1', 'knows', 'a', 'c'),
      relation('r2', 'knows', 'a', 'b')
    )
    expect(apart(graph, 'a')).toContain('Northpier')
    expect(apart(graph, 'b')).toBe('2')
  })

  it('is a number where nothing else is known, however many there are', () => {
    const graph = graphOf(...Array.from({ length: 500 }, (_, at) => entity(`e${at + 1000}`, 'person', 'Unnamed')))
    expect(apart(graph, 'e1000')).toBe('1')
    expect(apart(graph, 'e1499')).toBe('500')
  })

  it('differs within every group of one name', () => {
    const records = fc.array(
      fc.record({
        name: fc.constantFrom('Lena Marsh', 'LENA MARSH', 'Lena-Marsh', 'Omar', 'Ömar', '★'),
        type: fc.constantFrom('person', 'place'),
        summary: fc.option(
          fc.constantFrom('Pilot of the old port', 'Pilot of the new port', 'Clerk', 'clerk, born 1990'),
          {
            nil: undefined
          }
        )
      }),
      { maxLength: 12 }
    )
    fc.assert(
      fc.property(records, (all) => {
        const entities = all.map(({ summary, ...rest }, at) => ({
          ...entity(`e${at}`, 'person', rest.name),
          ...rest,
          ...(summary !== undefined && { summary })
        }))
        const graph = graphOf(...entities)
        const said = entities.map((one) => `${nameKey(one.name)} (${distinction(graph, one)})`)
        expect(new Set(said).size).toBe(said.length)
        for (const one of entities)
          expect(distinction(graph, one) === undefined).toBe(
            entities.every((other) => other === one || nameKey(other.name) !== nameKey(one.name))
          )
      })
    )
  })

  it('follows every edit', () => {
    const graph = graphOf(master, accountant)
    const renamed = { ...accountant, name: 'Lena Moor' }
    const after = graph.with([{ before: accountant, after: renamed }])
    expect(distinction(after, master)).toBeUndefined()
    const back = after.with([{ before: renamed, after: accountant }])
    expect(distinction(back, master)).toBe('Harbour master of Northpier')
    expect(distinction(back.with([{ before: accountant }]), master)).toBeUndefined()
  })
})

it('a relation between two of one name says which is which', () => {
  const graph = graphOf(master, accountant, relation('r', 'knows', 'e1', 'e2'))
  const [first, second] = ['Lena Marsh (Harbour master of Northpier)', 'Léna  marsh (Accountant in Southgate)']
  const line = relationLine(graph, graph.get('relation', 'r') as never)
  expect(line.startsWith(first)).toBe(true)
  expect(line.endsWith(second)).toBe(true)
})

describe('what two names have in common', () => {
  it.each([
    ['Ahmed al-Sharaa', 'AHMED AL SHARAA'],
    ['Müller', 'Mu\u0308ller'],
    ['Müller', 'Muller'],
    ['مُحَمَّد', 'محمد'],
    ['O’Neill', "O'Neill"],
    ['a\u200Bb', 'ab']
  ])('is all that one sees of %s and %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  it.each([
    ['C++', 'C'],
    ['$payroll', 'payroll'],
    ['★', '☆'],
    ['กา', 'กิ']
  ])('is not all of %s and %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other))
  })
})
