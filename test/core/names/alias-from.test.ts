import { aliasFrom } from '@core/names/alias-from'
import { expect, it } from 'vitest'

it.each([
  ['أبو محمد الجولاني', { kind: 'native', script: 'Arab' }],
  ['Хмеймим', { kind: 'native', script: 'Cyrl' }],
  ['HTS', { kind: 'acronym', script: 'Latn' }],
  ['Khmeimim', { kind: 'alias', script: 'Latn' }],
  ['  Jolani ', { kind: 'alias', script: 'Latn', text: 'Jolani' }],
  ['17', { kind: 'alias', script: undefined }]
])('%s tells its script, and often its kind', (text, told) => {
  expect({ script: undefined, ...aliasFrom(text) }).toMatchObject(told)
})

it('takes a second name in another script for a transliteration', () => {
  const entity = { kind: 'entity', id: 'e-1', type: 'facility', name: 'Hmeimim', aliases: [] } as const
  expect(aliasFrom('حميميم', { ...entity, aliases: [] }).kind).toBe('native')
  expect(aliasFrom('Хмеймим', { ...entity, aliases: [{ text: 'حميميم', kind: 'native' }] }).kind).toBe(
    'transliteration'
  )
  expect(aliasFrom('Хмеймим', { ...entity, name: 'حميميم', aliases: [] }).kind).toBe('transliteration')
})
