import { addEntity } from '@core/commands/entities'
import { ACTIONS, canRun, runAction } from '@renderer/actions/actions'
import SeveralPanel from '@renderer/features/inspector/SeveralPanel.svelte'
import PartNote from '@renderer/features/part-note/PartNote.svelte'
import { toggleInLegend } from '@renderer/usecases/selected'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../dialogs/show-dialogs'
import { openWindow, show } from '../window'

async function selected(...ids: readonly string[]) {
  const { app, main } = await openWindow()
  app.selection.selectEntities(ids)
  const names = () => app.view.shown.entities.map(({ id }) => id)
  return { app, main, names, user: userEvent.setup() }
}

describe('several entities', () => {
  it('are offered to be hidden, shown alone, made a view and exported before they are removed', async () => {
    const { app } = await selected('tartus', 'hmeimim')
    const offered = ACTIONS.filter((action) => action.contexts?.includes('several') && canRun(action, app))
    const order = ['hide', 'show-only', 'view-of-selected', 'export-selected', 'remove']
    expect(offered.map(({ id }) => id).filter((id) => order.includes(id))).toEqual(order)
    const entities = ['tartus', 'hmeimim'].flatMap((id) => app.doc.graph.get('entity', id) ?? [])
    show(app, SeveralPanel, { entities })
    const buttons = screen.getAllByRole('button').map((button) => button.querySelector('span')?.textContent)
    expect(buttons.slice(-6)).toEqual(['Change…', 'Hide', 'Only these', 'New view…', 'Export…', 'Remove'])
  })

  it('in a file that can only be read can still be hidden, shown alone and exported', async () => {
    const { app } = await openWindow({ readOnly: 'made by a newer Entente' })
    app.selection.selectEntities(['tartus', 'hmeimim'])
    const offered = ACTIONS.filter((action) => action.contexts?.includes('several') && canRun(action, app))
    expect(offered.map(({ id }) => id)).toEqual(['copy', 'hide', 'show-only', 'export-selected', 'clear-selection'])
  })

  it('in a file that can only be read are hidden for as long as the window is open, told once, and undone', async () => {
    const { app, main } = await openWindow({ readOnly: 'made by a newer Entente' })
    const names = () => app.view.shown.entities.map(({ id }) => id)
    const all = names()
    app.selection.selectEntities(['tartus', 'antonov'])
    runAction(app, 'hide')
    expect(names()).toEqual(all.filter((id) => !['tartus', 'antonov'].includes(id)))
    expect(app.preferences.notice).toBe('Kept until this window closes: the file cannot be written.')
    app.preferences.notice = undefined
    app.selection.selectEntities(['russia'])
    runAction(app, 'show-only')
    expect(names()).toEqual(['russia'])
    expect(app.preferences.notice).toBeUndefined()
    runAction(app, 'undo')
    runAction(app, 'undo')
    expect(names()).toEqual(all)
    runAction(app, 'redo')
    expect(names()).toHaveLength(all.length - 2)
    expect(main.asks('graph:commit')).toEqual([])
    const { doc } = app
    expect(doc.run(addEntity(doc.graph, { id: 'turkey', type: 'state', name: 'Turkey' }))?.refused).toMatch(
      /^Nothing can/
    )
  })

  it('and legends are undone in one order with facts', async () => {
    const { app, names } = await selected('tartus')
    const { doc } = app
    const all = names()
    toggleInLegend(app, 'hiddenTypes', 'equipment')
    doc.run(addEntity(doc.graph, { id: 'turkey', type: 'state', name: 'Turkey' }))
    runAction(app, 'hide')
    toggleInLegend(app, 'hiddenStatuses', 'disputed')
    const labels = []
    for (; doc.undoLabel; runAction(app, 'undo')) labels.push(doc.undoLabel)
    expect(labels).toEqual([
      'Hide Disputed in Bases after Assad',
      'Hide Tartus Naval Base in Bases after Assad',
      'Add Turkey',
      'Hide Equipment in Bases after Assad'
    ])
    expect(names()).toEqual(all)
    expect(app.view.hiddenTypes.size).toBe(0)
  })

  it('are hidden in one step, said so on the picture, shown again, and each is undone', async () => {
    const { app, names, user } = await selected('tartus', 'antonov')
    show(app, PartNote)
    const all = names()
    runAction(app, 'hide')
    expect(names()).toEqual(all.filter((id) => !['tartus', 'antonov'].includes(id)))
    expect(app.selection.empty).toBe(true)
    expect((await screen.findByRole('note')).textContent).toMatch(/2 entities are\s+hidden in this view\./)
    await user.click(screen.getByRole('button', { name: 'Show again' }))
    expect(names()).toEqual(all)
    app.doc.undo()
    expect(names()).toHaveLength(all.length - 2)
    app.doc.undo()
    expect(names()).toEqual(all)
    expect(app.doc.undoLabel).toBeUndefined()
  })

  it('are the only ones shown until the others are shown again; a new entity is seen at once', async () => {
    const { app, names } = await selected('russia', 'tartus')
    runAction(app, 'show-only')
    expect(names()).toEqual(['russia', 'tartus'])
    expect(app.view.counts.get('state')).toBe(1)
    expect(app.view.counts.has('equipment')).toBe(false)
    const russia = app.doc.graph.get('entity', 'russia')
    if (!russia) throw new Error('no Russia')
    app.doc.run({ label: 'Add Iran', edits: [{ after: { ...russia, id: 'iran', name: 'Iran' } }] })
    const iran = app.doc.graph.get('entity', 'iran')
    if (iran) app.view.admit(iran, { x: 0, y: 0 })
    expect(names()).toEqual(['iran', 'russia', 'tartus'])
    app.doc.undo()
    app.doc.undo()
    expect(names()).toHaveLength(4)
  })

  it('become a view of their own, with their places and nothing else', async () => {
    const { app, names, user } = await selected('russia', 'tartus')
    showDialogs(app)
    runAction(app, 'view-of-selected')
    const dialog = within(await screen.findByRole('dialog', { name: 'New view of the selected' }))
    await user.type(dialog.getByLabelText('Name'), 'The port{Enter}')
    expect(app.view.record.name).toBe('The port')
    expect(names()).toEqual(['russia', 'tartus'])
    expect(app.view.record.positions.every(([id]) => ['russia', 'tartus'].includes(id))).toBe(true)
    app.doc.undo()
    expect(app.view.record.name).not.toBe('The port')
    expect(names()).toHaveLength(4)
  })

  it('are a figure of their own', async () => {
    const { app, main } = await selected('russia', 'tartus')
    showDialogs(app)
    runAction(app, 'export-selected')
    await screen.findByRole('dialog', { name: 'Export figure' })
    await expect.poll(() => main.asks('figure:draw').length).toBeGreaterThan(0)
    const asked = JSON.stringify(main.asks('figure:draw').at(-1))
    expect(asked).toContain('"entities":["russia","tartus"]')
  })
})
