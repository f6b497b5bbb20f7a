import { ACTIONS } from '@renderer/actions/actions'
import { shownKeys } from '@renderer/actions/keys'
import { screen, within } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

it('lists every action with its keys', async () => {
  const { app } = await openWindow()
  showDialogs(app)
  app.dialogs.show({ kind: 'help' })
  const lines = within(await screen.findByRole('dialog')).getAllByRole('listitem')
  expect(lines).toHaveLength(ACTIONS.length)
  for (const { label, keys = [] } of ACTIONS) {
    const line = lines.find((each) => each.querySelector('span')?.textContent === label)
    expect([...(line?.querySelectorAll('kbd') ?? [])].map((key) => key.textContent)).toEqual(
      keys.map((key) => shownKeys(key))
    )
  }
})
