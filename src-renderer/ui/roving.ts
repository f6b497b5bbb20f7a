import type { Attachment } from 'svelte/attachments'

const ITEMS = '[data-roving]'

/** One stop of the Tab key for a whole list: inside it the arrows go from one `data-roving` element to the next, Home and End to the ends. */
export function roving(): Attachment<HTMLElement> {
  return (list) => {
    let current: HTMLElement | undefined
    const items = () => [...list.querySelectorAll<HTMLElement>(ITEMS)]

    function settle(wanted?: HTMLElement) {
      const all = items()
      const kept = current && all.includes(current) ? current : undefined
      current = wanted ?? kept ?? all.find((item) => item.getAttribute('aria-current') === 'true') ?? all[0]
      for (const item of all) item.tabIndex = item === current ? 0 : -1
    }

    function focused({ target }: FocusEvent) {
      if (target instanceof HTMLElement && target.matches(ITEMS)) settle(target)
    }

    function keyed(event: KeyboardEvent) {
      const all = items()
      const at = all.indexOf(document.activeElement as HTMLElement)
      if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return
      const to = new Map([
        ['ArrowDown', at + 1],
        ['ArrowUp', at - 1],
        ['Home', 0],
        ['End', all.length - 1]
      ]).get(event.key)
      if (to === undefined) return
      event.preventDefault()
      all[Math.min(all.length - 1, Math.max(0, to))]?.focus()
    }

    settle()
    const watching = new MutationObserver(() => settle())
    watching.observe(list, { childList: true, subtree: true })
    list.addEventListener('focusin', focused)
    list.addEventListener('keydown', keyed)
    return () => {
      watching.disconnect()
      list.removeEventListener('focusin', focused)
      list.removeEventListener('keydown', keyed)
    }
  }
}
