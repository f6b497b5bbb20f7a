import { isModest, isPlain } from '@core/formats/entente/plain-shape'
import { type Kind, SCHEMAS } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../../arbitraries'
import { claim, entity, relation } from '../../sample'

type Fields = Record<string, unknown>

const FAST: readonly Kind[] = ['entity', 'relation', 'claim']

/** Values that are right for some field and wrong for others. */
const value = fc.oneof(
  any.text(),
  any.name,
  any.date,
  fc.constantFrom(
    '',
    ' ',
    'e-1',
    'supports',
    'Arab',
    'a\nb',
    'a\0b',
    '\ud800',
    'x'.repeat(501),
    '2024-02-30',
    '2024-02-30T00:00:00Z',
    '2025-03-02T12:00:00Z'
  ),
  fc.constantFrom(
    '2025-03-02T24:00:00Z',
    '2025-03-02T12:00:00+01:00',
    '2025-03-02T12:00:00.123Z',
    '\u00a0',
    'é',
    'a b',
    '‮x'
  ),
  fc.constantFrom(0, 1, 6, 7, -1, 1.5, 2 ** 53, null, true),
  fc.constantFrom(
    {},
    [],
    { paragraph: 1 },
    { paragraph: 0 },
    { page: 2, x: 1 },
    [{ text: 'A', kind: 'alias' }],
    [{ text: 'A', kind: 'alias', script: 'Arab' }]
  ),
  fc.constantFrom(
    [{ text: '', kind: 'alias' }],
    [{ text: 'A', kind: 'nick' }],
    [null],
    [{ text: 'A', kind: 'alias', script: 'arab' }]
  )
)

const broken = fc
  .tuple(any.record, fc.nat(), value, fc.boolean())
  .filter(([{ kind }]) => FAST.includes(kind))
  .map(([record, at, put, isRemoved]) => {
    const { kind, ...fields } = record as Fields & { kind: Kind }
    const keys = [...Object.keys(SCHEMAS[kind].shape), 'x-more']
    const key = keys[at % keys.length] ?? 'id'
    if (isRemoved) delete fields[key]
    else fields[key] = put
    return { kind, fields }
  })

describe('the fast check', () => {
  it('never takes what the schema would not, nor what it would change', () => {
    let taken = 0
    fc.assert(
      fc.property(broken, ({ kind, fields }) => {
        if (!isPlain(kind, fields)) return
        taken += 1
        const judged = SCHEMAS[kind].safeParse({ kind, ...fields })
        expect(judged.error?.issues).toBeUndefined()
        const whole = kind === 'entity' && fields.aliases === undefined ? { ...fields, aliases: [] } : fields
        expect(judged.data).toEqual({ kind, ...whole })
      }),
      { numRuns: 1000 }
    )
    expect(taken).toBeGreaterThan(100)
  })

  it('takes the ordinary ones, so that it is of use', () => {
    for (const record of [
      {
        ...entity('e', 'state', 'الجولاني', { text: 'Россия', kind: 'native', script: 'Cyrl' }),
        summary: 'S',
        period: '2017/..'
      },
      relation('r', 'meets', 'e', 'e'),
      claim('c', 'r', {
        when: '2024-12-08~',
        locator: { paragraph: 3, start: 0, end: 4 },
        note: 'N',
        attributedTo: 'TASS',
        basedOn: 's'
      })
    ]) {
      const { kind, ...fields } = record
      expect(isPlain(kind, fields)).toBe(true)
    }
  })
})

it('a value is shallow down to 64 levels', () => {
  const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
  expect(isModest(deep(64))).toBe(true)
  expect(isModest(deep(66))).toBe(false)
  expect(isModest({ a: deep(63) })).toBe(true)
})
