import FocusPill from '@renderer/features/focus-pill/FocusPill.svelte'
import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { openWindow, show } from '../../window'

const pill = () => screen.queryByRole('status')?.textContent?.replace(/\s+/g, ' ').trim()

describe('the focus pill', () => {
  it('is not there while nothing is selected', async () => {
    const { app } = await openWindow()
    show(app, FocusPill)
    expect(pill()).toBeUndefined()
  })

  it('names the entity in focus and counts its relations and neighbours', async () => {
    const { app } = await openWindow()
    app.selection.selectEntities(['hmeimim'])
    show(app, FocusPill)
    expect(pill()).toBe('Hmeimim Air Base 3 relations · 2 neighbours Esc')
  })

  it('says of an entity that is filtered out that it is not shown', async () => {
    const { app } = await openWindow()
    app.selection.selectEntities(['hmeimim'])
    app.view.toggle('hiddenTypes', 'facility')
    show(app, FocusPill)
    expect(pill()).toBe('Hmeimim Air Base not shown in this view Show… Esc')
  })

  it('stays with the entity that a relation was reached from', async () => {
    const { app } = await openWindow()
    app.selection.selectRelation('r-operates', 'hmeimim')
    show(app, FocusPill)
    expect(pill()).toContain('Hmeimim Air Base')
  })

  it('names both ends of a relation that was picked in the graph', async () => {
    const { app } = await openWindow()
    app.selection.selectRelation('r-operates')
    show(app, FocusPill)
    expect(pill()).toContain('Russia – Hmeimim Air Base')
  })

  it('counts several, and lets go on a click', async () => {
    const { app } = await openWindow()
    app.selection.selectEntities(['hmeimim', 'tartus'])
    show(app, FocusPill)
    expect(pill()).toBe('2 entities 4 relations · 2 neighbours Esc')
    await userEvent.click(screen.getByRole('button', { name: 'Select nothing' }))
    expect(app.selection.empty).toBe(true)
    expect(pill()).toBeUndefined()
  })
})
