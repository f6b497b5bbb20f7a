import { runAction } from '@renderer/actions/actions'
import { actionForKey } from '@renderer/actions/for-key'
import DialogHost from '@renderer/dialogs/DialogHost.svelte'
import { loadDialog, loadedDialog } from '@renderer/dialogs/dialog-loader'
import { HeldKeys } from '@renderer/dialogs/held-keys'
import { fireEvent, screen, waitFor } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { tick } from 'svelte'
import { expect, it, vi } from 'vitest'
import { opens, openWindow, show } from '../window'

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

it('a key typed before the window is there opens its dialog, and the letters after it go into that', async () => {
  const held = new HeldKeys()
  await userEvent.keyboard('{Control>}k{/Control}Rus')
  const app = await hosted()
  const keyed = (event: KeyboardEvent) => {
    const action = actionForKey(event, app)
    if (action) runAction(app, action.id)
  }
  addEventListener('keydown', keyed)
  await held.release()
  expect(app.dialogs.open).toEqual({ kind: 'palette' })
  await waitFor(() => expect(screen.getByRole('combobox')).toHaveProperty('value', 'Rus'), { timeout: 20_000 })
  await userEvent.keyboard('s')
  expect(screen.getByRole('combobox')).toHaveProperty('value', 'Russ')
  removeEventListener('keydown', keyed)
})

it('a name typed while a graph is still being opened is looked for in it', async () => {
  const { app, main } = await openWindow()
  show(app, DialogHost)
  const release = main.holdReads()
  const opened = opens(app, main, { handle: 'file-2', title: 'Next', records: MANY })
  app.dialogs.show({ kind: 'palette' })
  await loadDialog('palette')
  await waitFor(() => expect(screen.getByRole('combobox')).toBeTruthy())
  await userEvent.keyboard('Port 77')
  release()
  await opened
  expect(app.doc.graph.title).toBe('Next')
  expect(screen.getByRole('combobox')).toHaveProperty('value', 'Port 77')
  expect((await screen.findAllByRole('option', { name: /Port 77\b/ })).length).toBeGreaterThan(0)
})

it('any other dialog is about the graph before, and goes with it', async () => {
  const { app, main } = await openWindow()
  show(app, DialogHost)
  const release = main.holdReads()
  const opened = opens(app, main, { handle: 'file-2', title: 'Next', records: MANY })
  app.dialogs.show({ kind: 'entity' })
  release()
  await opened
  expect(app.dialogs.open).toBeUndefined()
})

const MANY = Array.from({ length: 2500 }, (_, at) => ({
  kind: 'entity' as const,
  id: `port-${at}`,
  type: 'facility',
  name: `Port ${at}`,
  aliases: []
}))
