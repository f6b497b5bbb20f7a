import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { exploring, node } from '../../exploring'

/** The palette on a graph that is explored; main's answers to searches wait until they are let go. */
async function searching() {
  const { app, main } = await exploring()
  const waiting: ((answer: unknown) => void)[] = []
  main.answer('neo4j:search', () => new Promise((resolve) => waiting.push(resolve)))
  showDialogs(app)
  app.dialogs.show({ kind: 'palette' })
  const dialog = within(await screen.findByRole('dialog'))
  const user = userEvent.setup()
  /** Answers the last search, once it was asked. */
  const answer = async (names: readonly string[]) => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    const nodes = names.map((name, at) => node(`4:${at + 10}`, name))
    waiting.splice(0).at(-1)?.({ outcome: 'done', nodes, how: 'All nodes were looked through.' })
  }
  return { app, main, dialog, user, answer }
}

describe('names in the database', () => {
  it('are taken by an Enter that was quicker than the search', async () => {
    const { app, user, answer } = await searching()
    await user.keyboard('Sparta{Enter}')
    expect(app.dialogs.open).toEqual({ kind: 'palette' })
    await answer(['Sparta II'])
    await expect.poll(() => [...app.doc.graph.all('entity').values()].map(({ name }) => name)).toContain('Sparta II')
    expect(app.dialogs.open).toBeUndefined()
  })

  it('are previewed with what the database holds of them', async () => {
    const { dialog, user, answer } = await searching()
    await user.keyboard('Sparta')
    await answer(['Sparta II'])
    await dialog.findByRole('option', { name: /Sparta II/ })
    expect(dialog.getByText('name').tagName).toBe('BDI')
  })

  it('are no longer looked for once the search is stopped, and are again when one types on', async () => {
    const { dialog, main, user, answer } = await searching()
    await user.keyboard('Sparta')
    await user.click(await dialog.findByRole('button', { name: 'Stop' }))
    expect(dialog.getByText(/Stopped/)).toBeTruthy()
    expect(dialog.queryByText(/Nothing new was found/)).toBeNull()
    expect(main.asks('neo4j:stop')).toHaveLength(1)
    await user.type(dialog.getByRole('combobox'), ' II')
    await expect.poll(() => main.asks('neo4j:search').length).toBe(2)
    await answer(['Sparta II'])
    expect(await dialog.findByRole('option', { name: /Sparta II/ })).toBeTruthy()
  })
})
