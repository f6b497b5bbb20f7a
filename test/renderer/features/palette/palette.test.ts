import { makeSearch } from '@core/queries/search'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

async function open(text?: string, width = 1440) {
  Object.assign(window, { innerWidth: width })
  const { app } = await openWindow()
  showDialogs(app)
  app.dialogs.show({ kind: 'palette' })
  const dialog = within(await screen.findByRole('dialog'))
  const user = userEvent.setup()
  if (text) await user.type(dialog.getByRole('combobox'), text)
  const lines = () => dialog.getAllByRole('option').map((line) => line.textContent?.replace(/\s+/g, ' ').trim() ?? '')
  return { app, dialog, user, lines }
}

describe('names', () => {
  it.each(['قاعدة حميميم', 'Хмеймим', 'khmei', 'HMEIMIM'])('%s finds the base', async (text) => {
    const { lines } = await open(text)
    expect(lines()[0]).toContain('Hmeimim Air Base')
  })

  it('say by which name and how they were found, with that part marked', async () => {
    const { dialog, lines } = await open('khmeim')
    expect(lines()[0]).toContain('Khmeimim transliteration, begins alike')
    const [line] = dialog.getAllByRole('option')
    expect(line?.querySelector('mark')?.textContent).toBe('Khmeim')
  })

  it('are gone to by Enter, and added to what is selected by Shift+Enter', async () => {
    const { app, user } = await open('tartus')
    const revealed: string[][] = []
    app.camera.attach({
      fit: () => {},
      zoomTo: () => {},
      reveal: (ids) => revealed.push([...ids]),
      centre: () => ({ x: 0, y: 0 }),
      arrange: async () => {}
    })
    app.selection.selectEntities(['russia'])
    await user.keyboard('{Shift>}{Enter}{/Shift}')
    expect([...app.selection.entities]).toEqual(['russia', 'tartus'])
    expect(revealed).toEqual([['tartus']])
    app.dialogs.show({ kind: 'palette' })
    await user.type(await screen.findByRole('combobox'), 'russia{Enter}')
    expect([...app.selection.entities]).toEqual(['russia'])
    expect(app.dialogs.open).toBeUndefined()
  })

  it('that the view leaves out are asked about, and nothing changes until that is answered', async () => {
    const { app, user } = await open()
    app.view.show('v-2')
    app.view.toggle('hiddenTypes', 'facility')
    await user.keyboard('tartus{Enter}')
    expect(app.dialogs.open).toEqual({ kind: 'outside', id: 'tartus', more: false })
    expect(app.view.record.id).toBe('v-2')
    expect(app.view.hiddenTypes.has('facility')).toBe(true)
    expect(app.selection.empty).toBe(true)
  })

  it('that nothing has are said to be so, with the nearest', async () => {
    const { dialog, lines } = await open('Tarrtos')
    expect(
      dialog
        .getByText(/Nothing is called/)
        .textContent?.replace(/[\u2068\u2069]/g, '')
        .trim()
    ).toMatch(/^Nothing is called “Tarrtos”\.\s+Nearest: Tartus Naval Base\.$/)
    expect(lines()[0]).toContain('Tartus Naval Base')
  })

  it('that resemble nothing can be added', async () => {
    const { app, dialog, user } = await open('Qqqq')
    expect(dialog.getByText(/Nothing is called/).textContent).not.toContain('Nearest')
    await user.keyboard('{Enter}')
    expect(app.dialogs.open).toEqual({ kind: 'entity', name: 'Qqqq' })
  })
})

describe('the list', () => {
  it('is moved through by the arrows, round its ends, and tells where it is', async () => {
    const { dialog, user, lines } = await open('base')
    const count = lines().length
    const current = () =>
      dialog.getAllByRole('option').findIndex((line) => line.getAttribute('aria-selected') === 'true')
    const box = dialog.getByRole('combobox')
    expect(current()).toBe(0)
    await user.keyboard('{ArrowUp}')
    expect(current()).toBe(count - 1)
    expect(document.getElementById(box.getAttribute('aria-activedescendant') ?? '')).toBe(
      dialog.getAllByRole('option')[count - 1]
    )
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(current()).toBe(1)
  })

  it('shows the most connected before anything is typed', async () => {
    const { lines } = await open()
    expect(lines().slice(0, 2)).toEqual(['Hmeimim Air Base Facility 3 relations', 'Russia State 3 relations'])
  })

  it('previews what one would go to, where there is room', async () => {
    const { dialog } = await open('hmeimim')
    expect(dialog.getByText('Strongest ties')).toBeTruthy()
    expect(dialog.getByText('Russian air base on the coast near Latakia.')).toBeTruthy()
  })

  it('leaves the preview out in a narrow window', async () => {
    const { dialog } = await open('hmeimim', 800)
    expect(dialog.queryByText('Strongest ties')).toBeNull()
  })
})

describe('actions', () => {
  it('are found by their words and carried out', async () => {
    const { app, user, lines } = await open('dark col')
    expect(lines()[0]).toBe('Dark colours')
    await user.keyboard('{Enter}')
    expect(app.preferences.settings.theme).toBe('dark')
  })

  it('are only those that can be done now', async () => {
    const { lines } = await open('undo')
    expect(lines().filter((line) => line.startsWith('Undo'))).toEqual([])
  })
})

it('is closed by Ctrl+K as it was opened', async () => {
  const { app, user } = await open('base')
  await user.keyboard('{Control>}k{/Control}')
  expect(app.dialogs.open).toBeUndefined()
})

it('finds among names that were added since', async () => {
  const { app } = await openWindow()
  expect(app.search.find('Latakia')).toEqual([])
  app.doc.run({
    label: 'Add Latakia',
    edits: [{ after: { kind: 'entity', id: 'latakia', type: 'facility', name: 'Latakia', aliases: [] } }]
  })
  expect(app.search.find('Latakia')?.map(({ entity }) => entity.id)).toEqual(
    makeSearch(app.doc.graph)
      .find('Latakia')
      .map(({ entity }) => entity.id)
  )
})

it.each(['★', '$$', '??', '🦅'])('signs that nothing is called, %s, offer to add it first', async (text) => {
  const { lines } = await open(text)
  expect(lines()[0]).toContain(`Add an entity named ${text}`)
})
