import { type Difference, differences } from '@core/change/differences'
import { Graph } from '@core/graph/graph'
import type { AnyRecord, Kind } from '@core/records/records'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, recordsOf } from '../sample'

const twoGraphs = fc.tuple(any.graph, any.graph).chain(([graph, other]) =>
  fc.oneof(
    fc.constant([graph, other] as const),
    any.changeTo(graph).map((change) => [graph, applied(graph, change)] as const)
  )
)

it('finds none between a graph and itself', () => {
  fc.assert(
    fc.property(any.graph, (graph) => {
      expect([...differences(graph, graph)]).toEqual([])
    })
  )
})

it('holds all that it takes to make the second graph of the first', () => {
  fc.assert(
    fc.property(twoGraphs, ([from, to]) => {
      const made = carriedOut(from, [...differences(from, to)])
      expect(made.title).toBe(to.title)
      expect(new Map(made.extra)).toEqual(new Map(to.extra))
      expect(recordsOf(made)).toEqual(recordsOf(to))
    })
  )
})

it('names no field that is the same in both', () => {
  fc.assert(
    fc.property(twoGraphs, ([from, to]) => {
      for (const { fields } of differences(from, to))
        for (const { before, after } of fields) expect(after).not.toEqual(before)
    })
  )
})

/** Carries the differences out by their fields alone. */
function carriedOut(from: Graph, all: readonly Difference[]): Graph {
  let { title } = from
  const extra = new Map(from.extra)
  const records = new Map(recordsOf(from).map((record) => [`${record.kind} ${record.id}`, record]))
  for (const { deed, kind, id, fields } of all) {
    if (kind === 'graph') {
      for (const { field, ...sides } of fields)
        if (field === 'title') title = String(sides.after)
        else if ('after' in sides) extra.set(field, sides.after)
        else extra.delete(field)
    } else if (deed === 'removed') records.delete(`${kind} ${id}`)
    else records.set(`${kind} ${id}`, withFields(records.get(`${kind} ${id}`), kind, id, fields))
  }
  return Graph.of(title, records.values(), extra)
}

function withFields(before: AnyRecord | undefined, kind: Kind, id: string, fields: Difference['fields']): AnyRecord {
  const own = new Map<string, unknown>(Object.entries(before ?? { kind, id }))
  const had = Reflect.get(before ?? {}, 'properties') as object | undefined
  const properties = new Map<string, unknown>(Object.entries(had ?? {}))
  for (const { field, ...sides } of fields) {
    const [table, key] = field.startsWith('properties.') ? [properties, field.slice(11)] : [own, field]
    if ('after' in sides) table.set(key, sides.after)
    else table.delete(key)
  }
  if (properties.size > 0) own.set('properties', Object.fromEntries(properties))
  else if (fields.some(({ field }) => field.startsWith('properties.')) && own.get('properties') === had)
    own.delete('properties')
  return Object.fromEntries(own) as unknown as AnyRecord
}
