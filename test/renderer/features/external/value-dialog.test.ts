import Inspector from '@renderer/features/inspector/Inspector.svelte'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { exploring, node } from '../../exploring'
import { show } from '../../window'

/** A window in which a ship is selected whose log came over in part. */
async function selected() {
  const { app, main } = await exploring()
  const log = { type: 'string' as const, text: 'رحلة ', length: 90_000 }
  const ship = { ...node('4:1', 'Souria'), properties: [...node('4:1', 'Souria').properties, ['log', log] as const] }
  const taken = app.external.take({ nodes: [ship], relationships: [] }, 'Find Souria')
  if ('refused' in taken) throw new Error(taken.refused)
  app.selection.selectEntities(taken.entities)
  show(app, Inspector)
  showDialogs(app)
  return { app, main, press: () => userEvent.click(screen.getByRole('button', { name: 'Show all of it…' })) }
}

it('what came over in part is shown whole, with how much it is', async () => {
  const { main, press } = await selected()
  main.answer('neo4j:value', () => ({ outcome: 'done', text: 'رحلة إلى طرطوس', length: 14 }))
  await press()
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('رحلة إلى طرطوس')).toBeTruthy()
  expect(dialog.getByRole('status').textContent).toContain('14 characters')
  expect(main.asks('neo4j:value')).toMatchObject([{ node: '4:1', property: 'log' }])
})

it('of what is longer than can be shown it says so', async () => {
  const { main, press } = await selected()
  main.answer('neo4j:value', () => ({ outcome: 'done', text: 'begins', length: 3_000_000 }))
  await press()
  expect(await screen.findByText(/^The first 6 of 3.000.000 characters; more is not shown\./)).toBeTruthy()
})

it('says why it cannot be had, and tries again', async () => {
  const { app, main, press } = await selected()
  main.answer('neo4j:value', () => ({ outcome: 'failed', message: 'The server has gone.' }))
  await press()
  expect((await screen.findByRole('alert')).textContent).toContain('The server has gone.')
  main.answer('neo4j:value', () => ({ outcome: 'done', text: 'back', length: 4 }))
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('back')).toBeTruthy()
  app.dialogs.close()
  app.external.leave()
  await press()
  expect((await screen.findByRole('alert')).textContent).toContain('Connect this graph to see it.')
})
