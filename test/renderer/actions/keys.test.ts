import { matches, shownKeys } from '@renderer/actions/keys'
import { describe, expect, it } from 'vitest'

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more
})

describe('matches', () => {
  it('takes a letter without regard to caps lock, but with regard to shift', () => {
    expect(matches('N', press('n'), false)).toBe(true)
    expect(matches('N', press('N'), false)).toBe(true)
    expect(matches('N', press('N', { shiftKey: true }), false)).toBe(false)
  })

  it('takes Ctrl elsewhere and Cmd on a Mac, and neither for the other', () => {
    expect(matches('CmdOrCtrl+K', press('k', { ctrlKey: true }), false)).toBe(true)
    expect(matches('CmdOrCtrl+K', press('k', { metaKey: true }), true)).toBe(true)
    expect(matches('CmdOrCtrl+K', press('k', { metaKey: true }), false)).toBe(false)
    expect(matches('CmdOrCtrl+K', press('k', { ctrlKey: true, altKey: true }), false)).toBe(false)
    expect(matches('CmdOrCtrl+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
    expect(matches('N', press('n', { ctrlKey: true }), false)).toBe(false)
  })

  it('takes ? and + wherever the keyboard has them', () => {
    expect(matches('?', press('?', { shiftKey: true }), false)).toBe(true)
    expect(matches('?', press('?'), false)).toBe(true)
    expect(matches('Plus', press('+', { shiftKey: true }), false)).toBe(true)
  })

  it('takes the place of a key that writes Arabic or Cyrillic', () => {
    expect(matches('N', press('ى', { code: 'KeyN' }), false)).toBe(true)
    expect(matches('CmdOrCtrl+K', press('л', { code: 'KeyK', ctrlKey: true }), false)).toBe(true)
    expect(matches('?', press('؟', { code: 'Slash', shiftKey: true }), false)).toBe(true)
    expect(matches('N', press('ن', { code: 'KeyK' }), false)).toBe(false)
  })

  it('takes what a Latin key writes over where it stands', () => {
    expect(matches('Z', press('z', { code: 'KeyY' }), false)).toBe(true)
    expect(matches('Y', press('z', { code: 'KeyY' }), false)).toBe(false)
  })
})

describe('shownKeys', () => {
  it.each([
    ['CmdOrCtrl+Shift+Z', 'Ctrl Shift Z', '⌘ ⇧ Z'],
    ['Plus', '+', '+'],
    ['-', '−', '−'],
    ['Esc', 'Esc', 'Esc'],
    ['n', 'N', 'N'],
    ['F2', 'F2', 'F2']
  ])('%s', (shortcut, elsewhere, onMac) => {
    expect(shownKeys(shortcut, false)).toBe(elsewhere)
    expect(shownKeys(shortcut, true)).toBe(onMac)
  })
})
