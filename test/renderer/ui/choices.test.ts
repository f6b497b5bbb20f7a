import { cleanup, screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
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

describe('a letter on a select', () => {
  const typed = async (letter: string) => {
    renderUi(SelectSample, {})
    const user = userEvent.setup()
    const field = screen.getByRole('combobox', { name: 'Source reliability' })
    field.focus()
    await user.keyboard(letter)
    expect(field.getAttribute('aria-expanded')).toBe('true')
    expect(chosen()).toBe('light true')
    return { user, field }
  }

  it('opens its list and chooses nothing by itself', async () => {
    const { user, field } = await typed('u')
    await user.keyboard('{Escape}')
    expect(field.getAttribute('aria-expanded')).toBe('false')
    expect(chosen()).toBe('light true')
  })

  it.each([
    ['u', 'B light true'],
    ['c', 'A light true']
  ])('%s is taken by Tab and by Enter', async (letter, value) => {
    const { user, field } = await typed(letter)
    await user.tab()
    expect(chosen()).toBe(value)
    expect(field.getAttribute('aria-expanded')).toBe('false')
    expect(document.activeElement).not.toBe(field)
    cleanup()
    await (await typed(letter)).user.keyboard('{Enter}')
    expect(chosen()).toBe(value)
  })
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
