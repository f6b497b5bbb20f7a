import { type Change, invert } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { mergeEntities } from '@core/commands/merge-entities'
import { type Fate, splitEntity } from '@core/commands/split-entity'
import { Graph } from '@core/graph/graph'
import { referenceProblems, type Sections } from '@core/graph/references'
import { relationsAt, relationsBetween } from '@core/queries/neighbours'
import { type AnyRecord, type Entity, KINDS } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, claim, entity, native, recordsOf, relation, sampleGraph } from '../sample'

const problemsOf = (graph: Graph) =>
  referenceProblems(
    Object.fromEntries(KINDS.map((kind) => [kind, [...graph.all(kind).values()]])) as unknown as Sections,
    new Map()
  )

const go = (...keys: readonly string[]) => new Map(keys.map((key) => [key, 'go' as Fate]))

describe('splitEntity', () => {
  const hts = entity('e-two', 'armed-group', 'HTS and Nusra', native('هيئة'), native('النصرة'))
  const graph = sampleGraph().with([
    { after: { ...hts, summary: 'Two groups.', properties: { men: 10, seat: 'Idlib' }, tags: ['watch'] } },
    { after: relation('r-x', 'meets', 'e-two', 'e-sharaa') },
    { after: relation('r-y', 'meets', 'e-russia', 'e-two') },
    { after: claim('c-x', 'r-x', { attributedTo: 'e-two' }) },
    { after: claim('c-y', 'r-y') },
    { after: claim('c-z', 'e-two', { property: 'men' }) }
  ])

  it('puts names, properties, relations and claims where is said, and keeps the two apart', () => {
    const change = splitEntity(graph, {
      ...{
        id: 'e-two',
        newId: 'e-new',
        name: 'النصرة',
        names: go('النصرة'),
        claims: new Set(['c-z']),
        attributions: new Set(['c-x'])
      },
      ...{
        fields: new Map<string, Fate>([
          ['properties.men', 'go'],
          ['summary', 'both']
        ]),
        relations: go('r-y')
      }
    })
    const after = applied(graph, change)
    expect(after.get('entity', 'e-new')).toEqual({
      ...entity('e-new', 'armed-group', 'النصرة'),
      summary: 'Two groups.',
      properties: { men: 10 }
    })
    expect(after.get('entity', 'e-two')).toEqual({
      ...{ ...hts, aliases: [native('هيئة')], summary: 'Two groups.' },
      ...{ properties: { seat: 'Idlib' }, tags: ['watch'] }
    })
    expect(after.get('relation', 'r-y')).toMatchObject({ from: 'e-russia', to: 'e-new' })
    expect(after.get('relation', 'r-x')).toMatchObject({ from: 'e-two', to: 'e-sharaa' })
    expect(after.get('claim', 'c-x')).toMatchObject({ about: 'r-x', attributedTo: 'e-new' })
    expect(after.get('claim', 'c-z')?.about).toBe('e-new')
    expect(after.get('notSame', 'e-new e-two')).toBeDefined()
  })

  it('gives both a relation that both have, and each the claims that are its own', () => {
    const change = splitEntity(graph, {
      ...{ id: 'e-two', newId: 'e-new', name: 'Nusra', claims: new Set(['c-y']) },
      ...{ relations: new Map([['r-y', 'both' as const]]), copyId: (id: string) => `${id}-2` }
    })
    const after = applied(graph, change)
    expect(after.get('relation', 'r-y-2')).toEqual(relation('r-y-2', 'meets', 'e-russia', 'e-new'))
    expect(after.get('relation', 'r-y')?.to).toBe('e-two')
    expect(after.get('claim', 'c-y')?.about).toBe('r-y-2')
  })

  it('is refused with the field to mend', () => {
    const args = { id: 'e-two', newId: 'e-new', name: 'Nusra' }
    const field = (more: object) => {
      const change = splitEntity(graph, { ...args, ...more })
      return isRefusal(change) ? change.field : 'done'
    }
    expect(field({})).toBe('done')
    expect(field({ name: ' ' })).toBe('name')
    expect(field({ id: 'gone' })).toBe('id')
    expect(field({ newId: 'r-x' })).toBe('newId')
    expect(field({ type: 'nothing' })).toBe('type')
    const base = splitEntity(graph, {
      id: 'e-hmeimim',
      newId: 'e-b',
      name: 'B',
      type: 'person',
      relations: go('r-near')
    })
    expect(isRefusal(base) && base.field).toBe('type')
  })

  it('stands beside the other where a view names its entities', () => {
    const view = { kind: 'view', id: 'v', name: 'V', entities: ['e-two', 'e-hts'], positions: [] } as const
    const seen = graph.with([{ after: { ...view, entities: [...view.entities], positions: [] } }])
    const after = applied(seen, splitEntity(seen, { id: 'e-two', newId: 'e-new', name: 'Nusra' }))
    expect(after.get('view', 'v')?.entities).toEqual(['e-two', 'e-new', 'e-hts'])
  })
})

/** Which of a graph's entities is split, and what goes where. */
const splitOf = (graph: Graph) =>
  fc
    .tuple(fc.nat({ max: 4 }), fc.infiniteStream(fc.constantFrom(undefined, 'go' as const, 'both' as const)))
    .map(([at, fates]) => {
      const id = `e-${at}`
      const some = (keys: readonly string[]) =>
        new Map(keys.flatMap((key) => [fates.next().value].flatMap((fate) => (fate ? [[key, fate] as const] : []))))
      const { aliases = [], properties = {} } = graph.get('entity', id) ?? {}
      const about = [id, ...graph.relationsOf(id)].flatMap((one) => graph.claimsAbout(one))
      return {
        ...{ id, newId: 'e-new', name: 'New', copyId: (of: string) => `${of}-copy` },
        names: some(aliases.map(({ text }) => text)),
        fields: some(['summary', 'period', ...Object.keys(properties).map((key) => `properties.${key}`)]),
        relations: some(graph.relationsOf(id)),
        claims: new Set(some(about).keys()),
        attributions: new Set(some(graph.claimsAttributedTo(id)).keys())
      }
    })

it('loses no claim, leaves nothing hanging, and is taken back whole by one undo', () => {
  fc.assert(
    fc.property(
      any.graph.chain((graph) => fc.tuple(fc.constant(graph), splitOf(graph))),
      ([graph, args]) => {
        const change = splitEntity(graph, args)
        const after = applied(graph, change)
        expect(problemsOf(after)).toEqual([])
        expect([...after.all('claim').keys()].sort()).toEqual([...graph.all('claim').keys()].sort())
        for (const field of ['summary', 'period'] as const) {
          const said = [args.id, 'e-new'].map((id) => after.get('entity', id)?.[field])
          if (graph.get('entity', args.id)?.[field]) expect(said).not.toEqual([undefined, undefined])
        }
        expect(recordsOf(applied(after, invert(change as Change)))).toEqual(recordsOf(graph))
      }
    )
  )
})

it('takes a merge back along the lines on which it was made', () => {
  let done = 0
  fc.assert(
    fc.property(any.graph, fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 2, maxLength: 2 }), (made, [a, b]) => {
      const [keep, drop] = [`e-${a}`, `e-${b}`]
      // Without what the choice of one of two values loses, and what is no part of either.
      const graph = withoutLosses(made, keep, drop)
      if (relationsBetween(graph, keep, drop).length > 0) return
      const [mine, other] = [graph.get('entity', keep), graph.get('entity', drop)]
      if (!mine || !other) throw new Error('not there')
      const merged = applied(graph, mergeEntities(graph, { keep, drop }))
      const goes = relationsAt(graph, drop)
      const stays = relationsAt(graph, keep)
      const isJoined = (id: string) => !merged.get('relation', id)
      if (goes.some(({ id }) => isJoined(id)) || stays.some(({ id }) => isJoined(id))) return
      const names = new Map(
        other.aliases.map(({ text }) => [text, isOf(mine, text) ? ('both' as const) : ('go' as const)])
      )
      if (!isOf(mine, other.name)) names.set(other.name, 'go')
      const fields = new Map(
        [...fieldsOf(other)].map((field) => [field, fieldsOf(mine).has(field) ? 'both' : 'go'] as const)
      )
      const claims = new Set(graph.claimsAbout(drop))
      const attributions = new Set(graph.claimsAttributedTo(drop))
      const relations = go(...goes.map(({ id }) => id))
      const args = {
        id: keep,
        newId: drop,
        name: other.name,
        type: other.type,
        names,
        fields,
        relations,
        claims,
        attributions
      }
      const again = applied(merged, splitEntity(merged, args))
      const plain = (of: Graph) =>
        recordsOf(of)
          .filter(({ kind }) => kind !== 'notSame')
          .map(sorted)
      expect(plain(again)).toEqual(plain(graph))
      done++
    }),
    { numRuns: 300 }
  )
  expect(done).toBeGreaterThan(50)
})

const isOf = ({ name, aliases }: Entity, text: string) => name === text || aliases.some((one) => one.text === text)

const fieldsOf = ({ summary, period, properties = {} }: Entity) =>
  new Set([
    ...(summary ? ['summary'] : []),
    ...(period === undefined ? [] : ['period']),
    ...Object.keys(properties).map((key) => `properties.${key}`)
  ])

function withoutLosses(graph: Graph, keep: string, drop: string): Graph {
  const records = recordsOf(graph).flatMap((record): AnyRecord[] => {
    if (record.kind === 'view' || record.kind === 'notSame' || record.kind === 'conflict') return []
    if (record.kind !== 'entity' || (record.id !== keep && record.id !== drop)) return [record]
    // The other one's own values are under keys of its own, so that nobody has to choose.
    const { id, type, properties } = record
    const name = record.name.trim()
    const own = Object.fromEntries(
      Object.entries(properties ?? {}).flatMap(([key, value]) => (value === '' ? [] : [[`${id} ${key}`, value]]))
    )
    const texts = new Set([name])
    const aliases = record.aliases
      .map(({ text }) => ({ text: text.trim() }))
      .filter(({ text }) => !texts.has(text) && texts.add(text))
    return [
      {
        ...{ kind: 'entity', id, type, name, aliases: aliases.map(({ text }) => ({ text, kind: 'alias' as const })) },
        ...(Object.keys(own).length > 0 && { properties: own })
      }
    ]
  })
  const names = new Set(graph.get('entity', keep)?.aliases.map(({ text }) => text))
  return Graph.of(
    '',
    records.map(
      (record) =>
        (record.id === drop && names.has(graph.get('entity', drop)?.name ?? '')
          ? { ...record, name: 'Of its own' }
          : record) as AnyRecord
    )
  )
}

/** A record with its lists of names in one order. */
const sorted = (record: AnyRecord) =>
  record.kind === 'entity' ? { ...record, aliases: [...record.aliases].map(({ text }) => text).sort() } : record
