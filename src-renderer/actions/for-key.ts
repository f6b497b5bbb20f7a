import type { App } from '../state/app.svelte'
import type { Action } from './action'
import { ACTIONS, canRun } from './actions'
import { type KeyPress, matches, onMac } from './keys'

/** The action that a key press asks for here and now: none behind a dialog, and in a text field only what is no typing. */
export function actionForKey(event: KeyboardEvent, app: App): Action | undefined {
  if (app.dialogs.open || event.defaultPrevented || event.isComposing) return undefined
  const { typing, pressing } = placeOf(event.target)
  return ACTIONS.find((action) => {
    const keys = action.keys?.filter((key) => matches(key, event, onMac())) ?? []
    if (keys.length === 0 || !canRun(action, app)) return false
    if (typing && !(action.whileTyping && isChord(event))) return false
    return !(pressing && event.key === 'Enter')
  })
}

const isChord = ({ ctrlKey, metaKey }: KeyPress) => ctrlKey || metaKey

/** Whether the target takes letters as text (a field, a list with type-ahead), or Enter as a press. */
function placeOf(target: EventTarget | null): { readonly typing: boolean; readonly pressing: boolean } {
  if (!(target instanceof Element)) return { typing: false, pressing: false }
  const field = target.closest(
    'input, textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=menu]'
  )
  const toggle = field instanceof HTMLInputElement && ['checkbox', 'radio', 'range', 'button'].includes(field.type)
  return {
    typing: field !== null && !toggle,
    pressing:
      target.closest('button, a, summary, input, [role=button], [role=link], [role=option], [role=row]') !== null
  }
}
