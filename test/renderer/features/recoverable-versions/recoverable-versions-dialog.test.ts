import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

it('each state that is left of a file is counted and saved by name', async () => {
  const { app, main } = await openWindow({ readOnly: 'its journal is damaged.', recoverableVersions: 2 })
  const holds = { entities: 3, relations: 1, claims: 1, sources: 1, others: 0 }
  main.answers.set('graph:recoverable-versions', () => ({
    recoverableVersions: [
      { what: 'up to the damage', holds },
      { what: 'with the changes behind it', holds: { ...holds, entities: 4 } }
    ]
  }))
  main.answers.set('graph:recoverable-version-save', () => ({ outcome: 'saved', name: 'b.entente.json' }))
  showDialogs(app)
  app.dialogs.show({ kind: 'recoverable-versions' })
  const dialog = within(await screen.findByRole('dialog'))
  const [first, second] = await dialog.findAllByRole('listitem')
  expect(first?.textContent).toContain('3 entities · 1 relation · 1 claim · 1 source')
  const user = userEvent.setup()
  await user.click(within(second as HTMLElement).getByRole('button', { name: 'Save as…' }))
  expect(main.asks('graph:recoverable-version-save')).toEqual([{ handle: 'file-1', version: 1 }])
  expect(await within(second as HTMLElement).findByText(/Saved as/)).toBeTruthy()
  main.answers.set('graph:recoverable-version-save', () => ({ outcome: 'failed', message: 'The disk is full.' }))
  await user.click(within(first as HTMLElement).getByRole('button', { name: 'Save as…' }))
  expect((await dialog.findByRole('alert')).textContent).toContain('The disk is full.')
})
