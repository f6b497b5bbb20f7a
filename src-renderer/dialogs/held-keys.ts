/** What is typed while something is being loaded. It is kept for that, and from everything else. */
export class HeldKeys {
  readonly #held: KeyboardEvent[] = []
  #isTyping = false

  constructor() {
    addEventListener('keydown', this.#hold, true)
  }

  /** Types all of it where the focus is then; what is typed meanwhile comes after it. */
  async release(): Promise<void> {
    for (let event = this.#held.shift(); event; event = this.#held.shift()) {
      this.#isTyping = true
      type(event)
      this.#isTyping = false
      // A key may open what the next one is for.
      await Promise.resolve()
    }
    this.drop()
  }

  /** Lets keys pass again; what was held is forgotten. */
  drop(): void {
    removeEventListener('keydown', this.#hold, true)
  }

  #hold = (event: KeyboardEvent) => {
    if (event.isComposing || this.#isTyping) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.#held.push(event)
  }
}

function type(event: KeyboardEvent) {
  const target = focused()
  const again = new KeyboardEvent('keydown', { ...initOf(event), bubbles: true, cancelable: true, composed: true })
  if (target.dispatchEvent(again) && isTyping(event)) typeInto(target, event.key)
}

/** What has the focus; an editor may have it in a shadow of its own. */
function focused(): Element {
  let at = document.activeElement ?? document.body
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at
}

const initOf = ({
  key,
  code,
  location,
  repeat,
  ctrlKey,
  shiftKey,
  altKey,
  metaKey
}: KeyboardEvent): KeyboardEventInit => ({
  ...{ key, code, location, repeat },
  ...{ ctrlKey, shiftKey, altKey, metaKey }
})

const isTyping = ({ key, ctrlKey, metaKey }: KeyboardEvent) =>
  (key === 'Backspace' || [...key].length === 1) && !ctrlKey && !metaKey

function typeInto(field: Element, key: string) {
  // An editor hears only of what is typed as the browser itself would.
  if (field instanceof HTMLElement && field.isContentEditable)
    return void (key === 'Backspace' ? document.execCommand('delete') : document.execCommand('insertText', false, key))
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.readOnly) return
  const end = field.selectionEnd ?? field.value.length
  const start = field.selectionStart ?? end
  if (key !== 'Backspace') field.setRangeText(key, start, end, 'end')
  else field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
