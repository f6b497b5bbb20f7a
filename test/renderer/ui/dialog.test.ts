import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import DialogSample from './DialogSample.svelte'
import { renderUi } from './render-ui'

const open = () => {
  const onclose = vi.fn()
  const onsubmit = vi.fn()
  const shown = renderUi(DialogSample, { onclose, onsubmit })
  return { onclose, onsubmit, shown }
}

it('is named by its title and puts the focus on the field that asks for it', () => {
  open()
  expect(screen.getByRole('dialog', { name: 'Add a relation' })).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'To' }))
})

it('closes on Esc and on its button, and only asks: who shows it takes it away', async () => {
  const { onclose } = open()
  await userEvent.keyboard('{Escape}')
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(onclose).toHaveBeenCalledTimes(2)
})

it('sends on Enter in a field and on Ctrl Enter in a text of several lines', async () => {
  const { onsubmit } = open()
  const user = userEvent.setup()
  await user.type(screen.getByRole('textbox', { name: 'To' }), 'Syria{Enter}')
  expect(onsubmit).toHaveBeenCalledTimes(1)
  await user.type(screen.getByRole('textbox', { name: 'Statement' }), 'One{Enter}Two{Control>}{Enter}{/Control}')
  expect(onsubmit).toHaveBeenCalledTimes(2)
})

it('gives the focus back to where it was', async () => {
  const before = document.createElement('button')
  document.body.append(before)
  before.focus()
  const { shown } = open()
  expect(document.activeElement).not.toBe(before)
  shown.unmount()
  expect(document.activeElement).toBe(before)
  before.remove()
})
