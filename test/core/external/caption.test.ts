import { captionOf, captionProperties } from '@core/external/caption'
import { likeliest } from '@core/external/caption-guess'
import { usualCaption } from '@core/external/usual-caption'
import type { ExternalNode, ExternalValue } from '@core/external/value'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

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
  const captions = new Map([['Movie', ['tagline']]])
  const movie = node(['Movie'], { title: text('The Matrix'), tagline: text('Welcome') })
  expect(captionOf(movie, captions)).toBe('Welcome')
  expect(captionProperties(movie, captions)).toEqual(['tagline'])
  expect(captionOf(node(['Movie'], { title: text('Untitled') }), captions)).toBe('Untitled')
})

test('a long caption is cut', () => {
  expect(captionOf(node(['X'], { name: text('x'.repeat(500)) }))).toBe(`${'x'.repeat(80)}…`)
})

test.each([
  [node(['P'], { hash: text('9f86d081884c7d659a2feaa0c55ad015'), holder: text('Anna Berg') }), 'Anna Berg'],
  [node(['P'], { first_name: text('Anna'), last_name: text('Berg') }), 'Anna Berg'],
  [node(['P'], { lastName: text('Berg'), middleName: text('Maria'), firstName: text('Anna') }), 'Anna Maria Berg'],
  [node(['P'], { surname: text('Berg'), name: text('Anna') }), 'Anna Berg'],
  [node(['P'], { surname: text('Berg'), name: text('Anna Berg') }), 'Anna Berg'],
  [node(['P'], { nom: text('Dupont'), prénom: text('Jeanne') }), 'Jeanne Dupont'],
  [node(['P'], { фамилия: text('Иванова'), имя: text('Анна'), отчество: text('Петровна') }), 'Анна Петровна Иванова'],
  [node(['P'], { apellidos: text('García Díaz'), nombre: text('Ana') }), 'Ana García Díaz'],
  [node(['P'], { surname: text('Berg'), id: { type: 'integer', text: '7' } }), 'Berg'],
  [node(['P'], { surname: text('Berg'), title: text('Dr Anna Berg') }), 'Dr Anna Berg'],
  [
    node(['W'], { address: text('0x52908400098527886E0F7030069857D2E4169EE7'), label: text('Exchange 4') }),
    'Exchange 4'
  ],
  [node(['W'], { name: text('6ba7b810-9dad-11d1-80b4-00c04fd430c8'), title: text('Report') }), 'Report'],
  [node(['C'], { country: text('Germany'), code: text('AB-17') }), 'AB-17'],
  [
    node(['H'], { sha256: text('9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015') }),
    '9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015'
  ]
])('names come before signs that machines made, and the parts of a name are one: %#', (one, caption) => {
  expect(captionOf(one)).toBe(caption)
})

const hex = (length: number) =>
  fc.string({ minLength: length, maxLength: length, unit: fc.constantFrom(...'0123456789abcdef') })
/** What a machine makes: UUIDs, hashes, tokens, and the server's own ids. */
const made = fc
  .oneof(
    fc.uuid(),
    fc.constantFrom(32, 40, 64).chain(hex),
    hex(40).map((text) => `0x${text}`),
    fc.tuple(fc.uuid(), fc.nat()).map(([id, at]) => `4:${id}:${at}`),
    fc
      .array(fc.tuple(fc.constantFrom('aB', 'Zq', 'kW'), fc.integer({ min: 1, max: 9 })), {
        minLength: 8,
        maxLength: 12
      })
      .map((parts) => parts.flat().join(''))
  )
  .filter((text) => /\d/.test(text))
const said = fc
  .array(fc.constantFrom('Anna', 'Berg', 'Deutsche', 'Bank', 'Hafen', 'Σπάρτη', 'Аврора', 'دمشق', '北京', 'Ö'), {
    minLength: 1,
    maxLength: 4
  })
  .map((words) => words.join(' '))
  .filter((name) => /\p{L}{2}/u.test(name))

test('a name is taken, whatever its property is called, before whatever a machine has made', () => {
  fc.assert(
    fc.property(
      said,
      fc.constantFrom('name', 'holder', 'bearer', 'x', 'company_name', 'Firma', 'наименование'),
      fc.uniqueArray(fc.tuple(fc.constantFrom('hash', 'uuid', 'id', 'tx', 'nonce', 'key', 'ref', 'title'), made), {
        minLength: 1,
        selector: ([name]) => name
      }),
      fc.nat(),
      (name, property, signs, at) => {
        const pairs: (readonly [string, string])[] = [...signs]
        pairs.splice(at % (pairs.length + 1), 0, [property, name])
        const properties = pairs.map(([key, value]) => [key, text(value)] as const)
        expect(captionOf({ id: '1', labels: ['L'], properties })).toBe(name)
      }
    )
  )
})

describe('what captions a label, as a sample shows', () => {
  const sample = (rows: readonly Readonly<Record<string, ExternalValue>>[]) => rows.map((row) => node(['L'], row))
  const integer = (value: number): ExternalValue => ({ type: 'integer', text: String(value) })
  const many = Array.from({ length: 30 }, (_, at) => at)

  test('is left to each node where its name tells it apart', () => {
    expect(usualCaption(sample(many.map((at) => ({ name: text(`Ship ${at}`), id: integer(at) }))))).toEqual([])
  })

  test('is followed by what tells apart those that share a name: a date before a number, a number before a hash', () => {
    const filings = many.map((at) => ({
      uuid: text(`6ba7b810-9dad-11d1-80b4-00c04fd4${1000 + at}`),
      filer_name: text('Bank of New York'),
      sar_id: integer(3_000 + at),
      country: text('USA'),
      begin: text(`2016-01-${String(at + 1).padStart(2, '0')}`)
    }))
    expect(usualCaption(sample(filings))).toEqual(['filer_name', 'begin'])
    expect(usualCaption(sample(filings.map(({ begin: _, ...rest }) => rest)))).toEqual(['filer_name', 'sar_id'])
    expect(usualCaption(sample(filings.map(({ uuid, filer_name }) => ({ uuid, filer_name }))))).toEqual([
      'filer_name',
      'uuid'
    ])
  })

  test('is the name alone where nothing short tells them apart', () => {
    const alike = many.map((at) => ({
      name: text('Account'),
      text: text(`${'long '.repeat(30)}${at}`),
      kind: text('current')
    }))
    expect(usualCaption(sample(alike))).toEqual(['name'])
  })

  test('is both parts of a name', () => {
    const people = many.map((at) => ({ vorname: text(`Vor${at}`), nachname: text(`Nach${at}`), id: integer(at) }))
    expect(usualCaption(sample(people))).toEqual(['vorname', 'nachname'])
  })
})
