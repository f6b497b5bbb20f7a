import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import ComboboxSample from './ComboboxSample.svelte'
import { renderUi } from './render-ui'

const names = ['Russia', 'Syria', 'Turkey']
const field = () => screen.getByRole('combobox', { name: 'To' })
const offered = () => screen.queryAllByRole('option').map((option) => option.textContent?.trim())

it('offers what fits while one types, and takes one by arrows and Enter', async () => {
  const onpick = vi.fn()
  renderUi(ComboboxSample, { names, onpick })
  const user = userEvent.setup()
  await user.type(field(), 'r')
  expect(offered()).toEqual(['Russia', 'Syria', 'Turkey'])
  await user.keyboard('{ArrowDown}{ArrowDown}')
  const active = document.getElementById(field().getAttribute('aria-activedescendant') ?? '')
  expect(active?.textContent?.trim()).toBe('Syria')
  await user.keyboard('{Enter}')
  expect(onpick).toHaveBeenCalledExactlyOnceWith('Syria')
  expect(offered()).toEqual([])
})

it('takes one by a click', async () => {
  const onpick = vi.fn()
  renderUi(ComboboxSample, { names, onpick })
  await userEvent.type(field(), 'tur')
  await userEvent.click(screen.getByRole('option', { name: 'Turkey' }))
  expect(onpick).toHaveBeenCalledExactlyOnceWith('Turkey')
})

it('goes round at both ends of the list', async () => {
  renderUi(ComboboxSample, { names, onpick: () => {} })
  const user = userEvent.setup()
  await user.click(field())
  await user.keyboard('{ArrowUp}')
  expect(screen.getByRole('option', { selected: true }).textContent?.trim()).toBe('Turkey')
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('option', { selected: true }).textContent?.trim()).toBe('Russia')
})

it('takes the first one on Enter where it is eager', async () => {
  const onpick = vi.fn()
  renderUi(ComboboxSample, { names, onpick, eager: true })
  await userEvent.type(field(), 'sy{Enter}')
  expect(onpick).toHaveBeenCalledExactlyOnceWith('Syria')
})

it('leaves what was typed alone, and hands it over on Enter when nothing is chosen', async () => {
  const onenter = vi.fn(() => true)
  renderUi(ComboboxSample, { names, onpick: () => {}, onenter })
  await userEvent.type(field(), 'Khmeimim{Enter}')
  expect(onenter).toHaveBeenCalledExactlyOnceWith('Khmeimim')
  expect(field()).toHaveProperty('value', 'Khmeimim')
})

it('closes its list on Esc and keeps the key to itself only while the list is open', async () => {
  renderUi(ComboboxSample, { names, onpick: () => {} })
  const heard = vi.fn()
  addEventListener('keydown', heard)
  const user = userEvent.setup()
  await user.click(field())
  await user.keyboard('{Escape}')
  expect(offered()).toEqual([])
  expect(heard).not.toHaveBeenCalled()
  await user.keyboard('{Escape}')
  expect(heard).toHaveBeenCalledOnce()
  removeEventListener('keydown', heard)
})
