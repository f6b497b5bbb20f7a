import type { AnyRecord } from '@core/records/records'
import { writeJson } from '@core/text/json'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { BASES } from '../../sample'
import { openWindow } from '../../window'

async function open(opened: Parameters<typeof openWindow>[0] = {}) {
  const { app, main } = await openWindow(opened)
  showDialogs(app)
  app.dialogs.show({ kind: 'vocabulary' })
  const dialog = within(await screen.findByRole('dialog', { name: 'Vocabulary' }))
  const types = () => within(dialog.getByRole('list', { name: 'Entity types' }))
  const question = () => within(screen.getByRole('alertdialog'))
  return { app, main, dialog, types, question, user: userEvent.setup() }
}

const labels = (app: Awaited<ReturnType<typeof open>>['app']) =>
  [...app.doc.graph.all('entityType').values()].map(({ label }) => label).sort()

describe('the vocabulary', () => {
  it('is made by keyboard: a type is added, named, renamed by F2, moved by Alt and an arrow', async () => {
    const { app, dialog, types, user } = await open({ records: [] })
    await user.keyboard('{Enter}')
    await user.keyboard('Vessel{Enter}')
    await waitFor(() => expect(labels(app)).toEqual(['Vessel']))
    await user.click(dialog.getByRole('button', { name: 'Add an entity type' }))
    await user.keyboard('ميناء{Enter}')
    await waitFor(() => expect(labels(app)).toEqual(['Vessel', 'ميناء']))
    types()
      .getByRole('button', { name: /Vessel/ })
      .focus()
    await user.keyboard('{F2}')
    await user.keyboard('Ship{Enter}')
    await waitFor(() => expect(labels(app)).toEqual(['Ship', 'ميناء']))
    const order = () =>
      types()
        .getAllByRole('button')
        .map(({ textContent }) => textContent?.replace(/\d+$/, '').trim())
    const [first, second] = order()
    types().getAllByRole('button')[0]?.focus()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await waitFor(() => expect(order()).toEqual([second, first]))
    while (app.doc.undoLabel) app.doc.undo()
    expect(labels(app)).toEqual([])
  })

  it('refuses a word that is taken where it is typed, and Esc leaves all as it was', async () => {
    const { app, dialog, types, user } = await open()
    types()
      .getByRole('button', { name: /Facility/ })
      .focus()
    await user.keyboard('{F2}')
    await user.keyboard('state{Enter}')
    expect(await dialog.findByText(/There is already a type “State”/)).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(app.dialogs.open?.kind).toBe('vocabulary')
    expect(app.doc.undoLabel).toBeUndefined()
  })

  it('says in numbers what a merge does before it is done, and one undo takes it back', async () => {
    const { app, dialog, question, user } = await open()
    const relations = within(dialog.getByRole('list', { name: 'Relation types' }))
    await user.dblClick(relations.getByRole('button', { name: /^withdraws from/ }))
    const [, merge] = dialog.getAllByRole('button', { name: 'Merge into…' })
    await user.click(merge ?? document.body)
    await user.click(question().getByLabelText('Into'))
    await user.click(await screen.findByRole('option', { name: 'operates' }))
    expect(question().getByText(/2 relations become “operates”/)).toBeTruthy()
    expect(question().getByText(/1 falls together with one that is there: Russia and Hmeimim Air Base/)).toBeTruthy()
    expect(app.doc.undoLabel).toBeUndefined()
    await user.click(question().getByRole('button', { name: 'Merge' }))
    expect(app.doc.graph.claimsAbout('r-operates')).toHaveLength(6)
    app.doc.undo()
    expect(app.doc.graph.claimsAbout('r-leaves')).toHaveLength(4)
  })

  it('asks what becomes of what has a type that is removed', async () => {
    const { app, question, types, user } = await open()
    types()
      .getByRole('button', { name: /Facility/ })
      .focus()
    await user.keyboard('{Delete}')
    expect(question().getByText(/2 entities become “Other”/)).toBeTruthy()
    await user.click(question().getByLabelText('What has it becomes'))
    await user.click(await screen.findByRole('option', { name: 'Equipment' }))
    expect(question().getByText(/2 entities become “Equipment”/)).toBeTruthy()
    await user.click(question().getByRole('button', { name: 'Remove' }))
    expect(app.doc.graph.get('entity', 'tartus')?.type).toBe('equipment')
  })

  it('gives a type properties; a change of kind says what becomes of the values', async () => {
    const records = BASES.map(
      (record): AnyRecord =>
        record.id === 'hmeimim' ? ({ ...record, properties: { Runway: 'long' } } as AnyRecord) : record
    )
    const { app, dialog, question, types, user } = await open({ records })
    await user.click(types().getByRole('button', { name: /Facility/ }))
    await user.click(dialog.getByRole('button', { name: 'Property' }))
    const form = within(await dialog.findByRole('group', { name: 'New property' }))
    await user.type(form.getByLabelText('Name'), 'Runway{Enter}')
    expect(dialog.queryByRole('alert')?.textContent).toBe(undefined)
    expect(app.doc.graph.get('entityType', 'facility')?.properties).toEqual([{ name: 'Runway', kind: 'text' }])
    await user.click(dialog.getByRole('button', { name: 'More about Runway' }))
    await user.click(await screen.findByText('Change…'))
    await user.click(await dialog.findByLabelText('Kind'))
    await user.click(await screen.findByRole('option', { name: 'Number' }))
    await user.click(dialog.getByRole('button', { name: 'Change' }))
    expect(question().getByText(/1 value does not fit “number”/)).toBeTruthy()
    await user.click(question().getByRole('button', { name: 'Change' }))
    expect(app.doc.graph.get('entityType', 'facility')?.properties).toEqual([{ name: 'Runway', kind: 'number' }])
    expect(app.doc.graph.get('entity', 'hmeimim')?.properties).toEqual({ Runway: 'long' })
  })

  it('takes over the types of a file after a look at what they bring', async () => {
    const { app, main, dialog, question, user } = await open()
    const vessel = { kind: 'entityType', id: 'vessel', label: 'Vessel' }
    main.answer('new:like', () => ({
      ...{ outcome: 'read', handle: 'file-2', name: 'fleet.entente.json', title: 'Fleet' },
      types: writeJson([vessel, { kind: 'entityType', id: 'state', label: 'STATE', symbol: 'place' }])
    }))
    await user.click(dialog.getByRole('button', { name: 'Take over types from a file…' }))
    await screen.findByRole('alertdialog')
    expect(question().getByText('1 new entity type: “Vessel”.')).toBeTruthy()
    expect(question().getByText('“State” looks different there. Yours stays.')).toBeTruthy()
    await user.click(question().getByRole('button', { name: 'Take over' }))
    expect(app.doc.graph.get('entityType', 'vessel')).toMatchObject({ label: 'Vessel' })
  })

  it('finds types by word and property, after Ctrl F', async () => {
    const { types, dialog, user } = await open()
    await user.keyboard('{Control>}f{/Control}facil')
    expect(types().getAllByRole('button')).toHaveLength(1)
    await user.keyboard('xx')
    expect(dialog.getByText('No entity type holds that.')).toBeTruthy()
  })

  it('is text where nothing can be changed', async () => {
    const { dialog, types, user } = await open({ readOnly: 'It is open elsewhere.' })
    for (const name of ['Remove…', 'Merge into…', 'Property', 'Add an entity type', 'Take over types from a file…'])
      expect(dialog.queryByRole('button', { name })).toBeNull()
    types()
      .getByRole('button', { name: /Facility/ })
      .focus()
    await user.keyboard('{F2}{Delete}')
    expect(dialog.queryByLabelText('Name of the type')).toBeNull()
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })
})
