import { compareMatches, matchNode, surest, textPatterns, WAYS } from '@core/external/node-match'
import type { ExternalNode, ExternalValue } from '@core/external/value'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const value = (one: string): ExternalValue => ({ type: 'string', text: one })
const node = (id: string, properties: Readonly<Record<string, string>>): ExternalNode => ({
  id,
  labels: ['L'],
  properties: Object.entries(properties).map(([name, text]) => [name, value(text)] as const)
})
const patterns = (text: string) => {
  const found = textPatterns(text)
  if (!found) throw new Error('blank')
  return found
}
const wayOf = (text: string, properties: Readonly<Record<string, string>>) =>
  matchNode(patterns(text), node('1', properties))?.way

describe('how a node answers', () => {
  it.each([
    ['Port Said', { name: 'port  said' }, 'caption'],
    ['Port Said', { name: 'East Port Said, Ltd' }, 'caption word'],
    ['Port Sa', { name: 'East Port Said' }, 'caption begins'],
    ['Port Said', { name: 'A ship', home: 'Port Said' }, 'value'],
    ['ort', { name: 'Port' }, 'within caption'],
    ['said port', { name: 'Port Said' }, 'within caption'],
    ['Port Said', { name: 'A ship', note: 'left Port Said again' }, 'value word'],
    ['Port Sa', { name: 'A ship', note: 'left Port Said again' }, 'value begins'],
    ['ort', { name: 'A ship', note: 'left Port Said again' }, 'within value'],
    ['ship said', { name: 'A ship', note: 'left Port Said again' }, 'in several values'],
    ['nothing', { name: 'A ship' }, undefined],
    ['Anna Berg', { first_name: 'Anna', last_name: 'Berg' }, 'caption'],
    ['RY521234', { name: 'A', iban: 'RY52 1234' }, 'value'],
    ['RY52 1234 77', { name: 'A', iban: 'RY52123477' }, 'value'],
    ['RY52', { name: 'A', iban: 'RY52-1234' }, 'value word'],
    ['Port 5', { name: 'Port5' }, 'caption'],
    ['Muller', { name: 'Müller' }, 'caption'],
    ['Müller', { name: 'Muller' }, 'caption'],
    ['Müller', { name: 'Mu\u0308ller' }, 'caption'],
    ['Mueller', { name: 'Jürgen Müller' }, 'caption word'],
    ['Strauss', { name: 'Strauß' }, 'caption'],
    ['Dvorak', { name: 'Antonín Dvořák' }, 'caption word'],
    ['Łódź', { name: 'Lodz' }, 'caption'],
    ['jose garcia', { name: 'García, José' }, 'within caption'],
    ['Muller', { name: 'A ship', note: 'seen by Müllers' }, 'value begins']
  ] as const)('%s in %o: %s', (text, properties, way) => {
    expect(wayOf(text, properties)).toBe(way)
  })

  it('is nothing to a text of blanks', () => {
    expect(textPatterns(' \t ')).toBeUndefined()
  })

  it('takes every sign of a text for itself', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
        (text) => {
          expect(wayOf(text, { name: text })).toBe('caption')
          // Lower case may be longer than upper case, so that only the same text is asked for.
          expect(wayOf(text, { name: 'x', other: `q${text}q` })).toBeDefined()
        }
      )
    )
  })
})

describe('the surest', () => {
  const found = fc.array(
    fc.record({ id: fc.nat(20), at: fc.integer({ min: -1, max: WAYS.length - 1 }), length: fc.nat(5) }),
    { maxLength: 40 }
  )
  it('are the best of all parts, however the parts are cut', () => {
    fc.assert(
      fc.property(found, fc.nat(40), fc.integer({ min: 1, max: 10 }), (list, cut, most) => {
        const all = [...new Map(list.map((one) => [one.id, one])).values()].map(({ id, at, length }) => {
          const way = WAYS[at]
          return { node: node(String(id), {}), ...(way && { match: { way, length } }) }
        })
        const parts = surest([...surest(all.slice(0, cut), most), ...all.slice(cut)], most)
        expect(parts).toEqual(surest(all, most))
        for (const [at, one] of parts.entries()) {
          const next = parts[at + 1]
          if (next) expect(compareMatches(one.match, next.match)).toBeLessThanOrEqual(0)
        }
      })
    )
  })
})
