import { symbolFor } from '@core/drawing/symbols'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { exploring, text } from '../../exploring'

async function open() {
  const { app, main } = await exploring()
  main.answer('neo4j:keys', () => ({ outcome: 'done', keys: [] }))
  const person = {
    id: '4:1',
    labels: ['Sailor', 'Vessel'],
    properties: [
      ['nick', text('Jo')],
      ['rank', text('Mate')]
    ] as const
  }
  app.external.take({ nodes: [person], relationships: [] }, 'Find Jo')
  showDialogs(app)
  app.dialogs.show({ kind: 'label', label: 'Sailor' })
  const dialog = within(await screen.findByRole('dialog'))
  const user = userEvent.setup()
  const choose = async (field: string, option: RegExp) => {
    await user.click(dialog.getByRole('combobox', { name: new RegExp(`^${field}`) }))
    await user.click(await screen.findByRole('option', { name: option }))
  }
  const save = () => user.click(dialog.getByRole('button', { name: 'Save' }))
  return { app, dialog, choose, save }
}

it('a label is drawn as the user chooses, in the file, and one undo takes it back', async () => {
  const { app, choose, save } = await open()
  const before = symbolFor(app.doc.graph, 'neo4j:Sailor')
  await choose('Symbol', /Armed group/)
  await choose('Colour', /Pink/)
  await save()
  expect(app.doc.graph.get('entityType', 'neo4j:Sailor')).toMatchObject({ symbol: 'armed-group', colour: 'pink' })
  expect(symbolFor(app.doc.graph, 'neo4j:Sailor')).toMatchObject({ id: 'armed-group', colour: 'pink' })
  app.doc.undo()
  expect(symbolFor(app.doc.graph, 'neo4j:Sailor')).toBe(before)
})

it('a caption is made of several properties where one does not tell nodes apart', async () => {
  const { app, choose, save } = await open()
  await choose('Caption', /^nick/)
  await choose('Followed by', /^rank/)
  await save()
  expect([...app.doc.graph.all('entity').values()].map(({ name }) => name)).toContain('Jo · Mate')
  expect(app.doc.graph.get('entityType', 'neo4j:Sailor')?.neo4j).toMatchObject({ caption: ['nick', 'rank'] })
  expect(app.doc.graph.get('entityType', 'neo4j:Sailor')).not.toHaveProperty('colour')
})
