import { problemText } from '@renderer/features/failed-dialog/problem-text'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

const problems = [
  { message: 'Claim c-9: "credibility" must be 6 at most.', line: 12, record: 'c-9' },
  { message: 'The title is longer than 500 characters.' }
]

it('tells every problem with its line, and leaves the graph that was open', async () => {
  const { app } = await openWindow()
  showDialogs(app)
  await app.open(async () => ({ outcome: 'failed', name: 'bad.json', message: 'It is no graph.', problems }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('bad.json')).toBeTruthy()
  expect(dialog.getByText('Line 12')).toBeTruthy()
  expect(dialog.getAllByRole('listitem')).toHaveLength(2)
  expect(dialog.getByText(/stays open as it was/).textContent).toContain('Syria 2024')
  await userEvent.keyboard('{Enter}')
  expect(app.dialogs.open).toBeUndefined()
  expect(app.doc.graph.all('entity').size).toBe(4)
})

it('offers another try where that may help', async () => {
  const { app, main } = await openWindow()
  showDialogs(app)
  const failed = { outcome: 'failed', name: 'neo4j on localhost:7687', message: 'Nothing listens there.' } as const
  await app.open(async () => ({ ...failed, problems: [], again: 'file-7' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await expect.poll(() => main.asks('graph:open')).toContainEqual({ handle: 'file-7' })
  expect(app.dialogs.open).toBeUndefined()
})

it('can be copied into a mail', () => {
  expect(problemText('bad.json', 'It is no graph.', problems)).toBe(
    'bad.json: It is no graph.\nline 12, c-9: Claim c-9: "credibility" must be 6 at most.\nThe title is longer than 500 characters.'
  )
})
