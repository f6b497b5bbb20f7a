import { decodeJournal, type Entry, encodeLine, type Header } from '@main/stores/journal/chain'
import { describe, expect, test } from 'vitest'
import { adding, entity } from '../../sample'

const header: Header = { format: 'entente-journal', version: 1, snapshot: 'a'.repeat(64) }
const entry = (id: string): Entry => ({ at: '2025-03-02T12:00:00.000Z', change: adding(entity(id, `Name of ${id}`)) })

/** The lines of a journal with these changes, chained. */
function linesOf(...values: readonly Parameters<typeof encodeLine>[0][]): Buffer[] {
  let after: string | undefined
  return values.map((value) => {
    const { line, hash } = encodeLine(value, after)
    after = hash
    return line
  })
}

const lines = linesOf(header, entry('a'), entry('b'), entry('c'), entry('d'))
const read = (...parts: readonly Buffer[]) => decodeJournal(Buffer.concat(parts))
const ids = (entries: readonly Entry[]) => entries.flatMap(({ change }) => change.edits.map(({ after }) => after?.id))
const [first, a, b, c, d] = lines as [Buffer, Buffer, Buffer, Buffer, Buffer]
const flip = (line: Buffer, at: number) => {
  const flipped = Buffer.from(line)
  flipped[at] = (flipped[at] ?? 0) ^ 1
  return flipped
}

describe('a journal', () => {
  test('gives back what was written', () => {
    const content = read(...lines)
    expect(content).toMatchObject({ header, fault: 'none', later: [], compactions: [] })
    expect(content.entries).toEqual([entry('a'), entry('b'), entry('c'), entry('d')])
    expect(content.sound).toBe(Buffer.concat(lines).length)
  })

  test('knows which files were about to take the snapshot’s place', () => {
    const compaction = { compacting: 'b'.repeat(64), changes: 1 }
    const content = decodeJournal(Buffer.concat(linesOf(header, entry('a'), compaction, entry('b'))))
    expect(content.compactions).toMatchObject([compaction])
    expect(ids(content.entries)).toEqual(['a', 'b'])
  })

  test.each([1, 30, 70, d.length - 1])('with its end torn off %i bytes into a line keeps all before it', (length) => {
    const content = read(first, a, b, c, d.subarray(0, length))
    expect(content).toMatchObject({ fault: 'torn', sound: Buffer.concat([first, a, b, c]).length })
    expect(ids(content.entries)).toEqual(['a', 'b', 'c'])
  })

  test('that ends in zeros, because only its length had reached the disk, is torn', () => {
    expect(read(first, a, Buffer.alloc(600))).toMatchObject({ fault: 'torn' })
  })

  test('that is empty is torn: it never is', () => {
    expect(read()).toMatchObject({ fault: 'torn', header: undefined })
  })

  test.each([
    ['a flipped bit in a change', [first, a, flip(b, 100), c, d], ['a'], ['c', 'd']],
    ['a flipped bit in a hash', [first, a, flip(b, 3), c, d], ['a'], ['c', 'd']],
    ['a flipped bit in the last but one', [first, a, b, flip(c, 100), d], ['a', 'b'], ['d']],
    ['a flipped line feed', [first, a, flip(b, b.length - 1), c, d], ['a'], ['d']],
    ['a dropped line', [first, a, c, d], ['a'], ['c', 'd']],
    ['a doubled line', [first, a, b, b, c, d], ['a', 'b'], ['b', 'c', 'd']],
    ['two lines that changed places', [first, b, a, c, d], [], ['b', 'a', 'c', 'd']],
    ['a broken header', [flip(first, 80), a, b], [], ['a', 'b']]
  ])('with %s is damaged, and both parts can be read', (_what, parts, before, behind) => {
    const content = read(...parts)
    expect(content.fault).toBe('damaged')
    expect(ids(content.entries)).toEqual(before)
    expect(ids(content.later)).toEqual(behind)
  })

  test('of another journal does not go on in this one', () => {
    const other = linesOf({ ...header, snapshot: 'c'.repeat(64) }, entry('x'), entry('y'))
    expect(read(first, a, ...other.slice(1))).toMatchObject({ fault: 'damaged' })
  })

  test('with a key that programs misread is not taken', () => {
    const odd = { at: '', change: JSON.parse('{"label":"x","edits":[{"after":{"__proto__":{"a":1}}}]}') }
    expect(read(...linesOf(header, odd))).toMatchObject({ fault: 'torn', entries: [] })
  })
})
