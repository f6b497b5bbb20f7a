import { cleanPaste } from '@renderer/forms/clean-paste'
import { afterEach, beforeEach, expect, it } from 'vitest'

beforeEach(() => window.addEventListener('paste', cleanPaste as never))
afterEach(() => {
  window.removeEventListener('paste', cleanPaste as never)
})

function pasted(text: string, type = 'text', tag: 'input' | 'textarea' = 'input') {
  const field = document.createElement(tag)
  if (field instanceof HTMLInputElement) field.type = type
  field.value = 'Was here'
  document.body.append(field)
  field.setSelectionRange(4, 8)
  let inputs = 0
  field.addEventListener('input', () => inputs++)
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
    clipboardData: { getData: () => text }
  })
  field.dispatchEvent(event)
  return { value: field.value, isOurs: event.defaultPrevented, inputs }
}

it('comes without signs that nobody sees, in the place of what was selected', () => {
  expect(pasted('Mo\u00adsul\u200b')).toEqual({ value: 'Was Mosul', isOurs: true, inputs: 1 })
  expect(pasted('\ufeffMosul\u2060', '', 'textarea').value).toBe('Was Mosul')
  expect(pasted('\u200b')).toEqual({ value: 'Was ', isOurs: true, inputs: 1 })
})

it('is left to the browser where nothing is to be taken out, and in a password', () => {
  for (const text of ['Mosul', 'می\u200cخواهم', '👩\u200d👩\u200d👧']) expect(pasted(text).isOurs).toBe(false)
  expect(pasted('pass\u200bword', 'password').isOurs).toBe(false)
})
