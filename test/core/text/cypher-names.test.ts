import { cypherLabels, cypherName, MAX_CYPHER_NAME } from '@core/text/cypher-names'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** Reads a name between backticks as a server does: first \uXXXX, in which a backslash counts only when it is not escaped itself, then doubled backticks. */
function serverReads(written: string): string {
  const characters = written.replace(/\\(\\|u+([0-9A-Fa-f]{4}))/g, (all, _, hex) =>
    hex === undefined ? all : String.fromCharCode(Number.parseInt(hex, 16))
  )
  expect(characters.startsWith('`') && characters.endsWith('`')).toBe(true)
  const inner = characters.slice(1, -1)
  expect(inner.replaceAll('``', '')).not.toContain('`')
  return inner.replaceAll('``', '`')
}

test('a name always stands between backticks, its own doubled', () => {
  expect(cypherName('KNOWS')).toBe('`KNOWS`')
  expect(cypherName('a`b')).toBe('`a``b`')
  expect(cypherLabels([])).toBe('')
  expect(cypherLabels(['A', 'B c'])).toBe(':`A`:`B c`')
})

test('a backslash that a server would take for the beginning of a character is written as one', () => {
  expect(cypherName('\\u0060')).toBe('`\\u005Cu0060`')
  expect(cypherName('C:\\temp')).toBe('`C:\\temp`')
})

test('whatever the name, a server reads the same one and nothing behind it', () => {
  const parts = fc.constantFrom('\\', 'u', '0060', '`', 'x', ' ', "'", '}', '\\u0060', '005C')
  const name = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.array(parts, { minLength: 1 }).map((all) => all.join(''))
  )
  fc.assert(
    fc.property(name, (text) => {
      fc.pre(text.isWellFormed() && !text.includes('\0'))
      expect(serverReads(cypherName(text))).toBe(text)
    })
  )
})

test.each(['', 'a\0b', '\ud800', 'x'.repeat(MAX_CYPHER_NAME + 1)])('no server takes it for a name: %j', (name) => {
  expect(() => cypherName(name)).toThrow(RangeError)
})
