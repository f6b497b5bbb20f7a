import type { SvgElement } from '@core/scene/svg-element'

/** Draws an element of ours on a canvas, as SVG would: for marks, which are many and must not wait for a picture to load. */
export function paint(context: CanvasRenderingContext2D, { tag, attributes, children = [] }: SvgElement): void {
  context.save()
  transform(context, String(attributes.transform ?? ''))
  if (attributes['stroke-linecap'] === 'round') context.lineCap = 'round'
  if (attributes['stroke-linejoin'] === 'round') context.lineJoin = 'round'
  const path = pathOf(tag, attributes)
  if (path) fillAndStroke(context, path, attributes)
  for (const child of children) paint(context, child)
  context.restore()
}

function transform(context: CanvasRenderingContext2D, text: string) {
  for (const [, name, values = ''] of text.matchAll(/(translate|scale)\(([^)]*)\)/g)) {
    const [x = 0, y = x] = values.split(/[ ,]+/).map(Number)
    if (name === 'translate') context.translate(x, y)
    else context.scale(x, y)
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
    case 'rect':
      path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'))
      return path
    default:
      return undefined
  }
}

function fillAndStroke(context: CanvasRenderingContext2D, path: Path2D, attributes: SvgElement['attributes']) {
  const { fill = 'black', stroke } = attributes
  if (fill !== 'none') {
    context.fillStyle = String(fill)
    context.fill(path)
  }
  if (stroke === undefined) return
  context.strokeStyle = String(stroke)
  context.lineWidth = Number(attributes['stroke-width'] ?? 1)
  context.setLineDash(
    String(attributes['stroke-dasharray'] ?? '')
      .split(/[ ,]+/)
      .filter(Boolean)
      .map(Number)
  )
  context.stroke(path)
}
