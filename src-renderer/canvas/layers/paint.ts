import type { SvgElement } from '@core/drawing/svg-element'
import type { Context } from '../labels/type'

/** What an element hands on to those inside it. */
interface Ink {
  readonly fill: string
  readonly stroke: string
  readonly width: number
  readonly fillOpacity: number
  readonly strokeOpacity: number
}

const DEFAULT: Ink = { fill: 'black', stroke: 'none', width: 1, fillOpacity: 1, strokeOpacity: 1 }

/** Draws an element of ours on a canvas, as SVG would: symbols and marks, which must not wait for a picture to load. */
export function paint(context: Context, { tag, attributes, children = [] }: SvgElement, inherited = DEFAULT): void {
  const ink = inkOf(attributes, inherited)
  context.save()
  transform(context, String(attributes.transform ?? ''))
  if (attributes['stroke-linecap'] === 'round') context.lineCap = 'round'
  if (attributes['stroke-linejoin'] === 'round') context.lineJoin = 'round'
  const path = pathOf(tag, attributes)
  if (path) fillAndStroke(context, path, ink, String(attributes['stroke-dasharray'] ?? ''))
  for (const child of children) paint(context, child, ink)
  context.restore()
}

function inkOf(attributes: SvgElement['attributes'], inherited: Ink): Ink {
  return {
    fill: String(attributes.fill ?? inherited.fill),
    stroke: String(attributes.stroke ?? inherited.stroke),
    width: Number(attributes['stroke-width'] ?? inherited.width),
    fillOpacity: Number(attributes['fill-opacity'] ?? inherited.fillOpacity),
    strokeOpacity: Number(attributes['stroke-opacity'] ?? inherited.strokeOpacity)
  }
}

function transform(context: Context, text: string) {
  for (const [, name, values = ''] of text.matchAll(/(translate|scale)\(([^)]*)\)/g)) {
    const [x = 0, y] = values.split(/[ ,]+/).map(Number)
    if (name === 'translate') context.translate(x, y ?? 0)
    else context.scale(x, y ?? x)
  }
}

function pathOf(tag: SvgElement['tag'], attributes: SvgElement['attributes']): Path2D | undefined {
  const number = (name: string) => Number(attributes[name] ?? 0)
  const path = new Path2D(tag === 'path' ? String(attributes.d) : undefined)
  switch (tag) {
    case 'path':
      return path
    case 'circle':
      path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI)
      return path
    case 'ellipse':
      path.ellipse(number('cx'), number('cy'), number('rx'), number('ry'), 0, 0, 2 * Math.PI)
      return path
    case 'rect':
      path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'))
      return path
    case 'line':
      path.moveTo(number('x1'), number('y1'))
      path.lineTo(number('x2'), number('y2'))
      return path
    case 'polyline':
    case 'polygon':
      for (const [, x, y] of String(attributes.points).matchAll(/(-?[\d.]+)[ ,]+(-?[\d.]+)/g))
        path.lineTo(Number(x), Number(y))
      if (tag === 'polygon') path.closePath()
      return path
    default:
      return undefined
  }
}

function fillAndStroke(context: Context, path: Path2D, ink: Ink, dashes: string) {
  if (ink.fill !== 'none') {
    context.fillStyle = ink.fill
    context.globalAlpha = ink.fillOpacity
    context.fill(path)
  }
  if (ink.stroke === 'none') return
  context.strokeStyle = ink.stroke
  context.globalAlpha = ink.strokeOpacity
  context.lineWidth = ink.width
  context.setLineDash(dashes.split(/[ ,]+/).filter(Boolean).map(Number))
  context.stroke(path)
}
