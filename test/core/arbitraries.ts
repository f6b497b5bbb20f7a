import type { Change } from '@core/change/change'
import { type Edit, Graph } from '@core/graph/graph'
import { type AnyRecord, conflictId, notSameId } from '@core/records/records'
import { numberOf } from '@core/text/exact-number'
import fc from 'fast-check'
import * as dates from './arbitrary-dates'

const ids = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind}-${at}`)
const id = (kind: string, count: number) => fc.constantFrom(...ids(kind, count))

/** Text as the model takes it: any script, in NFC, without NUL and half surrogates. */
export const text = (maxLength = 30) =>
  fc.string({ unit: 'grapheme', maxLength }).map((made) => made.normalize('NFC').replaceAll('\0', ''))

export const name = fc
  .tuple(fc.constantFrom('Russia', 'الجولاني', 'Джулани', '__proto__', 'a'), text(20))
  .map(([first, rest]) => `${first} ${rest.replace(/[\r\n\u2028\u2029]/g, '')}`)

/** A date: any form of EDTF, level 1, the plain ones most often. */
export const date = fc.oneof(dates.day, dates.edtf, dates.halfInterval)

/** Numbers as JSON may write them; many of which no double holds, or JavaScript writes otherwise. */
export const numberText = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(fc.constant('0'), fc.bigInt(1n, 10n ** 30n).map(String), fc.nat(99).map(String)),
    fc.option(fc.stringMatching(/^\.\d{1,30}$/), { nil: '' }),
    fc.option(fc.stringMatching(/^[eE][+-]?\d{1,4}$/), { nil: '' })
  )
  .map((parts) => parts.join(''))

/** The same as records hold them. */
const number = numberText.map((text) => numberOf(text) ?? 0)

/** Any JSON, but for the one field name that no file of ours may hold. */
const anyJson = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.stringify(value))
  .filter((written) => !written.includes('__proto__'))
  .map((written) => JSON.parse(written) as unknown)

const json = fc.oneof(
  anyJson,
  number,
  fc.tuple(anyJson, number, number).map(([any, a, b]) => ({ any, a, list: [b, { b }] }))
)

/** A field that this version does not know. */
const unknownField = fc.option(json, { nil: undefined, freq: 1 })

const recordOf = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .record({ ...fields, 'x-later': unknownField })
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as AnyRecord)

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const kind = (value: string) => fc.constant(value)

const alias = fc.record({ text: name, kind: fc.constantFrom('alias', 'native', 'acronym') })

const oneValue = fc.oneof(text(), number, fc.boolean())

/** Properties of an entity or relation: one value each, or a list of several. */
const properties = fc.dictionary(
  fc.constantFrom('a', 'é', '10', '9'),
  fc.oneof(oneValue, fc.array(oneValue, { minLength: 1, maxLength: 3 })),
  { maxKeys: 3, noNullPrototype: true }
)

/** Records that fit together, whichever of them are there: what is optional to refer to is left out. */
const of = {
  entity: (at: string) =>
    recordOf({
      kind: kind('entity'),
      id: fc.constant(at),
      type: id('t', 2),
      name,
      aliases: fc.array(alias, { maxLength: 3 }),
      summary: optional(text()),
      period: optional(date),
      tags: optional(fc.uniqueArray(fc.constantFrom('a', 'é', 'watch'), { minLength: 1, maxLength: 2 })),
      properties: optional(properties)
    }),
  relation: (at: string) =>
    recordOf({
      ...{ kind: kind('relation'), id: fc.constant(at), type: id('rt', 2), from: id('e', 5), to: id('e', 5) },
      properties: optional(properties)
    }),
  source: (at: string) =>
    recordOf({
      kind: kind('source'),
      id: fc.constant(at),
      title: name,
      publisher: optional(name),
      published: optional(date),
      url: optional(fc.constantFrom('https://example.org/report', 'http://example.org/')),
      reliability: fc.constantFrom('A', 'C', 'F'),
      note: optional(text())
    }),
  claim: (at: string) =>
    recordOf({
      kind: kind('claim'),
      id: fc.constant(at),
      about: fc.oneof(id('e', 5), id('r', 4)),
      stance: fc.constantFrom('supports', 'denies', 'uncertain'),
      statement: name,
      when: optional(date),
      source: id('s', 3),
      basedOn: optional(id('s', 3)),
      locator: optional(fc.record({ paragraph: fc.integer({ min: 1, max: 50 }) })),
      attributedTo: optional(fc.oneof(name, id('e', 5))),
      credibility: fc.integer({ min: 1, max: 6 }),
      recorded: fc
        .date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((when) => when.toISOString())
    }),
  view: (at: string) =>
    recordOf({
      kind: kind('view'),
      id: fc.constant(at),
      name,
      asOf: optional(date),
      positions: fc.array(
        fc.tuple(id('e', 9), fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: -100_000, max: 100_000 })),
        { maxLength: 3 }
      )
    })
}

const TYPES: readonly AnyRecord[] = [
  ...ids('t', 2).map((at): AnyRecord => ({ kind: 'entityType', id: at, label: at })),
  ...ids('rt', 2).map((at): AnyRecord => ({ kind: 'relationType', id: at, label: at, inverse: at }))
]

const all = <T>(of: (at: string) => fc.Arbitrary<T>, kind: string, count: number) =>
  fc.tuple(...ids(kind, count).map(of))
const some = <T>(of: (at: string) => fc.Arbitrary<T>, kind: string, count: number) =>
  all(of, kind, count).chain((made) => fc.subarray(made))

const pair = fc
  .uniqueArray(id('e', 5), { minLength: 2, maxLength: 2 })
  .map(([a = '', b = '']): AnyRecord => ({ kind: 'notSame', id: notSameId(a, b), pair: a < b ? [a, b] : [b, a] }))

const conflict = fc
  .record({
    of: fc.constantFrom('entity' as const, 'source' as const),
    about: id('e', 5),
    field: fc.option(fc.constantFrom('name', 'x later'), { nil: undefined }),
    ours: fc.option(json, { nil: undefined }),
    theirs: fc.option(json, { nil: undefined }),
    taken: fc.constantFrom('ours' as const, 'theirs' as const)
  })
  .map((made) => {
    const fields = Object.entries(made).filter(([, value]) => value !== undefined)
    const { of, about, field } = made
    return { kind: 'conflict', id: conflictId(of, about, field), ...Object.fromEntries(fields) } as AnyRecord
  })

/** The records of a whole graph, all references answered. */
export const records: fc.Arbitrary<readonly AnyRecord[]> = fc
  .tuple(
    all(of.entity, 'e', 5),
    all(of.source, 's', 3),
    all(of.relation, 'r', 4),
    some(of.claim, 'c', 5),
    some(of.view, 'v', 2),
    fc.uniqueArray(pair, { maxLength: 2, selector: (made) => made.id }),
    fc.uniqueArray(conflict, { maxLength: 2, selector: (made) => made.id })
  )
  .map((parts) => [...TYPES, ...parts.flat()])

/** A graph with unknown fields. */
export const graph: fc.Arbitrary<Graph> = fc
  .tuple(records, text(), fc.dictionary(fc.constantFrom('later', 'zeta', '10', '2'), json, { maxKeys: 3 }))
  .map(([made, title, extra]) =>
    Graph.of(title.trim().replace(/[\r\n\u2028\u2029]/g, ''), made, new Map(Object.entries(extra)))
  )

/** Any record of a small set of ids, with no regard to what refers to it. */
export const record = fc.oneof(
  id('e', 5).chain(of.entity),
  id('r', 4).chain(of.relation),
  id('s', 3).chain(of.source),
  id('c', 5).chain(of.claim),
  id('v', 2).chain(of.view)
)

/** A change that applies to that graph: some records added, replaced and removed. */
export const changeTo = (graph: Graph): fc.Arbitrary<Change> =>
  fc
    .uniqueArray(fc.tuple(record, fc.boolean()), { maxLength: 6, selector: ([made]) => `${made.kind} ${made.id}` })
    .map((made) => ({
      label: 'Any',
      edits: made.flatMap(([next, isRemoval]): readonly Edit[] => {
        const before = graph.get(next.kind, next.id)
        if (isRemoval) return before ? [{ before }] : []
        return [before ? { before, after: next } : { after: next }]
      })
    }))
