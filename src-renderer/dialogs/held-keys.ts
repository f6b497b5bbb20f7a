/** What is typed while a dialog is being loaded. It is kept for the dialog, and from everything else. */
export class HeldKeys {
  readonly #held: KeyboardEvent[] = []

  constructor() {
    addEventListener('keydown', this.#hold, true)
  }

  /** Types all of it where the focus is now. */
  release(): void {
    this.drop()
    for (const event of this.#held) {
      const target = document.activeElement ?? document.body
      const isUnused = target.dispatchEvent(new KeyboardEvent('keydown', event))
      if (isUnused && isTyping(event)) typeInto(target, event.key)
    }
  }

  /** Lets keys pass again; what was held is forgotten. */
  drop(): void {
    removeEventListener('keydown', this.#hold, true)
  }

  #hold = (event: KeyboardEvent) => {
    if (event.isComposing) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.#held.push(event)
  }
}

const isTyping = ({ key, ctrlKey, metaKey }: KeyboardEvent) =>
  (key === 'Backspace' || [...key].length === 1) && !ctrlKey && !metaKey

function typeInto(field: Element, key: string) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.readOnly) return
  const end = field.selectionEnd ?? field.value.length
  const start = field.selectionStart ?? end
  if (key !== 'Backspace') field.setRangeText(key, start, end, 'end')
  else field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
