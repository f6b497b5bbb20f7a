/** Puts text on the clipboard, on the user's click: the way that asks for no permission, because the page has none. */
export function copyText(text: string): boolean {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', fill, { once: true, capture: true })
  const copied = document.execCommand('copy')
  document.removeEventListener('copy', fill, { capture: true })
  return copied
}
