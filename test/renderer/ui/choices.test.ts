import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { renderUi } from './render-ui'
import SelectSample from './SelectSample.svelte'

const chosen = () => screen.getByRole('status').textContent?.trim()

it('a select says what is chosen and is worked by the keyboard', async () => {
  renderUi(SelectSample, {})
  const user = userEvent.setup()
  const field = screen.getByRole('combobox', { name: 'Source reliability' })
  expect(field.textContent?.trim()).toBe('Choose')
  field.focus()
  await user.keyboard('{Enter}')
  expect(screen.getAllByRole('option').map((option) => option.textContent?.trim())).toEqual([
    'Completely reliable',
    'Usually reliable'
  ])
  await user.keyboard('{ArrowDown}{Enter}')
  expect(chosen()).toBe('B light true')
  expect(field.textContent?.trim()).toBe('Usually reliable')
})

it('segments are one choice of several', async () => {
  renderUi(SelectSample, {})
  await userEvent.click(screen.getByRole('radio', { name: 'Dark' }))
  expect(chosen()).toBe('dark true')
  expect(screen.getByRole('radio', { name: 'Dark', checked: true })).toBeTruthy()
})

it('a switch is on or off', async () => {
  renderUi(SelectSample, {})
  await userEvent.click(screen.getByRole('switch', { name: 'Legend', checked: true }))
  expect(screen.getByRole('switch', { name: 'Legend', checked: false })).toBeTruthy()
})
