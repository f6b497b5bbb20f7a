import { aliasFrom } from '@renderer/forms/alias'
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
