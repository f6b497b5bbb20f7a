import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

async function open(id?: string, about = 'r-leaves') {
  const { app } = await openWindow()
  showDialogs(app)
  app.dialogs.show({ kind: 'claim', about, ...(id && { id }) })
  const dialog = within(await screen.findByRole('dialog'))
  return { app, dialog, user: userEvent.setup() }
}

describe('a new claim', () => {
  it('is added with a stance and a new source in one step', async () => {
    const { app, dialog, user } = await open()
    await user.click(dialog.getByLabelText('Denies'))
    await user.type(dialog.getByLabelText(/Statement/), 'Nothing has left.')
    await user.type(dialog.getByLabelText('Source'), 'Letter from Tartus{ArrowUp}{Enter}')
    await user.type(dialog.getByLabelText('Published'), '2025-01')
    await user.click(dialog.getByRole('button', { name: /Add claim/ }))
    const claims = app.doc.graph.claimsAbout('r-leaves').map((id) => app.doc.graph.get('claim', id))
    const added = claims.find((claim) => claim?.statement === 'Nothing has left.')
    expect(added).toMatchObject({ stance: 'denies', credibility: 6 })
    expect(app.doc.graph.get('source', added?.source ?? '')).toMatchObject({ published: '2025-01' })
    app.doc.undo()
    expect(app.doc.graph.all('source').size).toBe(3)
  })

  it('says at the field of the new source what is wrong with it', async () => {
    const { dialog, user } = await open()
    await user.type(dialog.getByLabelText(/Statement/), 'Nothing has left.')
    await user.type(dialog.getByLabelText('Source'), 'Letter from Tartus{ArrowUp}{Enter}')
    await user.type(dialog.getByLabelText('Web address'), 'latakia')
    await user.click(dialog.getByRole('button', { name: /Add claim/ }))
    expect(dialog.getByLabelText('Web address').getAttribute('aria-invalid')).toBe('true')
    expect(dialog.getByLabelText(/^Source a new one/).getAttribute('aria-invalid')).toBeNull()
    expect(dialog.getByText(/such as https:/)).toBeTruthy()
  })

  it('takes only the number of a paragraph as passage', async () => {
    const { dialog, user } = await open()
    await user.type(dialog.getByLabelText('Passage'), 'the end')
    await user.tab()
    expect(dialog.getByText('The passage is the number of a paragraph, such as 7.')).toBeTruthy()
  })

  it('about an entity names the property', async () => {
    const { app, dialog, user } = await open(undefined, 'hmeimim')
    await user.type(dialog.getByLabelText(/About/), 'Runway')
    await user.type(dialog.getByLabelText(/Statement/), 'It has two runways.')
    await user.type(dialog.getByLabelText('Source'), 'wire{Enter}')
    await user.click(dialog.getByRole('button', { name: /Add claim/ }))
    const [id = ''] = app.doc.graph.claimsAbout('hmeimim')
    expect(app.doc.graph.get('claim', id)).toMatchObject({ property: 'Runway', source: 's-wire' })
  })
})

describe('a claim that is inferred', () => {
  it('is kept so with its note, and is no longer when that is switched off', async () => {
    const { app, dialog, user } = await open('c-3')
    expect(dialog.getByText('your own step; the note says which')).toBeTruthy()
    await user.click(dialog.getByRole('switch', { name: /^Inferred/ }))
    await user.type(dialog.getByLabelText(/^Note/), 'Loading means leaving.')
    await user.click(dialog.getByRole('button', { name: /Save/ }))
    expect(app.doc.graph.get('claim', 'c-3')).toMatchObject({ inferred: true, note: 'Loading means leaving.' })
    app.dialogs.show({ kind: 'claim', about: 'r-leaves', id: 'c-3' })
    const again = within(await screen.findByRole('dialog'))
    const inferred = again.getByRole('switch', { name: /^Inferred/ })
    expect((inferred as HTMLInputElement).checked).toBe(true)
    await user.click(inferred)
    await user.click(again.getByRole('button', { name: /Save/ }))
    expect(app.doc.graph.get('claim', 'c-3')).not.toHaveProperty('inferred')
    expect(app.doc.graph.get('claim', 'c-3')).toMatchObject({ note: 'Loading means leaving.' })
  })
})

describe('editing a claim', () => {
  it('begins with what is there and changes nothing else', async () => {
    const { app, dialog, user } = await open('c-3')
    const before = app.doc.graph.get('claim', 'c-3')
    expect(dialog.getByLabelText('True when')).toHaveProperty('value', '2024-12-13')
    expect(dialog.getByLabelText('Passage')).toHaveProperty('value', '4')
    expect(dialog.getByLabelText(/Attributed to/)).toHaveProperty('value', 'Maxar Technologies')
    await user.clear(dialog.getByLabelText('True when'))
    await user.click(dialog.getByRole('button', { name: /Save/ }))
    const { when: _when, ...rest } = before ?? {}
    expect(app.doc.graph.get('claim', 'c-3')).toEqual(rest)
  })
})
