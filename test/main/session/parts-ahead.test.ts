import { PartsAhead } from '@main/session/parts-ahead'
import { describe, expect, it } from 'vitest'
import { entity } from '../../core/sample'

const edit = (id: string) => ({ after: entity(id, 'place', id) })
const text = (...ids: readonly string[]) => JSON.stringify(ids.map(edit))
const last = { label: 'All', edits: [edit('c')] }

describe('a change that comes in parts', () => {
  it('is put together in order, once', () => {
    const ahead = new PartsAhead()
    ahead.take(0, text('a'))
    ahead.take(1, text('b'))
    expect(ahead.complete(last, 2)).toEqual({ label: 'All', edits: [edit('a'), edit('b'), edit('c')] })
    expect(ahead.complete(last, 0)).toEqual(last)
    expect(() => ahead.complete(last, 2)).toThrow('A part of that change did not arrive')
  })

  it('begins again with part 0, so that an interrupted one leaves nothing', () => {
    const ahead = new PartsAhead()
    ahead.take(0, text('x'))
    ahead.take(0, text('a'))
    expect(ahead.complete(last, 1).edits).toEqual([edit('a'), edit('c')])
  })

  it.each([
    ['a part that is missing', 2, text('b'), 'A part of that change did not arrive'],
    ['what is no JSON', 1, '[', 'no change of a graph'],
    ['what is no record', 1, '[{"after":{"kind":"entity"}}]', 'no change of a graph'],
    ['a forbidden key', 1, '[{"__proto__":{}}]', 'no change of a graph']
  ])('refuses %s', (_, part, given, words) => {
    const ahead = new PartsAhead()
    ahead.take(0, text('a'))
    expect(() => ahead.take(part, given)).toThrow(words)
  })

  it('says so when fewer parts came than the change has', () => {
    const ahead = new PartsAhead()
    ahead.take(0, text('a'))
    expect(() => ahead.complete(last, 2)).toThrow('nothing of it was saved')
  })
})
