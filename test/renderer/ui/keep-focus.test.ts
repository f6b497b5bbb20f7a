import { keepFocus } from '@renderer/ui/keep-focus'
import fc from 'fast-check'
import { expect, it } from 'vitest'

/** A dialog with these parts, in this order. */
function dialogOf(parts: readonly ('field' | 'button')[]) {
  const root = document.createElement('div')
  root.tabIndex = -1
  const body = document.createElement('div')
  body.className = 'body'
  body.append(...parts.map((part) => document.createElement(part === 'field' ? 'input' : 'button')))
  root.append(body)
  document.body.append(root)
  return { root, all: [...body.children] as HTMLElement[] }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

it('stays inside whatever goes: at the field that had it last, else the one before, else the first, else the button in its place', async () => {
  const parts = fc.array(fc.constantFrom('field' as const, 'button' as const), { minLength: 2, maxLength: 8 })
  const flags = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(parts, fc.nat(), fc.nat(), flags, async (all, earlier, at, goes) => {
      const { root, all: elements } = dialogOf(all)
      const end = keepFocus(root)
      const had = at % elements.length
      const first = elements[earlier % elements.length]
      first?.focus()
      elements[had]?.focus()
      const left = elements.filter((_, index) => index !== had && !goes[index])
      for (const element of elements) if (!left.includes(element)) element.remove()
      await settled()
      const fields = left.filter((element) => element.matches('input'))
      const before = fields.filter((field) => elements.indexOf(field) < had)
      const place = elements.slice(0, had).filter((element) => element.matches('button')).length
      const last = first?.matches('input') && left.includes(first) && all[had] === 'button' ? first : undefined
      const expected =
        last ?? before.at(-1) ?? fields[0] ?? left[Math.min(all[had] === 'button' ? place : 0, left.length - 1)]
      expect(document.activeElement).toBe(expected ?? root)
      end()
      root.remove()
    }),
    { numRuns: 60 }
  )
})

it('is left where it is while that is there', async () => {
  const { root, all } = dialogOf(['field', 'button', 'button'])
  const end = keepFocus(root)
  all[1]?.focus()
  all[2]?.remove()
  await settled()
  expect(document.activeElement).toBe(all[1])
  end()
})

it('comes to the field in which it stood, wherever it was before', async () => {
  const { root, all } = dialogOf(['field', 'field'])
  const end = keepFocus(root)
  const box = document.createElement('div')
  box.className = 'field-box'
  const clear = document.createElement('button')
  all[1]?.before(box)
  box.append(all[1] as HTMLElement, clear)
  all[0]?.focus()
  clear.focus()
  clear.remove()
  await settled()
  expect(document.activeElement).toBe(all[1])
  end()
})
