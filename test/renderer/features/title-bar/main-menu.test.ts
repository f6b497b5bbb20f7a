import MainMenu from '@renderer/features/title-bar/MainMenu.svelte'
import { fireEvent, screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { openWindow, show } from '../../window'

const TITLES = ['File', 'Edit', 'View', 'Database', 'Help']
const titles = () => screen.queryAllByRole('menuitem').map((line) => line.textContent?.replace('›', '').trim())

describe('the menu of a window without a menu bar', () => {
  it.each([
    ['its button', () => userEvent.click(screen.getByRole('button', { name: 'Menu' }))],
    [
      'Alt by itself',
      async () => {
        await fireEvent.keyDown(window, { key: 'Alt' })
        await fireEvent.keyUp(window, { key: 'Alt' })
      }
    ],
    ['F10', () => fireEvent.keyDown(window, { key: 'F10' })]
  ])('opens by %s', async (_way, open) => {
    const { app } = await openWindow()
    show(app, MainMenu)
    await open()
    await screen.findByRole('menu')
    expect(titles()).toEqual(TITLES)
  })

  it('stays closed when Alt was part of another key, or a dialog is open', async () => {
    const { app } = await openWindow()
    show(app, MainMenu)
    await fireEvent.keyDown(window, { key: 'Alt' })
    await fireEvent.keyDown(window, { key: 'ArrowLeft', altKey: true })
    await fireEvent.keyUp(window, { key: 'Alt' })
    expect(screen.queryByRole('menu')).toBeNull()
    app.dialogs.show({ kind: 'help' })
    await fireEvent.keyDown(window, { key: 'F10' })
    expect(screen.queryByRole('menu')).toBeNull()
  })

  it('leads to the actions of each menu', async () => {
    const { app } = await openWindow()
    show(app, MainMenu)
    await fireEvent.keyDown(window, { key: 'F10' })
    await screen.findByRole('menu')
    await userEvent.click(screen.getByRole('menuitem', { name: /^Edit/ }))
    expect(await screen.findByRole('menuitem', { name: /^Undo/ })).toBeTruthy()
  })
})
