import type { FigureRequest } from '@core/contract/contract'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import type { MainInMemory } from '../../main-in-memory'
import { openWindow } from '../../window'

/** The smallest PNG. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Main with a figure to show; it is drawn for real in the tests of the application. */
function drawing(main: MainInMemory, save: object = { outcome: 'saved', name: 'bases.png', bytes: 240_000 }) {
  const request = main.request.bind(main)
  main.request = async (channel, text) => {
    const answer = await request(channel, text)
    if (channel === 'figure:draw')
      return JSON.stringify({ picture: PICTURE, width: 800, height: 600, pngHeight: 1200, svgBytes: 41_000, notes: [] })
    if (channel === 'figure:save') return JSON.stringify(save)
    if (channel === 'figure:copy') return '{}'
    return answer
  }
}

async function open(save?: object) {
  const { app, main } = await openWindow()
  drawing(main, save)
  showDialogs(app)
  app.dialogs.show({ kind: 'export' })
  const dialog = within(await screen.findByRole('dialog'))
  const user = userEvent.setup()
  const drawn = () => main.asks('figure:draw') as readonly FigureRequest[]
  return { app, main, dialog, user, drawn }
}

describe('exporting', () => {
  it('draws the view as it is in the window now, filters and places included', async () => {
    const { app, main } = await openWindow()
    drawing(main)
    app.view.toggle('hiddenTypes', 'equipment')
    app.view.place(new Map([['russia', { x: 7, y: 8 }]]), false)
    showDialogs(app)
    app.dialogs.show({ kind: 'export' })
    await waitFor(() => expect(main.asks('figure:draw')).toHaveLength(1))
    const [{ view, handle }] = main.asks('figure:draw') as [FigureRequest]
    expect(handle).toBe('file-1')
    expect(view.hiddenTypes).toEqual(['equipment'])
    expect(view.positions).toContainEqual(['russia', 7, 8])
  })

  it('draws anew when a choice has changed, once for several', async () => {
    const { dialog, user, drawn } = await open()
    await waitFor(() => expect(drawn()).toHaveLength(1))
    await user.click(dialog.getByLabelText('Dark'))
    await user.click(dialog.getByLabelText(/Legend/))
    await user.type(dialog.getByLabelText('Title'), 'Two bases')
    await waitFor(() =>
      expect(drawn().at(-1)?.options).toMatchObject({ theme: 'dark', legend: false, title: 'Two bases' })
    )
    expect(drawn().length).toBeLessThan(6)
  })

  it('says how large the picture will be, and what is wrong with a width', async () => {
    const { dialog, user } = await open()
    expect(await dialog.findByText(/1.600 × 1.200 px · every label is there, whole/)).toBeTruthy()
    await user.clear(dialog.getByLabelText('Width'))
    await user.type(dialog.getByLabelText('Width'), '20')
    expect(dialog.getByText('The width is a whole number from 200 to 12000.')).toBeTruthy()
    expect(dialog.getByRole('button', { name: /Save as/ })).toHaveProperty('disabled', true)
  })

  it('shows the picture that main has made, and how large the drawing will be', async () => {
    const { dialog, user, drawn } = await open()
    const picture = await dialog.findByRole('img', { name: 'Preview of the figure' })
    expect(picture.getAttribute('src')).toBe(`data:image/png;base64,${PICTURE}`)
    expect(drawn()[0]).toMatchObject({ room: { width: 1, height: 1 } })
    await user.click(dialog.getByLabelText('SVG'))
    expect(await dialog.findByText(/800 × 600 at 100 %, 41 kB/)).toBeTruthy()
  })

  it('saves on Enter, says what was saved, and stays for another format', async () => {
    const { app, main, dialog, user } = await open()
    await dialog.findByText(/1.600 × 1.200 px/)
    await user.keyboard('{Enter}')
    expect(await dialog.findByText(/Saved bases\.png, 240 kB/)).toBeTruthy()
    expect(main.asks('figure:save')).toMatchObject([{ format: 'png' }])
    expect(app.dialogs.open).toBeDefined()
    await user.click(dialog.getByLabelText('SVG'))
    expect(dialog.queryByLabelText('Width')).toBeNull()
  })

  it('says where it happened why nothing was saved', async () => {
    const { dialog, user } = await open({ outcome: 'failed', message: 'The disk is full.' })
    await user.click(dialog.getByRole('button', { name: /Save as/ }))
    expect((await dialog.findByRole('alert')).textContent?.trim()).toBe('The disk is full.')
  })

  it('copies the same figure', async () => {
    const { main, dialog, user } = await open()
    await user.click(dialog.getByRole('button', { name: 'Copy picture' }))
    expect(await dialog.findByText('Copied as a picture')).toBeTruthy()
    expect(main.asks('figure:copy')).toHaveLength(1)
  })
})
