import type { AnyRecord } from '@core/records/records'
import { runAction } from '@renderer/actions/actions'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { BASES, claim, entity, relation } from '../../sample'
import { openWindow } from '../../window'

const TWIN: readonly AnyRecord[] = [
  ...BASES,
  entity('twin', 'place', 'Khmeimim', { summary: 'An airfield.', aliases: [{ text: 'BHM', kind: 'acronym' }] }),
  { kind: 'entityType', id: 'place', label: 'Place' },
  relation('r-twin', 'operates', 'russia', 'twin'),
  relation('r-own', 'seen-at', 'russia', 'twin'),
  claim('c-twin', 'r-twin', 's-wire'),
  claim('c-said', 'r-tartus', 's-wire', { attributedTo: 'twin' })
]

async function open(selected: readonly string[], records = TWIN) {
  const { app, main } = await openWindow({ records })
  showDialogs(app)
  app.selection.selectEntities(selected)
  runAction(app, 'merge')
  const dialog = within(await screen.findByRole('dialog'))
  return { app, main, dialog, user: userEvent.setup() }
}

describe('merging two selected entities', () => {
  it('lets the better connected one stay, says what will come of it, and does it on Enter', async () => {
    const { app, main, dialog, user } = await open(['twin', 'hmeimim'])
    const stays = dialog.getByRole('region', { name: 'Hmeimim Air Base stays' })
    expect(within(stays).getByText('4 names · 3 relations · 6 claims')).toBeTruthy()
    const goes = dialog.getByRole('region', { name: 'Khmeimim goes into it' })
    expect(within(goes).getByText('2 names · 2 relations · 1 claim')).toBeTruthy()
    const outcome = within(dialog.getByRole('region', { name: 'What will come of it' }))
    expect(
      outcome.getAllByRole('listitem').map(({ textContent }) => textContent?.replace(/[\u2066-\u2069]/g, ''))
    ).toEqual([
      'Hmeimim Air Base gets 1 more name, 1 relation and 1 claim.',
      '1 relation says what one it has says: the two become one, with the claims of both.',
      '1 claim attributed to Khmeimim will be attributed to Hmeimim Air Base.'
    ])
    expect(document.activeElement).toBe(dialog.getByRole('button', { name: /^Merge/ }))
    const before = app.doc.graph
    await user.keyboard('{Enter}')
    expect(app.dialogs.open).toBeUndefined()
    expect(app.doc.graph.get('entity', 'twin')).toBeUndefined()
    expect([...app.doc.graph.claimsAbout('r-operates')].sort()).toEqual(['c-1', 'c-2', 'c-twin'])
    expect(app.selection.entity).toBe('hmeimim')
    await waitFor(() => expect(main.kept.at(-1)?.label).toBe('Merge Khmeimim into Hmeimim Air Base'))
    app.doc.undo()
    expect([...app.doc.graph.all('entity').keys()].sort()).toEqual([...before.all('entity').keys()].sort())
    expect(app.doc.graph.get('relation', 'r-twin')).toMatchObject({ to: 'twin' })
  })

  it('swaps which one stays, and takes what is chosen where they conflict', async () => {
    const { app, dialog, user } = await open(['hmeimim', 'twin'])
    await user.click(dialog.getByRole('button', { name: 'Let the other one stay' }))
    expect(dialog.getByRole('region', { name: 'Khmeimim stays' })).toBeTruthy()
    const type = within(dialog.getByRole('group', { name: 'Type' }))
    await user.click(type.getByLabelText('Facility'))
    const summary = within(dialog.getByRole('group', { name: 'Summary' }))
    await user.click(summary.getByLabelText('Both, one after the other'))
    await user.click(dialog.getByRole('button', { name: /^Merge/ }))
    expect(app.doc.graph.get('entity', 'hmeimim')).toBeUndefined()
    expect(app.doc.graph.get('entity', 'twin')).toMatchObject({
      type: 'facility',
      name: 'Khmeimim',
      summary: 'An airfield. Russian air base on the coast near Latakia.',
      period: '2015/..'
    })
    expect(app.doc.graph.get('entity', 'twin')?.aliases.map(({ text }) => text)).toEqual([
      'BHM',
      'Hmeimim Air Base',
      'قاعدة حميميم الجوية',
      'Хмеймим'
    ])
  })

  it('keeps the place of the one that goes where the other one has none', async () => {
    const { app, dialog, user } = await open(['tartus', 'hmeimim'])
    await user.click(dialog.getByRole('button', { name: 'Let the other one stay' }))
    await user.click(dialog.getByRole('button', { name: /^Merge/ }))
    expect(app.view.positions.get('tartus')).toEqual({ x: 200, y: 100 })
  })

  it('says why it cannot be done while the two are related, and leads there', async () => {
    const { app, dialog, user } = await open(['russia', 'hmeimim'])
    expect(dialog.getByRole('alert').textContent).toContain('There are 2 relations between the two')
    expect(dialog.getByRole('button', { name: /^Merge/ })).toHaveProperty('disabled', true)
    await user.click(dialog.getByRole('button', { name: /Go to.*operates/ }))
    expect(app.dialogs.open).toBeUndefined()
    expect(app.selection.relation).toBe('r-operates')
  })
})

describe('merging one selected entity', () => {
  it('finds the other one by any name, without the mouse', async () => {
    const { app, dialog, user } = await open(['tartus'])
    expect(dialog.getByRole('button', { name: /^Merge/ })).toHaveProperty('disabled', true)
    expect(document.activeElement).toBe(dialog.getByRole('combobox', { name: 'The other one' }))
    await user.keyboard('BHM{Enter}')
    expect(document.activeElement).toBe(dialog.getByRole('button', { name: /^Merge/ }))
    await user.keyboard('{Enter}')
    expect(app.doc.graph.get('entity', 'tartus')?.aliases.map(({ text }) => text)).toEqual(['Khmeimim', 'BHM'])
  })

  it('offers what looks like it, and says where nothing has such a name', async () => {
    const { app, dialog, user } = await open(['twin'])
    await user.type(dialog.getByRole('combobox'), 'Atlantis')
    expect(dialog.getByText('Nothing else is called “Atlantis”.')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: /Hmeimim Air Base/ }))
    await user.click(dialog.getByRole('button', { name: 'Take another' }))
    await user.click(dialog.getByRole('button', { name: /Hmeimim Air Base/ }))
    await user.click(dialog.getByRole('button', { name: /^Merge/ }))
    expect(app.doc.graph.get('entity', 'twin')?.period).toBe('2015/..')
  })

  it('is not offered with nothing selected', async () => {
    const { app } = await openWindow()
    app.selection.selectEntities([])
    runAction(app, 'merge')
    expect(app.dialogs.open).toBeUndefined()
  })
})

describe('merging from the warning about a name', () => {
  async function renamed() {
    const { app, main } = await openWindow({ records: TWIN })
    showDialogs(app)
    app.dialogs.show({ kind: 'entity', id: 'tartus' })
    const user = userEvent.setup()
    await screen.findByRole('dialog')
    await user.type(screen.getByLabelText(/Summary/), 'Typed before.')
    await user.clear(screen.getByLabelText('Name'))
    await user.type(screen.getByLabelText('Name'), 'Khmeimim')
    await user.click(screen.getByRole('button', { name: 'Merge with this…' }))
    return { app, main, user }
  }

  it('keeps what was typed in the same step', async () => {
    const { app, main, user } = await renamed()
    const kept = within(await screen.findByRole('dialog', { name: 'Merge two entities' }))
    await user.click(kept.getByRole('button', { name: /^Merge/ }))
    const left = [...app.doc.graph.all('entity').values()].filter(({ name }) => name === 'Khmeimim')
    expect(left).toHaveLength(1)
    expect(left[0]?.summary).toBe('An airfield.')
    expect(left[0]?.aliases.map(({ text }) => text)).toContain('BHM')
    await waitFor(() => expect(main.kept).toHaveLength(1))
    app.doc.undo()
    expect(app.doc.graph.get('entity', 'tartus')).toMatchObject({ name: 'Tartus Naval Base' })
  })

  it('goes back to the form with what was typed, and asks before it is thrown away', async () => {
    const { user } = await renamed()
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Khmeimim')
    expect(screen.getByLabelText(/Summary/)).toHaveProperty('value', 'Typed before.')
    await user.keyboard('{Escape}')
    expect(screen.getByText('Discard what you typed?')).toBeTruthy()
  })
})
