import Splitter from '@renderer/ui/Splitter.svelte'
import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui'

const splitter = (panel: 'before' | 'after', value = 244) => {
  const onsettle = vi.fn()
  renderUi(Splitter, { label: 'Width', value, min: 200, max: 320, panel, onresize: () => {}, onsettle })
  screen.getByRole('separator', { name: 'Width' }).focus()
  return onsettle
}

it('says how wide its panel is, and between what', () => {
  splitter('before')
  const { attributes } = screen.getByRole('separator')
  expect(['now', 'min', 'max'].map((name) => attributes.getNamedItem(`aria-value${name}`)?.value)).toEqual([
    '244',
    '200',
    '320'
  ])
})

it('moves with the arrows, further with Shift, and to the ends', async () => {
  const onsettle = splitter('before')
  await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowLeft}{/Shift}{Home}{End}')
  expect(onsettle.mock.calls.flat()).toEqual([252, 212, 200, 320])
})

it('widens the panel behind it when it moves to the left, and never beyond its ends', async () => {
  const onsettle = splitter('after', 316)
  await userEvent.keyboard('{ArrowLeft}{ArrowRight}')
  expect(onsettle.mock.calls.flat()).toEqual([320, 308])
})
