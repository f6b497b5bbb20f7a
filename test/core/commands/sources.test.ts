import { isRefusal } from '@core/change/refusal'
import { addSource, editSource, removeSource } from '@core/commands/sources'
import { describe, expect, it } from 'vitest'
import { applied, sampleGraph, source } from '../sample'

const graph = sampleGraph()
const refusal = (result: unknown) => (isRefusal(result) ? result : undefined)

describe('addSource', () => {
  it('adds a source', () => {
    const change = addSource(graph, {
      id: 's-new',
      title: ' Interview ',
      publisher: '',
      reliability: 'B',
      url: 'https://example.org/a'
    })
    expect(change).toEqual({
      label: 'Add the source “Interview”',
      edits: [
        { after: { kind: 'source', id: 's-new', title: 'Interview', reliability: 'B', url: 'https://example.org/a' } }
      ]
    })
  })

  it.each([
    [{ title: '' }, 'title'],
    [{ reliability: 'G' as never }, 'reliability'],
    [{ url: 'ftp://example.org' }, 'url'],
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ url: 'https:///report' }, 'url'],
    [{ url: 'https://user:secret@example.org/' }, 'url'],
    [{ url: 'https://user@example.org/' }, 'url'],
    [{ url: 'https:\\\\user@example.org/' }, 'url'],
    [{ published: 'yesterday' }, 'published'],
    [{ basedOn: 'gone' }, 'basedOn'],
    [{ basedOn: 's-new' }, 'basedOn'],
    [{ id: 's-rt' }, 'id'],
    [{ id: 'e-russia' }, 'id']
  ])('refuses %j at %s', (more, field) => {
    expect(refusal(addSource(graph, { id: 's-new', title: 'T', reliability: 'A', ...more }))?.field).toBe(field)
  })
})

describe('editSource', () => {
  it('changes what is given and removes what is blank', () => {
    const after = applied(graph, editSource(graph, { id: 's-paper', reliability: 'D', published: '' }))
    expect(after.get('source', 's-paper')).toEqual(
      source('s-paper', { title: 'Paper', basedOn: 's-wire', reliability: 'D' })
    )
  })

  it('refuses a circle, however wide', () => {
    expect(refusal(editSource(graph, { id: 's-wire', basedOn: 's-paper' }))).toEqual({
      refused: '“Wire report” would be based on itself.',
      field: 'basedOn'
    })
    expect(refusal(editSource(graph, { id: 's-x', title: 'T' }))?.field).toBe('id')
  })
})

describe('removeSource', () => {
  it('is refused while claims cite it or sources rest on it, and says how many', () => {
    expect(refusal(removeSource(graph, { id: 's-rt' }))?.refused).toBe(
      '1 claim cites “New Syrian leader wants close ties”. Change or remove it first.'
    )
    const more = graph.with([
      {
        before: graph.get('claim', 'c-3'),
        after: { ...(graph.get('claim', 'c-3') as never as object), basedOn: 's-rt' } as never
      }
    ])
    expect(refusal(removeSource(more, { id: 's-rt' }))?.refused).toContain('2 claims cite')
    const unused = graph.with([{ before: graph.get('claim', 'c-1') }])
    expect(refusal(removeSource(unused, { id: 's-wire' }))?.refused).toBe(
      '1 other source is based on “Wire report”. Change it first.'
    )
  })

  it('removes one that nothing rests on', () => {
    const added = graph.with([{ after: source('s-spare', { title: 'Spare' }) }])
    expect(removeSource(added, { id: 's-spare' })).toMatchObject({
      label: 'Remove the source “Spare”',
      edits: [{ before: { id: 's-spare' } }]
    })
    expect(refusal(removeSource(graph, { id: 's-x' }))?.field).toBe('id')
  })
})
