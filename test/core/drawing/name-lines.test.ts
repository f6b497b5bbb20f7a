import { type NameText, nameSettings } from '@core/drawing/name-lines'
import { isRightToLeft } from '@core/text/typesetting'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const text = (name: string): NameText => ({ name, size: 12, weight: 500 })

describe('the lines of a name', () => {
  it('all run in the direction of the whole, and are measured so', () => {
    const words = fc.constantFrom('هيئة', 'تحرير', 'בית', '(HTS)', '2017', 'Brigade', 'Москва', '[القوة', '5]', '–')
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 9 }), (parts) => {
        const name = parts.join(' ')
        const asked = new Set<string>()
        const settings = nameSettings(text(name), (part, size, _weight, rightToLeft) => {
          asked.add(`${part} ${rightToLeft}`)
          return part.length * size * 0.5
        })
        for (const line of settings.flat()) {
          expect(line.rightToLeft).toBe(isRightToLeft(name))
          expect(asked).toContain(`${line.text} ${line.rightToLeft}`)
        }
      })
    )
  })

  it('are told apart from the native name, which runs its own way', () => {
    const [lines] = nameSettings({ ...text('Hmeimim Air Base'), native: '(2) قاعدة حميميم' }, (part) => part.length)
    expect(lines?.map(({ rightToLeft }) => rightToLeft)).toEqual([false, true])
  })
})
