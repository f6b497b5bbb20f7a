import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

async function open(id = 's-images', readOnly?: string) {
  const { app, main } = await openWindow({ ...(readOnly && { readOnly }) })
  showDialogs(app)
  app.dialogs.show({ kind: 'source', id })
  const dialog = within(await screen.findByRole('dialog'))
  return { app, main, dialog, user: userEvent.setup() }
}

describe('a source', () => {
  it('tells what it is and how often it is cited', async () => {
    const { dialog } = await open()
    expect(dialog.getByLabelText('Title')).toHaveProperty('value', '[Images of the Russian bases]')
    expect(dialog.getByText('about 14 Dec 2024')).toBeTruthy()
    expect(dialog.getByText('cited by 2 claims')).toBeTruthy()
    expect(dialog.getByRole('button', { name: /Save/ })).toHaveProperty('disabled', true)
  })

  it('is changed, and can be said to pass on another one', async () => {
    const { app, dialog, user } = await open()
    await user.clear(dialog.getByLabelText('Publisher'))
    await user.click(dialog.getByLabelText(/Passes on/))
    await user.click(await screen.findByRole('option', { name: /Wire report/ }))
    await user.click(dialog.getByRole('button', { name: /Save/ }))
    const source = app.doc.graph.get('source', 's-images')
    expect(source?.basedOn).toBe('s-wire')
    expect(source).not.toHaveProperty('publisher')
  })

  it('opens its web page only through main', async () => {
    const { main, dialog, user } = await open()
    await user.click(dialog.getByRole('button', { name: 'Open in the browser' }))
    expect(main.asks('shell:open-external')).toEqual([{ url: 'https://example.org/images' }])
  })

  it('offers no page that is not https', async () => {
    const { dialog, user } = await open()
    await user.clear(dialog.getByLabelText('Web address'))
    await user.type(dialog.getByLabelText('Web address'), 'javascript:alert(1)')
    expect(dialog.queryByRole('button', { name: 'Open in the browser' })).toBeNull()
  })

  it('cannot be removed while something cites it, and says so', async () => {
    const { app, dialog, user } = await open()
    await user.click(dialog.getByRole('button', { name: 'Remove this source' }))
    expect(await screen.findByText(/2 claims cite/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull()
    await user.keyboard('{Escape}')
    expect(app.doc.graph.get('source', 's-images')).toBeDefined()
  })

  it('is for reading only in a graph that is', async () => {
    const { dialog } = await open('s-images', 'made by a newer Entente')
    expect(dialog.getByText('Nothing can be changed here: made by a newer Entente')).toBeTruthy()
    expect(dialog.queryByRole('button', { name: 'Remove this source' })).toBeNull()
  })
})
