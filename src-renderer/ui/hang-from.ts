import { autoUpdate, computePosition, flip, offset, size } from '@floating-ui/dom'
import type { Attachment } from 'svelte/attachments'

const GAP = 4
const EDGE = 8

/** A list that is no longer than this stays below the field if it has room there, px. */
const SHORT = 200
/** Between these heights a list takes what room there is, px. */
const LEAST = 60
const MOST = 280

/** Allows the list at least this height, and at most the room that there is on its side of the field. */
const allow = (least: number) =>
  size({
    padding: EDGE,
    apply: ({ availableHeight, elements, rects }) => {
      elements.floating.style.width = `${rects.reference.width}px`
      elements.floating.style.maxHeight = `${Math.max(least, Math.min(MOST, availableHeight))}px`
    }
  })

/**
 * Hangs a list from a field: as wide, below it, or above where there is more room. It is moved into `target`, because
 * what scrolls round the field would cut it off.
 */
export function hangFrom(field: () => HTMLElement | undefined, target: () => HTMLElement): Attachment<HTMLElement> {
  return (list) => {
    target().append(list)
    const anchor = field()
    if (!anchor) return () => list.remove()
    const place = async () => {
      const { x, y } = await computePosition(anchor, list, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [
          offset(GAP),
          allow(SHORT),
          flip({ padding: EDGE, crossAxis: false, fallbackStrategy: 'bestFit' }),
          allow(LEAST)
        ]
      })
      list.style.left = `${x}px`
      list.style.top = `${y}px`
    }
    const stop = autoUpdate(anchor, list, () => void place())
    return () => {
      stop()
      list.remove()
    }
  }
}
