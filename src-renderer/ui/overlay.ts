import { getContext, setContext } from 'svelte'

const KEY = Symbol('overlay')

/** Says where menus, lists and tooltips inside this component are put: a modal dialog makes everything outside itself inert. */
export const provideOverlay = (element: () => HTMLElement | undefined) => setContext(KEY, element)

/** The element into which a floating part goes: the dialog round it, or the page. */
export function overlay(): () => HTMLElement {
  const inside = getContext<(() => HTMLElement | undefined) | undefined>(KEY)
  return () => inside?.() ?? document.body
}
