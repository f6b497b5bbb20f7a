import { count, plural } from '@renderer/ui/count'
import { expect, it } from 'vitest'

it('writes thousands with a narrow space', () => {
  expect([0, 999, 1204, 1234567].map(count)).toEqual(['0', '999', '1\u202f204', '1\u202f234\u202f567'])
})

it('says one thing, or how many', () => {
  expect([plural(1, 'claim', 'claims'), plural(0, 'claim', 'claims')]).toEqual(['1 claim', '0 claims'])
})
