import DialogHost from '@renderer/dialogs/DialogHost.svelte'
import { loadDialog, loadedDialog } from '@renderer/dialogs/dialog-loader'
import { fireEvent, screen, waitFor } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { tick } from 'svelte'
import { expect, it, vi } from 'vitest'
import { openWindow, show } from '../window'

// The dialogs are compiled when they are first loaded.
vi.setConfig({ testTimeout: 90_000 })

const hosted = async () => {
  const { app } = await openWindow()
  show(app, DialogHost)
  return app
}

it('loads a dialog when it is first shown, and what is typed meanwhile goes into it and nowhere else', async () => {
  const app = await hosted()
  const heard = vi.fn()
  addEventListener('keydown', heard)
  expect(loadedDialog('palette')).toBeUndefined()
  app.dialogs.show({ kind: 'palette' })
  await tick()
  await userEvent.keyboard('Turkq{Backspace}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(heard).not.toHaveBeenCalled()
  await waitFor(() => expect(screen.getByRole('combobox')).toHaveProperty('value', 'Turk'), { timeout: 60_000 })
  expect(document.activeElement).toBe(screen.getByRole('combobox'))
  await userEvent.keyboard('ey')
  expect(screen.getByRole('combobox')).toHaveProperty('value', 'Turkey')
  removeEventListener('keydown', heard)
})

it('Esc that was pressed too early closes it', async () => {
  const app = await hosted()
  app.dialogs.show({ kind: 'help' })
  await tick()
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(app.dialogs.open).toBeDefined()
  await waitFor(() => expect(app.dialogs.open).toBeUndefined(), { timeout: 60_000 })
})

it('keeps a dialog until the one that takes its place is there', async () => {
  const app = await hosted()
  await loadDialog('view')
  app.dialogs.show({ kind: 'view' })
  await tick()
  const first = screen.getByRole('dialog')
  app.dialogs.show({ kind: 'history' })
  await tick()
  expect(screen.getByRole('dialog')).toBe(first)
  await waitFor(() => expect(screen.getByRole('dialog', { name: /^History/ })).toBeTruthy(), { timeout: 60_000 })
  expect(first.isConnected).toBe(false)
})

it('forgets what was typed for a dialog that was taken away before it came', async () => {
  const app = await hosted()
  app.dialogs.show({ kind: 'entity' })
  await tick()
  await userEvent.keyboard('n')
  const heard = vi.fn()
  addEventListener('keydown', heard)
  app.dialogs.close()
  await loadDialog('entity')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(heard).not.toHaveBeenCalled()
  await userEvent.keyboard('n')
  expect(heard).toHaveBeenCalledOnce()
  removeEventListener('keydown', heard)
})
