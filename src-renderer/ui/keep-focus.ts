/** What takes letters: where typing goes on. */
const FIELDS = ':is(input, textarea, select, [role=combobox]):not(:disabled)'
const BUTTONS = ':is(.body, .footer) button:not(:disabled)'

/** A list that hangs from a field looks after the focus itself. */
const HANGING = '.hanging'

const within = (root: HTMLElement, what: string) =>
  [...root.querySelectorAll<HTMLElement>(what)].filter((at) => at.closest(HANGING) === null)

/**
 * Keeps the focus inside while what had it goes: an answer that was given, a row that was left out. It then is where typing
 * goes on: in the field that it stood in, else the field that had the focus last, else the one before its place, so that Tab
 * goes on from there; where there is none, at the button that took its place in a list. Returns what ends it.
 */
export function keepFocus(root: HTMLElement): () => void {
  let had: HTMLElement | undefined
  let own: HTMLElement | null | undefined
  let last: HTMLElement | undefined
  let before: readonly HTMLElement[] = []
  let place = 0

  const focused = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target.closest(HANGING)) return
    had = target
    own = target.closest('.field-box')?.querySelector<HTMLElement>(FIELDS)
    if (target.matches(FIELDS)) last = target
    const isBefore = (field: HTMLElement) =>
      (field.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    before = within(root, FIELDS).filter(isBefore)
    place = Math.max(0, within(root, BUTTONS).indexOf(target))
  }

  const changed = () => {
    if (document.activeElement !== document.body && document.activeElement !== null) return
    // On its way from one to the next it is nowhere for a moment, and things may change just then.
    if (!had || (root.contains(had) && !had.matches(':disabled'))) return
    const isThere = (field: HTMLElement | null | undefined) => root.contains(field ?? null) && field?.matches(FIELDS)
    const buttons = within(root, BUTTONS)
    const next =
      [own, last].find(isThere) ??
      before.findLast(isThere) ??
      within(root, FIELDS)[0] ??
      buttons[Math.min(place, buttons.length - 1)] ??
      root
    next.focus()
  }

  const observer = new MutationObserver(changed)
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  root.addEventListener('focusin', focused)
  return () => {
    observer.disconnect()
    root.removeEventListener('focusin', focused)
  }
}
