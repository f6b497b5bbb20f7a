import { ACTIONS } from '@renderer/actions/actions'
import ContextMenu from '@renderer/features/context-menu/ContextMenu.svelte'
import Views from '@renderer/features/sidebar/Views.svelte'
import { fireEvent, screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { openWindow, show } from '../../window'

const rightClick = () => new MouseEvent('contextmenu', { button: 2, clientX: 40, clientY: 50, bubbles: true })
const lines = async () => (await screen.findAllByRole('menuitem')).map((line) => line.textContent?.trim() ?? '')

describe('a context menu', () => {
  it('of an entity offers what can be done with it, from the table of actions', async () => {
    const { app } = await openWindow()
    show(app, ContextMenu)
    app.selection.selectEntities(['russia'])
    app.contextMenu.show(rightClick(), 'Russia', 'entity')
    const offered = await lines()
    expect(offered.some((line) => line.startsWith('Edit what is selected'))).toBe(true)
    expect(offered.at(-1)).toMatch(/^Remove what is selected/)
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Edit/ }))
    expect(app.dialogs.open).toEqual({ kind: 'entity', id: 'russia' })
  })

  it('offers nothing that cannot be done now', async () => {
    const { app } = await openWindow({ readOnly: 'made by a newer Entente' })
    show(app, ContextMenu)
    app.selection.selectEntities(['russia'])
    app.contextMenu.show(rightClick(), 'The picture', 'canvas')
    expect((await lines()).join()).not.toMatch(/Add|Save/)
  })

  it('of a view shows it', async () => {
    const { app } = await openWindow()
    show(app, Views)
    show(app, ContextMenu)
    const row = screen.getAllByRole('button').find((button) => button.getAttribute('aria-current') === 'false')
    if (!row) throw new Error('only one view')
    const name = row.querySelector('bdi')?.textContent
    await fireEvent(row, rightClick())
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Show this view' }))
    expect(app.view.record.name).toBe(name)
  })

  it('there is one for each thing, and every one has something to offer', () => {
    for (const context of ['entity', 'several', 'relation', 'canvas'] as const)
      expect(ACTIONS.filter(({ contexts }) => contexts?.includes(context)).length).toBeGreaterThan(1)
  })
})
