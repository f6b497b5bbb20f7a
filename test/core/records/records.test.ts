import { AnyRecord, KINDS, notSameId, SCHEMAS } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { claim, entity, RECORDS } from '../sample'

const takes = (record: unknown) => AnyRecord.safeParse(record).success

describe('the schemas', () => {
  it('take every record of the sample and every one that tests make up, unchanged', () => {
    for (const record of RECORDS) expect(SCHEMAS[record.kind].parse(record)).toEqual(record)
    fc.assert(
      fc.property(any.record, (record) => {
        expect(AnyRecord.parse(record)).toEqual(record)
      })
    )
  })

  it('know each kind by its own name', () => {
    for (const kind of KINDS) expect(SCHEMAS[kind].shape.kind.value).toBe(kind)
  })

  it('fill in what may be left out', () => {
    const { aliases, ...bare } = entity('e', 'state', 'E')
    expect(SCHEMAS.entity.parse(bare)).toEqual({ ...bare, aliases })
  })

  it('keep fields that they do not know', () => {
    expect(SCHEMAS.entity.parse({ ...entity('e', 'state', 'E'), later: { a: 1 } })).toMatchObject({ later: { a: 1 } })
  })
})

describe('a name', () => {
  it.each(['Russia', 'هيئة تحرير الشام', '<img onerror=alert(1)>', 'a\u202Eb', 'x'.repeat(500), '__proto__', '👩‍🔬'])(
    'may be %s',
    (name) => {
      expect(takes(entity('e', 'state', name))).toBe(true)
    }
  )

  it.each(['', ' ', '\u00a0\u3000', 'a\nb', 'a\u2028b', 'a\0b', 'a\ud800', 'x'.repeat(501)])(
    'may not be %j',
    (name) => {
      expect(takes(entity('e', 'state', name))).toBe(false)
    }
  )
})

describe('an id', () => {
  it.each(['e-1', '__proto__', 'constructor', 'هيئة', 'é', '/'])('may be %s', (id) => {
    expect(takes(entity(id, 'state', 'E'))).toBe(true)
  })

  it.each(['', 'a b', 'a\tb', 'a\u200bb', '\ufeffa', 'x'.repeat(201), 'a\u202eb'])('may not be %j', (id) => {
    expect(takes(entity(id, 'state', 'E'))).toBe(false)
  })
})

describe('a claim', () => {
  it.each([{ credibility: 0 }, { credibility: 7 }, { credibility: 2.5 }, { stance: 'maybe' }, { statement: '' }])(
    'may not have %j',
    (more) => {
      expect(takes({ ...claim('c', 'r'), ...more })).toBe(false)
    }
  )
})

it('a pair has one id, whichever way round', () => {
  expect(notSameId('b', 'a')).toBe(notSameId('a', 'b'))
  expect(notSameId('a', 'b')).not.toBe(notSameId('a', 'c'))
})
