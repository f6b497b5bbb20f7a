import type { Attachment } from 'svelte/attachments'

const TAGS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['text', 'tspan', 'title', 'desc']
])

const FORBIDDEN = /^on|href$|^style$/i

/**
 * Shows a figure's SVG as part of the page, and not as an image: only so is it set in the fonts that the page has loaded,
 * and looks as the file will. Nothing but shapes and text is let in.
 */
export function svgPicture(svg: string): Attachment<HTMLElement> {
  return (element) => {
    const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    if (root.localName !== 'svg') return
    for (const child of [...root.querySelectorAll('*')]) if (!TAGS.has(child.localName)) child.remove()
    for (const each of [root, ...root.querySelectorAll('*')])
      for (const name of each.getAttributeNames()) if (FORBIDDEN.test(name)) each.removeAttribute(name)
    root.querySelector('title')?.remove()
    element.replaceChildren(document.adoptNode(root))
  }
}
