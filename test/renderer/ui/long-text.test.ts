import LongText from '@renderer/ui/LongText.svelte'
import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { renderUi } from './render-ui'

it('shows a short text whole', () => {
  renderUi(LongText, { text: 'Short.' })
  expect(screen.getByText('Short.')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

it('shows the beginning of a long one, and all of it when asked', async () => {
  const text = 'word '.repeat(1000).trim()
  renderUi(LongText, { text })
  expect(screen.queryByText(text)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: /^Show all 4\s999 characters$/ }))
  expect(screen.getByText(text)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Show less' }))
  expect(screen.queryByText(text)).toBeNull()
})

it('does not cut a character in two', () => {
  renderUi(LongText, { text: '😀'.repeat(500), most: 101 })
  expect(screen.getByText(/^(😀)+…$/u).textContent?.isWellFormed()).toBe(true)
})
