import type { Output } from '@core/contract/contract'
import type { TablePreview } from '@core/contract/tables'
import { writeJson } from '@core/text/json'
import { runAction } from '@renderer/actions/actions'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { entity } from '../../sample'
import { openWindow } from '../../window'

const read: Output<'table:choose'> = {
  outcome: 'read',
  id: 'one',
  name: 'sightings.csv',
  rows: 20,
  heads: ['Who', 'What', 'Whom'],
  reading: { encoding: 'windows-1256', delimiter: ';', quote: '"', hasHeads: true },
  sheets: [],
  mapping: {
    format: 'entente-table-mapping',
    version: 1,
    name: 'sightings',
    hasHeads: true,
    columns: [
      { head: 'Who', role: 'from' },
      { head: 'What', role: 'relation' },
      { head: 'Whom', role: 'to' }
    ],
    newTypes: true
  },
  isKept: false
}

const preview: TablePreview = {
  counts: {
    rows: 20,
    leftOut: 1,
    newEntities: 2,
    changedEntities: 0,
    newRelations: 19,
    relationsThere: 0,
    newClaims: 19,
    changedClaims: 0,
    same: 0,
    newSources: 1
  },
  problems: [{ at: 16, line: 18, message: 'No relation: the cell is empty.', more: 2 }],
  problemCount: 1,
  changes: [],
  changeCount: 0,
  newTypes: ['refuels'],
  lookalikes: [
    { key: 'khmeimim', name: 'Khmeimim', rows: 3, candidates: [{ id: 'e-hmeimim', name: 'Hmeimim', type: 'facility' }] }
  ],
  lookalikeCount: 1,
  notes: [],
  edits: 1
}

async function open(first: TablePreview = preview) {
  const { app, main } = await openWindow()
  const asked: { readonly channel: string; readonly input: unknown }[] = []
  const answer = (channel: string, of: () => unknown) =>
    main.answers.set(channel, (input) => {
      asked.push({ channel, input })
      return of()
    })
  answer('table:choose', () => read)
  answer('table:read', () => read)
  answer('table:plan', () => ({ outcome: 'planned', preview: first }))
  answer('table:rows', () => ({
    rows: [{ line: 2, cells: ['Russia', 'operates', 'Khmeimim'], alike: [2] }]
  }))
  answer('table:change', () => ({
    label: 'Import sightings.csv: 19 relations',
    edits: writeJson([{ after: entity('x-1', 'facility', 'Pier') }]),
    more: false
  }))
  answer('table:keep', () => ({}))
  answer('graph:stop', () => ({}))
  showDialogs(app)
  runAction(app, 'import-table')
  const dialog = within(await screen.findByRole('dialog', { name: 'Add from a table' }))
  await dialog.findByText('Khmeimim', { selector: 'td bdi' })
  const plans = () => asked.filter(({ channel }) => channel === 'table:plan').map(({ input }) => input)
  return { app, main, dialog, user: userEvent.setup(), plans, asked }
}

describe('adding from a table', () => {
  it('shows the table with what its columns are taken for, and what comes in', async () => {
    const { dialog } = await open()
    expect(dialog.getByLabelText('What Whom is').textContent).toContain('To')
    expect(dialog.getByRole('region', { name: 'What comes in' }).textContent).toMatch(/19\s*new relations/)
    expect(dialog.getByText(/New types: “refuels”/)).toBeTruthy()
    expect(dialog.getByText('Khmeimim', { selector: 'td bdi' }).classList).toContain('alike')
    expect(dialog.getByRole('region', { name: 'Errors' }).textContent).toMatch(/No relation.*and 2 more rows/)
  })

  it('adds it in one step that one undo takes back', async () => {
    const { app, user } = await open()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(app.dialogs.open).toBeUndefined())
    expect(app.doc.graph.get('entity', 'x-1')?.name).toBe('Pier')
    expect(app.doc.undoLabel).toBe('Import sightings.csv: 19 relations')
    app.doc.undo()
    expect(app.doc.graph.get('entity', 'x-1')).toBeUndefined()
  })

  it('counts anew with an answer, and keeps what the columns are', async () => {
    const { dialog, user, plans, asked } = await open()
    await user.click(
      within(dialog.getByRole('region', { name: 'Looks like yours' })).getByRole('radio', { name: 'Use' })
    )
    await waitFor(() =>
      expect(plans().at(-1)).toMatchObject({ answers: [{ key: 'khmeimim', answer: { use: 'e-hmeimim' } }] })
    )
    await user.click(dialog.getByRole('button', { name: 'Keep these roles for tables like this' }))
    await dialog.findByText(/These roles are kept/)
    expect(asked.some(({ channel }) => channel === 'table:keep')).toBe(true)
  })

  it('adds nothing while the order of dates is not said', async () => {
    const { app, dialog, user } = await open({ ...preview, asks: { orders: ['dmy', 'mdy'], example: '03.04.24' } })
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: /^Import/ }).disabled).toBe(true)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(app.dialogs.open?.kind).toBe('table')
    expect(dialog.getByText(/First say in which order dates such as 03\.04\.24 stand/)).toBeTruthy()
  })

  it('reads it with another encoding', async () => {
    const { dialog, user, asked } = await open()
    await user.click(dialog.getByLabelText('Encoding'))
    await user.click(await screen.findByRole('option', { name: /UTF-8/ }))
    await waitFor(() =>
      expect(asked.filter(({ channel }) => channel === 'table:read').map(({ input }) => input)).toMatchObject([
        { reading: { encoding: 'utf-8' } }
      ])
    )
  })
})

it('where no graph is open a new one is made first', async () => {
  const { app, main } = await openWindow()
  main.answers.set('graph:close', () => ({}))
  main.answers.set('new:place', () => ({ handle: 'file-7', name: 'x.entente.json', folder: '/home', taken: false }))
  await app.close()
  showDialogs(app)
  runAction(app, 'import-table')
  expect(await screen.findByRole('dialog', { name: 'New graph' })).toBeTruthy()
  expect(app.dialogs.open).toMatchObject({ next: { kind: 'table' } })
})
