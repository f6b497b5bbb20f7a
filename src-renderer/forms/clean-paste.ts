import { withoutInvisibles } from '@core/text/invisible'

/** Has what is pasted into a field come without signs that nobody sees and no script needs; a password comes as it is. */
export function cleanPaste(event: ClipboardEvent): void {
  const field = event.target
  if (event.defaultPrevented || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  if (field.type === 'password' || field.readOnly || field.disabled) return
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const cleaned = withoutInvisibles(text)
  if (cleaned === text) return
  event.preventDefault()
  // In this way it can be undone like everything typed.
  if (document.execCommand?.(cleaned === '' ? 'delete' : 'insertText', false, cleaned)) return
  field.setRangeText(cleaned, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
