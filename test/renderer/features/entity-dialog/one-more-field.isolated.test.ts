import type * as fields from '@core/records/fields'
import type * as records from '@core/records/records'
import EntityHead from '@renderer/features/inspector/EntityHead.svelte'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow, show } from '../../window'

// What adding two fields to entities takes: their lines in the schema, and a row for each in the table of fields.
vi.mock('@core/records/records', async (original) => {
  const known = await original<typeof records>()
  const { DateField } = await import('@core/records/dates-of-record')
  const { Name } = await import('@core/records/text')
  const Entity = known.Entity.extend({ motto: Name.optional(), founded: DateField.optional() })
  return { ...known, Entity, SCHEMAS: { ...known.SCHEMAS, entity: Entity } }
})
vi.mock('@core/records/fields', async (original) => {
  const known = await original<typeof fields>()
  const added: readonly (readonly [string, fields.Field])[] = [
    ['motto', { label: 'Motto', editor: 'line', hint: 'as on its seal' }],
    ['founded', { label: 'Founded', editor: 'date' }]
  ]
  const isEntity = (kind: records.Kind) => kind === 'entity'
  return {
    ...known,
    plainFields: (kind: records.Kind) => [...known.plainFields(kind), ...(isEntity(kind) ? added : [])],
    fieldsOf: (kind: records.Kind) => new Map([...known.fieldsOf(kind), ...(isEntity(kind) ? added : [])])
  }
})

it('is edited in the form, refused by its own name, kept and shown', async () => {
  const { app, main } = await openWindow()
  const user = userEvent.setup()
  showDialogs(app)
  const id = [...app.doc.graph.all('entity').values()].find(({ name }) => name === 'Russia')?.id ?? ''
  app.dialogs.show({ kind: 'entity', id })
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText(/Founded/), '2024-13')
  expect(dialog.getByText('The founded cannot be read yet.')).toBeTruthy()
  await user.clear(dialog.getByLabelText(/Founded/))
  await user.type(dialog.getByLabelText(/Founded/), '1991-12')
  await user.click(dialog.getByLabelText(/Motto/))
  await user.paste('x'.repeat(5000))
  await user.click(dialog.getByRole('button', { name: /^Save/ }))
  expect(dialog.getByText('The motto is longer than 500 characters.')).toBeTruthy()
  await user.clear(dialog.getByLabelText(/Motto/))
  await user.type(dialog.getByLabelText(/Motto/), 'Gloria')
  await user.click(dialog.getByRole('button', { name: /^Save/ }))
  await waitFor(() => expect(main.kept).toHaveLength(1))
  const entity = app.doc.graph.get('entity', id)
  expect(entity).toMatchObject({ motto: 'Gloria', founded: '1991-12' })
  if (!entity) throw new Error('it is gone')
  show(app, EntityHead, { entity } as never)
  const head = within(screen.getByRole('heading', { name: 'Russia' }).closest('.head') as HTMLElement)
  expect(head.getByText('Gloria')).toBeTruthy()
  expect(head.getByText('Dec 1991')).toBeTruthy()
})
