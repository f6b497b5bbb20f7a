import { captionOf, captionProperty, likeliest } from '@core/external/caption'
import type { ExternalNode, ExternalValue } from '@core/external/value'
import { expect, test } from 'vitest'

const text = (value: string): ExternalValue => ({ type: 'string', text: value })
const node = (labels: readonly string[], properties: Readonly<Record<string, ExternalValue>>): ExternalNode => ({
  id: '1',
  labels,
  properties: Object.entries(properties)
})

test('a name is likelier than a title, both than a number, and what tells nothing is left out', () => {
  expect(likeliest(['born', 'id', 'title', 'Full Name', 'company_name', 'name', 'x'])).toEqual([
    'name',
    'Full Name',
    'title',
    'id',
    'company_name'
  ])
})

test.each([
  [node(['P'], { born: { type: 'integer', text: '1956' }, name: text('Tom Hanks') }), 'Tom Hanks'],
  [node(['M'], { tagline: text('…'), title: text('The Matrix') }), 'The Matrix'],
  [node(['C'], { companyName: text('Acme') }), 'Acme'],
  [node(['S'], { اسم: text('دمشق') }), 'دمشق'],
  [node(['X'], { name: text('  '), code: text('X-7') }), 'X-7'],
  [node(['X'], { name: { type: 'list', items: [text('first'), text('second')], length: 2 } }), 'first'],
  [node(['X'], { id: { type: 'integer', text: '9007199254740993' } }), '9007199254740993'],
  [node(['X'], { whatever: text('any text') }), 'any text'],
  [node(['X', 'Y'], { at: { type: 'point', srid: '7203', coordinates: ['1.0', '2.0'] } }), 'X'],
  [node([], {}), 'No name'],
  [node(['X'], { name: text('turned \u202Eround') }), 'turned ‹U+202E›round']
])('a caption that makes sense: %#', (one, caption) => {
  expect(captionOf(one)).toBe(caption)
})

test('the analyst’s choice for a label comes first, where the node has it', () => {
  const captions = new Map([['Movie', 'tagline']])
  const movie = node(['Movie'], { title: text('The Matrix'), tagline: text('Welcome') })
  expect(captionOf(movie, captions)).toBe('Welcome')
  expect(captionProperty(movie, captions)).toBe('tagline')
  expect(captionOf(node(['Movie'], { title: text('Untitled') }), captions)).toBe('Untitled')
})

test('a long caption is cut', () => {
  expect(captionOf(node(['X'], { name: text('x'.repeat(500)) }))).toBe(`${'x'.repeat(80)}…`)
})
