/** What letters mean something to, and so a space as well: fields (an editor may be one by its role alone), lists with type-ahead, menus. */
const TAKES_LETTERS =
  ':is(input, textarea, select, [contenteditable], [role=textbox], [role=combobox], [role=listbox], [role=menu])'

/**
 * A handler of keydown and keyup that keeps words which were meant for a field from pressing a button: once a letter has been
 * typed on it, a space or Enter is a part of them. It ends when the focus goes elsewhere.
 */
export function strayTyping(): (event: KeyboardEvent) => void {
  let typedOn: EventTarget | null | undefined
  return (event) => {
    const { ctrlKey, metaKey, altKey, key, type } = event
    // Of a field with a shadow of its own, such as an editor, the event would only name the host.
    const [target = event.target] = event.composedPath()
    if (ctrlKey || metaKey || altKey || !(target instanceof Element) || target.closest(TAKES_LETTERS)) return
    if (target !== typedOn) typedOn = undefined
    // A button is pressed by a space when it comes up, by Enter when it goes down.
    if (key === ' ' || key === 'Enter') {
      if (!typedOn) return
      event.preventDefault()
      event.stopPropagation()
    } else if (type === 'keydown' && [...key].length === 1) typedOn = target
    else if (type === 'keydown' && key !== 'Shift') typedOn = undefined
  }
}
