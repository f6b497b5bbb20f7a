import { addEntity } from '@core/commands/entities'
import TitleBar from '@renderer/features/title-bar/TitleBar.svelte'
import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { openWindow, show } from '../../window'

describe('the title bar', () => {
  it('names the graph and the view', async () => {
    const { app } = await openWindow()
    show(app, TitleBar, { words: true })
    expect(screen.getByRole('heading').textContent?.replace(/\s+/g, ' ').trim()).toBe('Syria 2024 Bases after Assad')
  })

  it('names what undo and redo would do, and offers them only then', async () => {
    const { app } = await openWindow()
    show(app, TitleBar, { words: true })
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', true)
    app.doc.run(addEntity(app.doc.graph, { id: 'turkey', type: 'state', name: 'Turkey' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo: Add Turkey' }))
    expect(app.doc.graph.get('entity', 'turkey')).toBeUndefined()
    expect(await screen.findByRole('button', { name: 'Redo: Add Turkey' })).toHaveProperty('disabled', false)
  })

  it('keeps its tools when there is no room for their words', async () => {
    const { app } = await openWindow()
    show(app, TitleBar, { words: false })
    expect(screen.queryByText('Entity')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Add an entity' }))
    expect(app.dialogs.open).toEqual({ kind: 'entity' })
  })

  it('controls the window through main', async () => {
    const { app, main } = await openWindow()
    show(app, TitleBar, { words: true })
    for (const name of ['Minimise', 'Maximise', 'Close the window'])
      await userEvent.click(screen.getByRole('button', { name }))
    expect(main.asks('window:control')).toEqual([{ action: 'minimise' }, { action: 'maximise' }, { action: 'close' }])
  })

  it('shows and hides the inspector', async () => {
    const { app } = await openWindow()
    show(app, TitleBar, { words: true })
    await userEvent.click(screen.getByRole('button', { name: 'Show the inspector', pressed: true }))
    expect(app.preferences.settings.inspectorOpen).toBe(false)
    expect(screen.getByRole('button', { name: 'Show the inspector', pressed: false })).toBeTruthy()
  })
})
