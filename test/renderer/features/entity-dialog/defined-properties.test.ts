import { editEntity } from '@core/commands/entities'
import { addProperty } from '@core/commands/type-properties'
import type { PropertyDefinition } from '@core/records/property-definitions'
import type { Entity } from '@core/records/records'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

const DEFINITIONS: readonly PropertyDefinition[] = [
  { name: 'Runway', kind: 'number', unit: 'metres' },
  { name: 'In use since', kind: 'date' },
  { name: 'Open', kind: 'switch' },
  { name: 'Site', kind: 'place' },
  { name: 'Register', kind: 'link' },
  { name: 'State of use', kind: 'choice', choices: ['in use', 'given up'] },
  { name: 'Codes', kind: 'text', several: true }
]

async function open(properties: Entity['properties'] = {}) {
  const { app } = await openWindow()
  for (const definition of DEFINITIONS)
    app.doc.run(addProperty(app.doc.graph, { kind: 'entityType', type: 'facility', definition }))
  app.doc.run(editEntity(app.doc.graph, { id: 'hmeimim', properties }))
  showDialogs(app)
  app.dialogs.show({ kind: 'entity', id: 'hmeimim' })
  const dialog = within(await screen.findByRole('dialog'))
  const now = () => app.doc.graph.get('entity', 'hmeimim')?.properties
  const user = userEvent.setup()
  const save = () => user.click(dialog.getByRole('button', { name: /Save/ }))
  return { app, dialog, now, user, save }
}

it('every kind has its field, and what is typed is a value of that kind', async () => {
  const { dialog, now, user, save } = await open()
  await user.type(dialog.getByLabelText('Runway'), '2800')
  await user.type(dialog.getByLabelText('In use since'), 'Sep 2015')
  await user.click(dialog.getByLabelText('Open'))
  await user.click(await screen.findByRole('option', { name: /Yes/ }))
  await user.type(dialog.getByLabelText('Site'), '35.40, 35.95')
  await user.type(dialog.getByLabelText('Register'), 'https://example.org/oslk')
  await user.click(dialog.getByLabelText('State of use'))
  await user.click(await screen.findByRole('option', { name: /given up/ }))
  await user.type(dialog.getByLabelText('Codes'), 'OSLK')
  await user.click(dialog.getByRole('button', { name: 'One more value of Codes' }))
  await user.type(dialog.getAllByLabelText('Codes')[1] ?? document.body, 'LTK')
  expect(dialog.queryByText(/kept as written/)).toBeNull()
  await save()
  expect(now()).toEqual({
    Runway: 2800,
    'In use since': '2015-09',
    Open: true,
    Site: '35.40, 35.95',
    Register: 'https://example.org/oslk',
    'State of use': 'given up',
    Codes: ['OSLK', 'LTK']
  })
})

it('a value that does not fit is told and kept; other properties stand below', async () => {
  const { dialog, now, user, save } = await open({ Runway: 'about 2800', Open: 'perhaps', Nickname: 'The base' })
  expect(dialog.getByText(/Runway is a number.*kept as written/)).toBeTruthy()
  expect(dialog.getByText(/Open is yes or no.*kept as written/)).toBeTruthy()
  expect(dialog.getByLabelText('Value of Nickname')).toHaveProperty('value', 'The base')
  await user.type(dialog.getByLabelText('Site'), 'Latakia')
  expect(dialog.getByText(/Site is a place/)).toBeTruthy()
  await save()
  expect(now()).toEqual({ Runway: 'about 2800', Open: 'perhaps', Nickname: 'The base', Site: 'Latakia' })
})

it('another type is warned of, never refused', async () => {
  const { app, dialog, user, save } = await open()
  const change = { ...app.doc.graph.get('relationType', 'operates'), to: ['facility'] }
  app.doc.run({
    label: 'Narrow',
    edits: [{ before: app.doc.graph.get('relationType', 'operates'), after: change }] as never
  })
  const field = dialog.getByRole('combobox', { name: 'Type' })
  await user.clear(field)
  await user.type(field, 'Equipment')
  expect(await dialog.findByText(/“operates” joins anything to Facility, not State to Equipment/)).toBeTruthy()
  await save()
  expect(app.doc.graph.get('entity', 'hmeimim')?.type).toBe('equipment')
})
