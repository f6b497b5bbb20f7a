import type * as fields from '@core/records/fields'
import type * as records from '@core/records/records'
import EntityHead from '@renderer/features/inspector/EntityHead.svelte'
import RelationPanel from '@renderer/features/inspector/RelationPanel.svelte'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow, show } from '../../window'

// What adding two fields to entities, sources and relations takes: their lines in the schemas, and a row for each in the
// table of fields.
const WITH = vi.hoisted(() => new Set<string>(['entity', 'source', 'relation']))
vi.mock('@core/records/records', async (original) => {
  const known = await original<typeof records>()
  const { DateField } = await import('@core/records/dates-of-record')
  const { Name } = await import('@core/records/text')
  const more = { motto: Name.optional(), founded: DateField.optional() }
  const [Entity, Source, Relation] = [known.Entity.extend(more), known.Source.extend(more), known.Relation.extend(more)]
  const SCHEMAS = { ...known.SCHEMAS, entity: Entity, source: Source, relation: Relation }
  return { ...known, Entity, Source, Relation, SCHEMAS }
})
vi.mock('@core/records/fields', async (original) => {
  const known = await original<typeof fields>()
  const added: readonly (readonly [string, fields.Field])[] = [
    ['motto', { label: 'Motto', editor: 'line', hint: 'as on its seal' }],
    ['founded', { label: 'Founded', editor: 'date' }]
  ]
  return {
    ...known,
    plainFields: (kind: records.Kind) => [...known.plainFields(kind), ...(WITH.has(kind) ? added : [])],
    fieldsOf: (kind: records.Kind) => new Map([...known.fieldsOf(kind), ...(WITH.has(kind) ? added : [])])
  }
})

describe.each(['entity', 'source', 'relation'] as const)('one more field of a kind: %s', (kind) => {
  it('is edited in the form, refused by its own name, kept and shown', async () => {
    const { app, main } = await openWindow()
    const user = userEvent.setup()
    showDialogs(app)
    const id = { entity: 'russia', source: 's-wire', relation: 'r-operates' }[kind]
    app.dialogs.show({ kind, id })
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
    const record = app.doc.graph.get(kind, id)
    expect(record).toMatchObject({ motto: 'Gloria', founded: '1991-12' })
    if (record?.kind === 'source') return
    const { container: panel } =
      record?.kind === 'relation'
        ? show(app, RelationPanel, { relation: record } as never)
        : show(app, EntityHead, { entity: record } as never)
    expect(within(panel).getByText('Gloria')).toBeTruthy()
    expect(within(panel).getByText('Dec 1991')).toBeTruthy()
  })
})
