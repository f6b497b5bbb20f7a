import type { SvgElement } from '../drawing/svg-element'
import type { Scene } from './scene'
import { ROOT_FAMILY } from './text-element'

/** A scene as an SVG document (SVG 1.1, well-formed XML 1.0): self-contained, without scripts, styles or links. */
export function sceneToSvg({ width, height, title, description, background, elements }: Scene): string {
  const page: readonly SvgElement[] =
    background === undefined ? [] : [{ tag: 'rect', attributes: { width, height, fill: background } }]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escaped(ROOT_FAMILY)}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    ...[...page, ...elements].map(elementToSvg),
    '</svg>',
    ''
  ].join('\n')
}

/** One element and what is inside it as XML text. */
function elementToSvg({ tag, attributes, children = [], text }: SvgElement): string {
  const names = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
  const inside = (text === undefined ? '' : escaped(text)) + children.map(elementToSvg).join('')
  return inside === '' ? `<${tag}${names.join('')}/>` : `<${tag}${names.join('')}>${inside}</${tag}>`
}

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;']
])

/** Text for XML 1.0: what it cannot hold even escaped (section 2.2, Char) is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (char) => ENTITIES.get(char) ?? char)
}
