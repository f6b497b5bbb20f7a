import { placeName, placeText, readPlace, uriOf } from '@main/session/database-place'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const PLACE = { scheme: 'neo4j+s', host: 'db.example.org', port: 7687, user: 'ana', database: 'movies' } as const

test('a place is written as one text and read again, whatever the user and the database are called', () => {
  const name = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' })
  fc.assert(
    fc.property(name, name, fc.constantFrom('db.example.org', '127.0.0.1', '::1'), (user, database, host) => {
      const place = { ...PLACE, user, database, host }
      expect(readPlace(placeText(place))).toEqual(place)
    })
  )
})

test('it can be read by people, and is what the driver takes', () => {
  expect(placeText(PLACE)).toBe('neo4j+s://ana@db.example.org:7687/movies')
  expect(placeName(PLACE)).toBe('movies on db.example.org:7687')
  expect(uriOf({ ...PLACE, host: '::1' })).toBe('neo4j+s://[::1]:7687')
})

test.each([
  '/home/ana/syria.entente.json',
  'C:\\graphs\\a.json',
  'neo4j://localhost',
  'ftp://a@b:1/c',
  'bolt://a@b:0/c'
])('%s is none', (text) => expect(readPlace(text)).toBeUndefined())
