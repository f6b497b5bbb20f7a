import { showDatesInView } from '@core/commands/views'
import { drawingOf } from '@core/figure/drawing'
import { figureContent } from '@core/figure/figure-content'
import { labelNotes } from '@core/figure/label-notes'
import { Graph } from '@core/graph/graph'
import type { View } from '@core/records/records'
import { describe, expect, it } from 'vitest'
import { claim, entity, relation, source } from '../sample'

const graph = Graph.of('', [
  entity('a', 'state', 'A'),
  entity('b', 'state', 'B'),
  relation('r', 'meets', 'a', 'b'),
  source('s'),
  claim('c', 'r', { source: 's', when: '2024-12-08' })
])
const measure = (text: string, size: number) => text.length * size * 0.55
const view = (distance: number, dates: boolean): View => ({
  ...{ kind: 'view', id: 'v', name: 'V', ...(dates && { dates }) },
  positions: [
    ['a', 0, 0],
    ['b', distance, 0]
  ]
})
const labels = (own: View) => drawingOf(figureContent(graph, own, {}), own, true, measure).labels
const wordOn = (own: View) => labels(own).words.get('r')?.word?.text

describe('dates on the lines', () => {
  it('stand behind the word where the view asks for them', () => {
    expect(wordOn(view(500, true))).toBe('meets · 8 Dec 2024')
    expect(wordOn(view(500, false))).toBe('meets')
  })

  it('fall away where there is no room, and stand in the list', () => {
    const own = view(60, true)
    expect(labels(own).abridged.length + labels(own).shortened.length).toBe(1)
    expect(figureContent(graph, own, {}).relations[0]?.sentence).toContain('8 Dec 2024')
    expect(figureContent(graph, view(60, false), {}).relations[0]?.sentence).not.toContain('2024')
  })

  it('that fall away are told, with where they stand instead', () => {
    const own = view(500, true)
    const notes = (numbered: boolean) =>
      labelNotes(figureContent(graph, own, {}), { ...labels(own), abridged: ['r'] }, numbered)
    expect(notes(true)).toEqual(['1 date stands only in the list: the lines have no room.'])
    expect(notes(false)).toEqual(['1 date has no room on the lines and is left out.'])
  })

  it('are written and taken off by one edit of the view each', () => {
    const off = view(500, false)
    const [edit] = showDatesInView(graph, off).edits
    expect(edit?.after).toEqual({ ...off, dates: true })
    expect(showDatesInView(graph, view(500, true)).edits[0]?.after).toEqual(off)
  })
})
