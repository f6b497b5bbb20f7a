import { strayTyping } from '@renderer/ui/stray-typing'
import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import DialogSample from './DialogSample.svelte'
import { renderUi } from './render-ui'

/** What somebody types who takes a button for a field. */
const WORDS = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcXYZ019éяع'), minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 3
  })
  .map((words) => words.join(' '))

it('words that are typed on a button never press it, with their spaces and the Enter after them', async () => {
  const onclose = vi.fn()
  const onsubmit = vi.fn()
  renderUi(DialogSample, { onclose, onsubmit })
  const user = userEvent.setup()
  const buttons = screen.getAllByRole('button')
  expect(buttons.length).toBeGreaterThan(1)
  await fc.assert(
    fc.asyncProperty(WORDS, fc.nat(), async (words, which) => {
      screen.getByRole('textbox', { name: 'To' }).focus()
      buttons[which % buttons.length]?.focus()
      await user.keyboard(`${words} {Enter}`)
      expect(onclose).not.toHaveBeenCalled()
      expect(onsubmit).not.toHaveBeenCalled()
    }),
    { numRuns: 40 }
  )
})

it('a space or Enter alone presses a button, and again once the focus was elsewhere', async () => {
  const onclose = vi.fn()
  renderUi(DialogSample, { onclose, onsubmit: () => {} })
  const user = userEvent.setup()
  const close = screen.getByRole('button', { name: 'Close' })
  close.focus()
  await user.keyboard(' ')
  await user.keyboard('{Enter}')
  expect(onclose).toHaveBeenCalledTimes(2)
  await user.keyboard('abc ')
  expect(onclose).toHaveBeenCalledTimes(2)
  await user.tab()
  await user.keyboard('x')
  close.focus()
  await user.keyboard(' ')
  expect(onclose).toHaveBeenCalledTimes(3)
})

it.each([
  '<input>',
  '<textarea></textarea>',
  '<div contenteditable="true" tabindex="0"></div>',
  '<div role="textbox" tabindex="0"></div>'
])('spaces and line breaks stay what is typed in %s', (html) => {
  const holder = document.createElement('div')
  holder.innerHTML = html
  document.body.append(holder)
  const kept = vi.fn()
  holder.addEventListener('keydown', strayTyping())
  holder.addEventListener('keydown', (event) => kept(event.defaultPrevented))
  for (const key of ['a', ' ', 'Enter'])
    holder.firstElementChild?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  expect(kept.mock.calls).toEqual([[false], [false], [false]])
  holder.remove()
})
