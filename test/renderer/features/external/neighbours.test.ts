import Neighbours from '@renderer/features/external/Neighbours.svelte'
import { expand, goToNeighbours } from '@renderer/usecases/explore'
import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { exploring, node, tie } from '../../exploring'
import { show } from '../../window'

async function counted() {
  const { app, main, port } = await exploring()
  const groups = [
    { type: 'CALLED_AT', direction: 'in', count: 1 },
    { type: 'LIES_IN', direction: 'out', count: 2 }
  ]
  main.answer('neo4j:neighbours', () => ({ outcome: 'done', groups }))
  main.answer('neo4j:expand', () => ({
    outcome: 'done',
    found: { nodes: [node('4:1', 'Souria')], relationships: [tie(1)] }
  }))
  const entity = app.doc.graph.get('entity', port)
  show(app, Neighbours, { entity })
  await screen.findByRole('button', { name: 'Show 1 by CALLED_AT' })
  return { app, port }
}

it('a count that was stopped says so and can be begun again', async () => {
  const { app, main, port } = await exploring()
  const answers: ((value: unknown) => void)[] = []
  main.answer('neo4j:neighbours', () => new Promise((resolve) => answers.push(resolve)))
  show(app, Neighbours, { entity: app.doc.graph.get('entity', port) })
  await userEvent.click(await screen.findByRole('button', { name: 'Stop' }))
  expect(screen.getByRole('status').textContent).toContain('Stopped')
  await userEvent.click(screen.getByRole('button', { name: 'Count them' }))
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.({ outcome: 'done', groups: [{ type: 'CALLED_AT', direction: 'in', count: 1 }] })
  expect(await screen.findByRole('button', { name: 'Show 1 by CALLED_AT' })).toBeTruthy()
  expect(screen.queryByRole('status')).toBeNull()
})

it('a page that was stopped says so and brings nothing', async () => {
  const { app, main, port } = await exploring()
  const before = app.doc.graph
  main.answer('neo4j:expand', () => ({ outcome: 'stopped' }))
  expect(await expand(app, port, 'CALLED_AT', 'in')).toBeUndefined()
  expect(app.preferences.notice).toBe('Stopped. Nothing was brought in.')
  expect(app.doc.graph).toBe(before)
  expect(app.external.asking).toBeUndefined()
})

it('the neighbours are reached by one key, and the next ones are under the finger once some are shown', async () => {
  const { app, port } = await counted()
  app.selection.selectEntities([port])
  await goToNeighbours(app)
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Show 2 by LIES_IN')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.poll(() => screen.queryByRole('button', { name: 'Show 1 by CALLED_AT' })).toBeNull()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Show 2 by LIES_IN')
  expect(screen.getByText('all shown')).toBeTruthy()
})
