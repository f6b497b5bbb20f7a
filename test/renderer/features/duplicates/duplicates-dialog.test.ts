import { runAction } from '@renderer/actions/actions'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { BASES, entity } from '../../sample'
import { openWindow } from '../../window'

async function opened() {
  const records = [
    ...BASES,
    entity('x', 'facility', 'Khmeimim'),
    entity('y', 'facility', 'Tartus'),
    entity('z', 'state', 'Rossiya')
  ]
  const { app, main } = await openWindow({ records })
  main.answers.set('graph:duplicates', () => ({
    count: 9,
    pairs: [
      { a: 'hmeimim', b: 'x', figure: 80 },
      { a: 'tartus', b: 'y', figure: 60 },
      { a: 'russia', b: 'z', figure: 40 }
    ]
  }))
  showDialogs(app)
  runAction(app, 'duplicates')
  const dialog = within(await screen.findByRole('dialog', { name: 'Are these one?' }))
  await dialog.findByText('80')
  return { app, main, dialog, user: userEvent.setup() }
}

it('shows each pair with its figure and what speaks for it, and says how many are left out', async () => {
  const { dialog } = await opened()
  expect(dialog.getByText(/3 pairs; 6 less likely ones are left out/)).toBeTruthy()
  const speaks = within(dialog.getByRole('region', { name: 'Speaks for it' }))
  expect(speaks.getByText(/Same type/)).toBeTruthy()
})

it('is decided by S, D and L, and the last is taken back', async () => {
  const { app, dialog, user } = await opened()
  await user.keyboard('s')
  expect(app.doc.graph.get('entity', 'x')).toBeUndefined()
  await user.keyboard('l')
  expect(dialog.getAllByRole('listitem').length).toBeGreaterThan(1)
  await user.keyboard('d')
  expect(app.doc.graph.get('notSame', 'russia z')).toBeDefined()
  const undo = () => user.click(dialog.getByRole('button', { name: 'Undo last' }))
  await undo()
  expect(app.doc.graph.get('notSame', 'russia z')).toBeUndefined()
  await undo()
  await undo()
  expect(app.doc.graph.get('entity', 'x')?.name).toBe('Khmeimim')
  expect(dialog.queryByRole('button', { name: 'Undo last' })).toBeNull()
})

it('lists what came in with a file most alike first, whatever its order', async () => {
  const records = [...BASES, entity('x', 'facility', 'Khmeimim'), entity('z', 'state', 'Ruzzia')]
  const { app } = await openWindow({ records })
  app.duplicates.keep([
    ['russia', 'z'],
    ['hmeimim', 'x'],
    ['tartus', 'z']
  ])
  const figures = app.duplicates.pairs.map(({ figure }) => figure)
  expect(figures).toEqual(figures.toSorted((a, b) => b - a))
  expect(new Set(figures).size).toBeGreaterThan(1)
})
