import { ruleOf } from '@core/evidence/status'
import { STATUS_LABELS } from '@core/evidence/status-labels'
import Sidebar from '@renderer/features/sidebar/Sidebar.svelte'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { openWindow, show } from '../../window'

const types = () => within(screen.getByRole('region', { name: 'Types' }))
const evidence = () => within(screen.getByRole('region', { name: 'Evidence' }))

describe('the sidebar', () => {
  it('lists every type with its count, in the order of the symbols', async () => {
    const { app } = await openWindow()
    show(app, Sidebar, { narrow: false })
    const rows = types().getAllByRole('button', { pressed: true })
    expect(rows.map((row) => row.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'State 1',
      'Facility 2',
      'Equipment 1'
    ])
  })

  it('hides a type on a click, says so, and shows all again', async () => {
    const { app } = await openWindow()
    show(app, Sidebar, { narrow: false })
    const user = userEvent.setup()
    await user.click(types().getByRole('button', { name: /Facility/ }))
    expect(app.view.shown.entities.map(({ id }) => id)).not.toContain('hmeimim')
    const row = types().getByRole('button', { name: /Facility/, pressed: false })
    expect(row.textContent).toContain('2')
    expect(within(row).getByRole('img', { name: 'hidden' })).toBeTruthy()
    await user.click(types().getByRole('button', { name: '1 hidden · Show all' }))
    expect(types().getByRole('button', { name: /Facility/, pressed: true })).toBeTruthy()
    expect(types().getByText('All shown')).toBeTruthy()
  })

  it('tells of each status by what rule it is, of a dispute whether a side is weak, and of denials that they wait', async () => {
    const { app } = await openWindow()
    show(app, Sidebar, { narrow: false })
    const row = (name: RegExp) => evidence().getByRole('button', { name })
    for (const id of ['corroborated', 'single-source', 'disputed', 'denied', 'uncertain', 'unsourced'] as const)
      expect(row(new RegExp(`^${STATUS_LABELS[id]}`)).title).toContain(ruleOf(id).words)
    expect(row(/^Disputed/).textContent?.replace(/\s+/g, ' ')).toContain('1 weak')
    expect(row(/^Denied/).textContent).not.toContain('drawn on demand')
    await userEvent.click(row(/^Denied/))
    expect(row(/^Denied/).textContent).toContain('drawn on demand')
    await userEvent.click(row(/^Denied/))
    expect(row(/^Denied/).textContent).not.toContain('drawn on demand')
  })

  it('counts relations by evidence, also those of which there are none, and filters by it', async () => {
    const { app } = await openWindow()
    show(app, Sidebar, { narrow: false })
    const rows = evidence().getAllByRole('button', { pressed: true })
    expect(rows.map((row) => row.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Corroborated 1',
      'Single source 0',
      'Disputed 1 weak 1',
      'Denied 1',
      'Uncertain 0',
      'No source 1'
    ])
    await userEvent.click(evidence().getByRole('button', { name: /Disputed/ }))
    expect(app.view.shown.relations.map(({ relation }) => relation.id)).not.toContain('r-leaves')
  })

  it('counts relations by type, the commonest first, hides a type and shows all again', async () => {
    const { app } = await openWindow()
    show(app, Sidebar, { narrow: false })
    const relations = within(screen.getByRole('region', { name: 'Relations' }))
    const before = app.view.shown.relations
    const rows = relations.getAllByRole('button', { pressed: true })
    const counts = rows.map((row) => Number(row.textContent?.match(/\d+\s*$/)?.[0]))
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(before.length)
    await userEvent.click(relations.getByRole('button', { name: /operates/ }))
    const kept = before.filter(({ relation }) => relation.type !== 'operates')
    expect(kept.length).toBeLessThan(before.length)
    expect(app.view.shown.relations).toEqual(kept)
    expect(app.view.current.hiddenRelationTypes).toEqual(['operates'])
    expect(relations.getByRole('button', { name: /operates/, pressed: false })).toBeTruthy()
    await userEvent.click(relations.getByRole('button', { name: '1 hidden · Show all' }))
    expect(app.view.shown.relations).toEqual(before)
  })

  it('shows the eight commonest of many relation types, and the rest for the asking', async () => {
    const entity = (id: string) => ({ kind: 'entity' as const, id, type: 'state', name: id, aliases: [] })
    const ties = [...Array(12).keys()].map((n) => ({
      kind: 'relation' as const,
      id: `r-${n}`,
      type: `type-${n}`,
      from: 'a',
      to: 'b'
    }))
    const { app } = await openWindow({ records: [entity('a'), entity('b'), ...ties] })
    show(app, Sidebar, { narrow: false })
    const relations = within(screen.getByRole('region', { name: 'Relations' }))
    expect(relations.getAllByRole('button', { pressed: true })).toHaveLength(8)
    await userEvent.click(relations.getByRole('button', { name: 'Show 4 more' }))
    expect(relations.getAllByRole('button', { pressed: true })).toHaveLength(12)
  })

  it('goes to a view, and marks which one is shown', async () => {
    const { app } = await openWindow()
    show(app, Sidebar, { narrow: false })
    expect(screen.getByRole('button', { name: /Bases after Assad/ }).getAttribute('aria-current')).toBe('true')
    await userEvent.click(screen.getByRole('button', { name: /Russia alone/ }))
    expect(app.view.record.id).toBe('v-2')
    expect(screen.getByRole('button', { name: /Russia alone/ }).getAttribute('aria-current')).toBe('true')
  })

  it('opens the palette from the search field', async () => {
    const { app } = await openWindow()
    show(app, Sidebar, { narrow: false })
    await userEvent.click(screen.getByRole('button', { name: /Find a name/ }))
    expect(app.dialogs.open).toEqual({ kind: 'palette' })
  })

  it('takes one stop of the Tab key for each list, and arrows inside it', async () => {
    const { app } = await openWindow()
    show(app, Sidebar, { narrow: false })
    const user = userEvent.setup()
    await user.tab()
    await user.tab()
    expect(document.activeElement?.textContent).toContain('State')
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toContain('Facility')
    await user.keyboard('{End}')
    expect(document.activeElement?.textContent).toContain('Equipment')
    await user.keyboard(' ')
    expect(app.view.hiddenTypes.has('equipment')).toBe(true)
    await user.tab()
    expect(document.activeElement?.textContent).toContain('Corroborated')
  })

  it('tells of each status the same when it is narrow', async () => {
    const { app } = await openWindow()
    show(app, Sidebar, { narrow: true })
    await userEvent.click(screen.getByRole('button', { name: 'Evidence' }))
    const row = await screen.findByRole('menuitemcheckbox', { name: /^Disputed/ })
    expect(row.textContent?.replace(/\s+/g, ' ')).toContain('1 weak')
    expect(row.title).toBe(ruleOf('disputed').words)
    const denied = screen.getByRole('menuitemcheckbox', { name: /^Denied/ })
    expect(denied.textContent).not.toContain('drawn on demand')
    await userEvent.click(denied)
    expect(denied.textContent).toContain('drawn on demand')
  })

  it('still filters when it is narrow', async () => {
    const { app } = await openWindow()
    show(app, Sidebar, { narrow: true })
    await userEvent.click(screen.getByRole('button', { name: 'Facility', pressed: true }))
    expect(app.view.hiddenTypes.has('facility')).toBe(true)
    expect(screen.getByRole('button', { name: 'Facility', pressed: false })).toBeTruthy()
  })
})
