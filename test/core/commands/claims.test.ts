import { isRefusal } from '@core/change/refusal'
import { type ClaimArgs, claim, editClaim, removeClaim } from '@core/commands/claims'
import { describe, expect, it } from 'vitest'
import { applied, sampleGraph } from '../sample'

const graph = sampleGraph()
const refusal = (result: unknown) => (isRefusal(result) ? result : undefined)
const args: ClaimArgs = {
  id: 'c-new',
  about: 'r-leads',
  stance: 'denies',
  statement: ' He does not lead it. ',
  source: 's-rt',
  credibility: 4,
  recorded: '2025-03-02T12:00:00Z'
}

describe('claim', () => {
  it('adds a claim about a relation or an entity', () => {
    const change = claim(graph, { ...args, when: '', locator: { paragraph: 3, page: undefined }, attributedTo: ' ' })
    expect('label' in change && change.label).toBe('Add a claim about Ahmed al-Sharaa and Hay’at Tahrir al-Sham')
    expect(applied(graph, change).get('claim', 'c-new')).toEqual({
      kind: 'claim',
      ...args,
      statement: 'He does not lead it.',
      locator: { paragraph: 3 }
    })
    const about = claim(graph, { ...args, about: 'e-hts', property: 'strength' })
    expect('label' in about && about.label).toBe('Add a claim about Hay’at Tahrir al-Sham')
  })

  it('adds a new source with it', () => {
    const change = claim(graph, {
      ...args,
      source: undefined,
      newSource: { id: 's-new', title: 'Interview', reliability: 'B', basedOn: 's-wire' }
    })
    const after = applied(graph, change)
    expect(after.get('claim', 'c-new')?.source).toBe('s-new')
    expect(after.get('source', 's-new')?.basedOn).toBe('s-wire')
    expect('edits' in change && change.edits.length).toBe(2)
  })

  it.each([
    [{ about: 'nothing' }, 'about'],
    [{ about: 's-rt' }, 'about'],
    [{ source: '' }, 'source'],
    [{ source: 's-x' }, 'source'],
    [{ basedOn: 's-x' }, 'basedOn'],
    [{ statement: '  ' }, 'statement'],
    [{ credibility: 0 }, 'credibility'],
    [{ recorded: 'now' }, 'recorded'],
    [{ id: 'c-1' }, 'id'],
    [{ when: '2024-02-30' }, 'when'],
    [{ newSource: { id: 's-n', title: 'T', reliability: 'Z' as never } }, 'source.reliability'],
    [{ id: 's-n', newSource: { id: 's-n', title: 'T', reliability: 'A' as const } }, 'id']
  ])('refuses %j at %s', (more, field) => {
    expect(refusal(claim(graph, { ...args, ...more }))?.field).toBe(field)
  })
})

describe('editClaim', () => {
  it('changes what is given and removes what is blank', () => {
    const after = applied(graph, editClaim(graph, { id: 'c-3', stance: 'uncertain', attributedTo: '' }))
    const { attributedTo, ...rest } = graph.get('claim', 'c-3') ?? {}
    expect(attributedTo).toBe('e-russia')
    expect(after.get('claim', 'c-3')).toEqual({ ...rest, stance: 'uncertain' })
  })

  it('refuses what claim would', () => {
    const edit = (more: object) => refusal(editClaim(graph, { id: 'c-2', ...more }))?.field
    expect(edit({ source: 'gone' })).toBe('source')
    expect(edit({ about: 'gone' })).toBe('about')
    expect(edit({ locator: { paragraph: 99 } })).toBe('locator.paragraph')
    expect(edit({ statement: '' })).toBe('statement')
    expect(refusal(editClaim(graph, { id: 'c-x' }))?.field).toBe('id')
  })
})

it('removeClaim leaves its source', () => {
  const change = removeClaim(graph, { id: 'c-3' })
  const after = applied(graph, change)
  expect('label' in change && change.label).toBe('Remove a claim about Ahmed al-Sharaa and Hay’at Tahrir al-Sham')
  expect([after.get('claim', 'c-3'), after.get('source', 's-paper')?.id]).toEqual([undefined, 's-paper'])
  expect(refusal(removeClaim(graph, { id: 'c-x' }))?.field).toBe('id')
})
