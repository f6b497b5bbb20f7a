import { withExtension } from '@main/app/target-path'
import { expect, test } from 'vitest'

const PICTURES = [{ extension: 'png' }, { extension: 'svg' }]

test.each([
  ['figure', 'figure.png'],
  ['figure.png', 'figure.png'],
  ['figure.SVG', 'figure.SVG'],
  ['Figure 1.2', 'Figure 1.2.png'],
  ['figure.jpg', 'figure.jpg.png']
])('%s → %s', (path, complete) => {
  expect(withExtension(path, PICTURES)).toBe(complete)
})
