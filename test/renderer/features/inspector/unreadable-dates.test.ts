import type { AnyRecord } from '@core/records/records'
import Inspector from '@renderer/features/inspector/Inspector.svelte'
import { screen, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { BASES } from '../../sample'
import { openWindow, show } from '../../window'

const text = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim()
const claims = () => within(screen.getByRole('region', { name: 'Claims' }))

/** The bases, with other values in some fields. */
const spoilt = (of: Readonly<Record<string, object>>): readonly AnyRecord[] =>
  BASES.map((record) => ({ ...record, ...of[record.id] }) as AnyRecord)

async function showWith(of: Readonly<Record<string, object>>, select: { relation: string } | { entity: string }) {
  const window = await openWindow({ records: spoilt(of) })
  if ('relation' in select) window.app.selection.selectRelation(select.relation, 'hmeimim')
  else window.app.selection.selectEntities([select.entity])
  show(window.app, Inspector)
}

const idsOf = (about: string) =>
  BASES.flatMap((record) => (record.kind === 'claim' && record.about === about ? [record.id] : []))

describe('a date that cannot be read', () => {
  it('is told at its claim, as it stands and how to write it, in the card and in the line', async () => {
    const faults = Object.fromEntries(idsOf('r-leaves').map((id) => [id, { when: '2024-13', recorded: 'yesterday' }]))
    await showWith(faults, { relation: 'r-leaves' })
    const [card] = claims().getAllByRole('article')
    expect(text(card as Element)).toContain('2024-13')
    expect(text(card as Element)).toContain(
      'True when: There is no month 13. Write 2024-12, or 2024 if the month is not known. It counts as undated.'
    )
    expect(text(card as Element)).toContain(
      'Recorded must be an instant such as 2025-03-02T12:00:00Z. It counts as undated.'
    )
    const lines = claims().getAllByRole('button', { expanded: false, name: /·/ })
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(within(line).getByRole('img', { name: 'A date that cannot be read' })).toBeTruthy()
  })

  it('is told at the claims of its source, and of no others', async () => {
    await showWith({}, { relation: 'r-leaves' })
    expect(screen.queryByText(/It counts as undated/)).toBeNull()
    expect(screen.queryByRole('img', { name: 'A date that cannot be read' })).toBeNull()
  })

  it.each([
    [{ period: 1923 }, 'Period: 1923 is a number'],
    [{ period: null }, 'Period: null is not a date'],
    [{ period: '' }, 'Period: “” is not']
  ])('is told at its entity: %j', async (period, said) => {
    await showWith({ hmeimim: period }, { entity: 'hmeimim' })
    expect(
      screen.getByText((_text, element) => element?.tagName === 'P' && !!text(element)?.includes(said))
    ).toBeTruthy()
  })

  it('is told with its source', async () => {
    const sources = BASES.filter(({ kind }) => kind === 'source').map(({ id }) => [id, { published: 'last week' }])
    await showWith(Object.fromEntries(sources), { relation: 'r-leaves' })
    expect(text(claims().getAllByRole('article')[0] as Element)).toContain(
      'Published last week Published: “last week” is not a date we can read.'
    )
  })

  it('of the view leaves every claim counted', async () => {
    const { app } = await openWindow({
      records: [...BASES, { kind: 'view', id: 'a', name: 'A', asOf: 'soon', positions: [] }]
    })
    expect(app.view.record.asOf).toBe('soon')
    app.selection.selectRelation('r-leaves', 'hmeimim')
    show(app, Inspector)
    expect(text(screen.getByText('Disputed').closest('p') ?? document.body)).toContain(
      'Two independent sources support it'
    )
  })
})
