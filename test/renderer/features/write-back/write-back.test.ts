import { isStated } from '@core/records/in-database'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { BEGUN, exploring } from '../../exploring'

/** The dialog on a graph to which one entity was added. */
async function adding() {
  const { app, main } = await exploring({ records: [] })
  main.answer('neo4j:by-key', () => ({ outcome: 'done', nodes: [] }))
  main.answer('neo4j:write-back', () => ({ outcome: 'written' }))
  const after = { kind: 'entity' as const, id: 'e-own', type: 'neo4j:Vessel', name: 'سفينة', aliases: [] }
  app.doc.run({ label: 'Add', edits: [{ after }] })
  showDialogs(app)
  app.dialogs.show({ kind: 'write-back' })
  return { app, main, dialog: within(await screen.findByRole('dialog')), user: userEvent.setup() }
}

describe('writing back', () => {
  it('goes on with Close once all is written, and says how long it can be taken back', async () => {
    const { dialog, user } = await adding()
    expect(dialog.getByText(/Add the node “سفينة”/)).toBeTruthy()
    dialog.getByRole('button', { name: 'Write 1 change' }).focus()
    await user.keyboard('{Enter}')
    expect((await dialog.findByText('1 change written.')).textContent).toBeTruthy()
    expect(dialog.queryByRole('button', { name: /^Write/ })).toBeNull()
    expect(dialog.getByText(/as long as this graph stays open/)).toBeTruthy()
    const close = dialog.getAllByRole('button', { name: 'Close' }).at(-1)
    await expect.poll(() => document.activeElement).toBe(close)
  })

  it('is taken back after the connection has ended and begun again, and not in another graph', async () => {
    const { app, dialog, main, user } = await adding()
    await user.click(dialog.getByRole('button', { name: 'Write 1 change' }))
    await dialog.findByText('1 change written.')
    app.external.leave()
    app.external.begin({ ...BEGUN, session: 'session-2' }, 'file-1')
    await user.click(await dialog.findByRole('button', { name: 'Take back 1 change' }))
    await dialog.findByText('1 change taken back.')
    expect(main.asks('neo4j:write-back').at(-1)).toMatchObject({
      session: 'session-2',
      operations: [{ do: 'delete-node', record: 'e-own' }]
    })
    expect(app.external.inverse).toBeUndefined()
    expect(dialog.getByRole('button', { name: 'Write 1 change' })).toBeTruthy()
  })

  it('makes no source of the database for what we wrote to it ourselves', async () => {
    const { app, dialog, user } = await adding()
    const tie = { kind: 'relation' as const, id: 'r-own', type: 'neo4j:CALLED_AT', from: 'e-own', to: 'e-own' }
    app.doc.run({ label: 'Tie', edits: [{ after: tie }] })
    await user.click(await dialog.findByRole('button', { name: 'Write 2 changes' }))
    await dialog.findByText('2 changes written.')
    const written = app.doc.graph.get('relation', 'r-own')
    expect(written?.neo4j).toEqual({ written: true })
    expect(written && isStated(written)).toBe(false)
  })
})
