import type { Body } from '@core/drawing/geometry'
import { outlinePath } from '@core/drawing/outline'
import type { DrawingTheme } from '@core/drawing/palette'
import { drawSymbol } from '@core/drawing/symbols'
import type { Sight } from './lines-layer'
import type { Sprites } from './sprites'

/** Draws the symbols, those that step back first. */
export function drawSymbols(
  context: CanvasRenderingContext2D,
  sight: Sight,
  theme: DrawingTheme,
  sprites: Sprites
): void {
  const { stage, emphasis, box, palette } = sight
  const back: string[] = []
  const front: string[] = []
  for (const [id, { x, y, radius }] of stage.bodies) {
    const far = 2 * radius
    if (x + far < box.left || x - far > box.right || y + far < box.top || y - far > box.bottom) continue
    const list = emphasis.dimming && !emphasis.litEntities.has(id) ? back : front
    list.push(id)
  }
  for (const id of back) one(id, true)
  for (const id of front) one(id, false)

  function one(id: string, dimmed: boolean) {
    const body = stage.bodies.get(id)
    const symbol = stage.picture.entities.get(id)?.symbol
    if (!body || !symbol) return
    const radius = Math.round(body.radius * 8) / 8
    const key = `${symbol.id} ${symbol.colour} ${radius} ${theme} ${dimmed}`
    sprites.draw(context, key, body.x, body.y, () => ({
      // A dimmed symbol is hollow: without a ground the lines below would show through.
      element: {
        tag: 'g',
        attributes: {},
        children: [
          ...(dimmed ? [ground(body, radius, palette.canvas)] : []),
          drawSymbol(symbol, { theme, radius, dimmed })
        ]
      },
      reach: farthest(body) * radius + 1
    }))
  }
}

const farthest = ({ outline: { reach } }: Body) => Math.max(reach.left, reach.right, reach.top, reach.bottom)

const ground = ({ outline }: Body, radius: number, fill: string) => ({
  tag: 'path' as const,
  attributes: { d: outlinePath(outline, radius), fill }
})
