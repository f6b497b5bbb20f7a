import type { Attachment } from 'svelte/attachments'

const GAP = 4
const EDGE = 8

/**
 * Hangs a list from a field: as wide, below it, or above where there is more room. It is moved into `target`, because
 * what scrolls round the field would cut it off.
 */
export function hangFrom(field: () => HTMLElement | undefined, target: () => HTMLElement): Attachment<HTMLElement> {
  return (list) => {
    target().append(list)
    const place = () => {
      const box = field()?.getBoundingClientRect()
      if (!box) return
      const below = innerHeight - box.bottom - GAP - EDGE
      const above = box.top - GAP - EDGE
      const under = below >= Math.min(list.scrollHeight, 200) || below >= above
      list.style.left = `${box.left}px`
      list.style.width = `${box.width}px`
      list.style.maxHeight = `${Math.max(60, Math.min(280, under ? below : above))}px`
      list.style.top = under ? `${box.bottom + GAP}px` : ''
      list.style.bottom = under ? '' : `${innerHeight - box.top + GAP}px`
    }
    place()
    const observer = new ResizeObserver(place)
    const anchor = field()
    if (anchor) observer.observe(anchor)
    addEventListener('resize', place)
    addEventListener('scroll', place, true)
    return () => {
      observer.disconnect()
      removeEventListener('resize', place)
      removeEventListener('scroll', place, true)
      list.remove()
    }
  }
}
