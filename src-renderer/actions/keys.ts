/** A keyboard shortcut in Electron's words: `CmdOrCtrl+Shift+Z`, `N`, `Plus`, `?`. */
export type Shortcut = string

/** What a key event says that a shortcut cares about; a KeyboardEvent is one. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const SYMBOLS = new Map([
  ['Plus', '+'],
  ['Esc', 'Escape'],
  ['Space', ' ']
])

/** What stands on these keys of a Latin keyboard, plain and with shift. */
const KEYS_BY_PLACE = new Map([
  ['Slash', '/?'],
  ['Equal', '=+'],
  ['Minus', '-_'],
  ['Period', '.>'],
  ['Comma', ',<'],
  ['Semicolon', ';:']
])

/** Whether the press is this shortcut, on a Latin, Arabic or Cyrillic keyboard alike. */
export function matches(shortcut: Shortcut, press: KeyPress, mac: boolean): boolean {
  const { key, primary, shift, alt } = parse(shortcut)
  const [held, external] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  if (held !== primary || external || press.altKey !== alt) return false
  // Where ? or + stands differs from keyboard to keyboard, and with it whether it takes shift; a letter or a named key is clear.
  const shiftMatters = key.length > 1 || /[a-z]/i.test(key)
  return latinKey(press) === key.toLowerCase() && (!shiftMatters || press.shiftKey === shift)
}

/** The shortcut as a user reads it: `Ctrl Shift Z`, or `⌘ ⇧ Z` on a Mac. */
export function shownKeys(shortcut: Shortcut, mac = onMac()): string {
  const { key, primary, shift, alt } = parse(shortcut)
  const cap = key === 'Escape' ? 'Esc' : key === '-' ? '−' : key.length === 1 ? key.toUpperCase() : key
  return [primary && (mac ? '⌘' : 'Ctrl'), shift && (mac ? '⇧' : 'Shift'), alt && (mac ? '⌥' : 'Alt'), cap]
    .filter((word) => word !== false)
    .join(' ')
}

export const onMac = (): boolean => /mac/i.test(navigator.platform)

function parse(shortcut: Shortcut) {
  const parts = shortcut.split('+')
  const last = parts.pop() ?? ''
  return {
    key: SYMBOLS.get(last) ?? last,
    primary: parts.includes('CmdOrCtrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt')
  }
}

/** The key by what it writes, or, where that is no Latin character (ى, т), by where it stands. */
function latinKey({ key, code, shiftKey }: KeyPress): string {
  if (key.length > 1 || /[\x20-\x7e]/.test(key)) return key.toLowerCase()
  const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? KEYS_BY_PLACE.get(code)?.[shiftKey ? 1 : 0]
  return (place ?? key).toLowerCase()
}
