import { apply, type Change, diff } from '@core/change/change'
import { overlap, rebase } from '@core/change/rebase'
import { isRefusal } from '@core/change/refusal'
import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { describe, expect, test } from 'vitest'
import { entity, VOCABULARY } from '../sample'

const russia = entity('russia', 'state', 'Russia')
const graphWith = (...records: readonly AnyRecord[]) => Graph.of('Sample', [...VOCABULARY, ...records])
const change = (before: AnyRecord | undefined, after: AnyRecord | undefined): Change => ({
  label: 'Edit Russia',
  edits: [{ ...(before && { before }), ...(after && { after }) }]
})

describe('a change on a graph that has moved on', () => {
  test('is merged with what the other side did to another field of the record', () => {
    const now = graphWith({ ...russia, summary: 'A state.' })
    const rebased = rebase(now, change(russia, { ...russia, name: 'Rossiya' }))
    expect(rebased).toEqual({
      label: 'Edit Russia',
      edits: [{ before: now.get('entity', 'russia'), after: { ...russia, name: 'Rossiya', summary: 'A state.' } }]
    })
  })

  test('stays as it was where the other side did not touch it', () => {
    const mine = change(russia, { ...russia, name: 'Rossiya' })
    expect(rebase(graphWith(russia, entity('iran', 'state', 'Iran')), mine)).toEqual(mine)
  })

  test('is refused where both changed the same field, and says so', () => {
    const refusal = rebase(graphWith({ ...russia, name: 'RF' }), change(russia, { ...russia, name: 'Rossiya' }))
    expect(isRefusal(refusal) && refusal.refused).toMatch(/^“Edit Russia” was not kept: another program/)
  })

  test.each([
    ['what it changes is gone', graphWith(), change(russia, { ...russia, name: 'Rossiya' })],
    ['what it removes has changed', graphWith({ ...russia, name: 'RF' }), change(russia, undefined)],
    ['what it adds has come in another way', graphWith({ ...russia, name: 'RF' }), change(undefined, russia)]
  ])('is refused where %s', (_when, now, mine) => {
    expect(isRefusal(rebase(now, mine))).toBe(true)
  })

  test('comes to nothing where both did the same', () => {
    const rossiya = { ...russia, name: 'Rossiya' }
    expect(rebase(graphWith(rossiya), change(russia, rossiya))).toEqual({ label: 'Edit Russia', edits: [] })
  })

  test('leads to the graph that holds both', () => {
    const base = graphWith(russia)
    const theirs = graphWith({ ...russia, period: '1991/..' })
    const rebased = rebase(theirs, change(russia, { ...russia, summary: 'A state.' }))
    if (isRefusal(rebased)) throw new Error(rebased.refused)
    const both = apply(theirs, rebased)
    if (isRefusal(both)) throw new Error(both.refused)
    expect(diff(base, both).edits[0]?.after).toEqual({ ...russia, period: '1991/..', summary: 'A state.' })
  })
})

test('changes overlap where they touch one record, whatever they do to it', () => {
  const iran = entity('iran', 'state', 'Iran')
  expect(overlap(change(russia, undefined), change(undefined, russia))).toBe(true)
  expect(overlap(change(russia, undefined), change(undefined, iran))).toBe(false)
})
