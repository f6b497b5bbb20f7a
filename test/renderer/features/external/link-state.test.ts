import LinkState from '@renderer/features/external/LinkState.svelte'
import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { exploring } from '../../exploring'
import { show } from '../../window'

it('a statement that still runs behind its closed box is said, and can be stopped', async () => {
  const { app, main } = await exploring()
  let answer: (value: unknown) => void = () => {}
  main.answer('neo4j:run', () => new Promise((resolve) => (answer = resolve)))
  main.answer('neo4j:stop', () => {
    answer({ outcome: 'stopped' })
    return {}
  })
  show(app, LinkState)
  app.cypher.text = 'MATCH (n) RETURN n'
  const ran = app.cypher.run()
  await userEvent.click(await screen.findByRole('button', { name: 'Stop' }))
  await ran
  expect(app.preferences.notice).toContain('The statement was stopped.')
  expect(app.cypher.ran).toEqual({ state: 'stopped' })
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull()
})
