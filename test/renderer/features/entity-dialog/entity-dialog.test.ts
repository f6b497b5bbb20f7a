import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

async function open(request: { readonly id?: string; readonly name?: string } = {}) {
  const { app, main } = await openWindow()
  showDialogs(app)
  app.dialogs.show({ kind: 'entity', ...request })
  const dialog = within(await screen.findByRole('dialog'))
  return { app, main, dialog, user: userEvent.setup() }
}

const added = (app: Awaited<ReturnType<typeof open>>['app'], name: string) =>
  [...app.doc.graph.all('entity').values()].find((entity) => entity.name === name)

async function choose(user: ReturnType<typeof userEvent.setup>, field: HTMLElement, option: string) {
  await user.click(field)
  await user.click(await screen.findByRole('option', { name: option }))
}

describe('adding an entity', () => {
  it('makes a type of a word that is not there, in the same step', async () => {
    const { app, dialog, user } = await open({ name: 'MV Amal' })
    await user.type(dialog.getByLabelText('Type'), 'Vessel')
    expect(await screen.findByRole('option', { name: 'New type: Vessel' })).toBeTruthy()
    await user.keyboard('{Enter}')
    await user.click(dialog.getByRole('button', { name: /Add entity/ }))
    expect(added(app, 'MV Amal')?.type).toBe('vessel')
    expect(app.doc.graph.get('entityType', 'vessel')).toMatchObject({ label: 'Vessel', symbol: 'equipment' })
    app.doc.undo()
    expect([added(app, 'MV Amal'), app.doc.graph.get('entityType', 'vessel')]).toEqual([undefined, undefined])
  })

  it('takes the beginning of a type for it, once the field is left', async () => {
    const { app, dialog, user } = await open({ name: 'Turkey' })
    await user.type(dialog.getByLabelText('Type'), 'sta')
    await user.tab()
    await user.click(dialog.getByRole('button', { name: /Add entity/ }))
    expect(added(app, 'Turkey')?.type).toBe('state')
  })

  it('says in one sentence what is missing, until nothing is', async () => {
    const { dialog, user } = await open()
    expect(dialog.getByText('Give it a name.')).toBeTruthy()
    await user.type(dialog.getByLabelText('Name'), 'Turkey')
    expect(dialog.getByText('Choose what “Turkey” is.')).toBeTruthy()
    expect(dialog.getByRole('button', { name: /Add entity/ })).toHaveProperty('disabled', true)
    await choose(user, dialog.getByLabelText('Type'), 'State')
    expect(dialog.getByRole('button', { name: /Add entity/ })).toHaveProperty('disabled', false)
  })

  it('keeps name, type, other names with their script, summary and period, selects it and gives it a place', async () => {
    const { app, dialog, user, main } = await open({ name: 'Turkey' })
    await choose(user, dialog.getByLabelText('Type'), 'State')
    await user.click(dialog.getByRole('button', { name: 'Other name' }))
    await user.type(dialog.getByLabelText('Other name 1'), 'تركيا')
    await user.type(dialog.getByLabelText(/Summary/), 'Neighbour in the north.')
    await user.type(dialog.getByLabelText(/Period/), '1923/..')
    expect(dialog.getByText('from 1923, no end known')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: /Add entity/ }))
    const turkey = added(app, 'Turkey')
    expect(turkey).toMatchObject({
      type: 'state',
      aliases: [{ text: 'تركيا', kind: 'native', script: 'Arab' }],
      summary: 'Neighbour in the north.',
      period: '1923/..'
    })
    expect(app.dialogs.open).toBeUndefined()
    expect(app.selection.entity).toBe(turkey?.id)
    expect(app.view.positions.has(turkey?.id ?? '')).toBe(true)
    await waitFor(() => expect(main.kept.map(({ label }) => label)).toContain('Add Turkey'))
    app.doc.undo()
    expect(added(app, 'Turkey')).toBeUndefined()
  })

  it('says of a date that is none what is wrong, once the field is left', async () => {
    const { dialog, user } = await open()
    await user.type(dialog.getByLabelText(/Period/), '2024-13')
    expect(dialog.queryByText(/There is no month 13/)).toBeNull()
    await user.tab()
    expect(dialog.getByText(/There is no month 13/)).toBeTruthy()
    expect(dialog.getByLabelText(/Period/)).toHaveProperty('value', '2024-13')
  })

  it('puts a new entity into a view that lists its entities, and unhides its type', async () => {
    const { app, dialog, user } = await open({ name: 'Turkey' })
    app.view.show('v-2')
    app.view.toggle('hiddenTypes', 'state')
    await choose(user, dialog.getByLabelText('Type'), 'State')
    await user.click(dialog.getByRole('button', { name: /Add entity/ }))
    expect(app.view.shown.entities.map(({ name }) => name)).toContain('Turkey')
  })
})

describe('a name that is there in another spelling', () => {
  it('cannot be added before the question is answered; Enter uses what is there', async () => {
    const { app, dialog, user } = await open()
    await user.type(dialog.getByLabelText('Name'), 'حميميم')
    expect(dialog.getByText('This looks like something you have')).toBeTruthy()
    expect(dialog.getByRole('button', { name: /Add entity/ })).toHaveProperty('disabled', true)
    await user.keyboard('{Enter}')
    expect(app.selection.entity).toBe('hmeimim')
    expect(app.dialogs.open).toBeUndefined()
    expect(app.doc.undoLabel).toBeUndefined()
  })

  it('can become one more name of it', async () => {
    const { app, dialog, user } = await open({ name: 'Hmeymim Air Base' })
    await user.click(dialog.getByRole('button', { name: 'Add as alias' }))
    expect(app.doc.graph.get('entity', 'hmeimim')?.aliases.at(-1)).toMatchObject({ text: 'Hmeymim Air Base' })
  })

  it('can be another thing, and the two are kept apart in the same step', async () => {
    const { app, dialog, user } = await open({ name: 'Hmeymim' })
    await user.click(dialog.getByRole('button', { name: 'Not the same' }))
    await choose(user, dialog.getByLabelText('Type'), 'Facility')
    await user.click(dialog.getByRole('button', { name: /Add entity/ }))
    const twin = added(app, 'Hmeymim')
    expect([...app.doc.graph.all('notSame').values()].map(({ pair }) => [...pair].sort())).toEqual([
      ['hmeimim', twin?.id ?? ''].sort()
    ])
    app.doc.undo()
    expect(app.doc.graph.all('notSame').size).toBe(0)
    expect(added(app, 'Hmeymim')).toBeUndefined()
  })
})

describe('editing an entity', () => {
  it('begins with what is there, asks nothing about its own name, and keeps what changed', async () => {
    const { app, dialog, user } = await open({ id: 'hmeimim' })
    expect(dialog.getByLabelText('Name')).toHaveProperty('value', 'Hmeimim Air Base')
    expect(dialog.queryByText('This looks like something you have')).toBeNull()
    const [, second] = dialog.getAllByRole('listitem')
    await user.click(within(second as HTMLElement).getByRole('button', { name: 'Leave this name out' }))
    await user.click(dialog.getByRole('button', { name: /Save/ }))
    expect(app.doc.graph.get('entity', 'hmeimim')?.aliases.map(({ text }) => text)).toEqual([
      'قاعدة حميميم الجوية',
      'Хмеймим'
    ])
  })

  it('keeps the kind and script that were chosen', async () => {
    const { app, dialog, user } = await open({ id: 'hmeimim' })
    await user.type(dialog.getByLabelText(/Summary/), ' Much used.')
    await user.click(dialog.getByRole('button', { name: /Save/ }))
    expect(app.doc.graph.get('entity', 'hmeimim')?.aliases[1]).toEqual({
      text: 'Khmeimim',
      kind: 'transliteration',
      script: 'Latn'
    })
  })
})

describe('closing', () => {
  it('asks nothing where nothing was typed', async () => {
    const { app, user } = await open()
    await user.keyboard('{Escape}')
    expect(app.dialogs.open).toBeUndefined()
  })

  it('asks once before it discards what was typed; a second Esc is yes', async () => {
    const { app, dialog, user } = await open()
    await user.type(dialog.getByLabelText('Name'), 'Turkey')
    await user.keyboard('{Escape}')
    expect(dialog.getByText('Discard what you typed?')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Keep typing' }))
    expect(dialog.getByLabelText('Name')).toHaveProperty('value', 'Turkey')
    await user.keyboard('{Escape}{Escape}')
    expect(app.dialogs.open).toBeUndefined()
  })
})
