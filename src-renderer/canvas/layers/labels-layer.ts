import { type Box, grown, overlaps } from '@core/drawing/box'
import type { PlacedName } from '@core/drawing/name-places'
import type { Point } from '@core/drawing/outline'
import type { DrawingTheme } from '@core/drawing/palette'
import { DIMMED_GLYPH, drawGlyph, GLYPH_SIZE } from '@core/drawing/statuses'
import { WORDS } from '@core/drawing/type-sizes'
import type { PlacedWord } from '@core/drawing/word-places'
import { nameDrift, wordDrift } from '../labels/labels'
import { CARD_PAD } from '../labels/on-cards'
import { setType } from '../labels/type'
import type { Sight } from './lines-layer'
import type { Sprites } from './sprites'

/** Width of the ground round a letter, px on each side. */
const GROUND = 3.5

/** Draws what lies over the symbols: names, words and status marks. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  sight: Sight,
  theme: DrawingTheme,
  sprites: Sprites
): void {
  const { stage, placements, box } = sight
  context.setLineDash([])
  context.lineJoin = 'round'
  for (const [order, placement] of placements.entries()) {
    const isToldLater = (id: string) => placements.slice(order + 1).some(({ labels }) => labels.words.has(id))
    const at = ({ x, y }: Point, { box: own }: PlacedName | PlacedWord, draw: () => void) => {
      const moved = { left: own.left + x, right: own.right + x, top: own.top + y, bottom: own.bottom + y }
      if (!overlaps(moved, box)) return
      context.save()
      context.translate(x, y)
      draw()
      context.restore()
    }
    for (const [id, word] of placement.labels.words)
      if (!isToldLater(id))
        at(wordDrift(id, placement, stage), word, () => {
          if (placement.cards.has(id)) drawCard(context, word.box, sight)
          drawWord(context, id, word, sight, theme, sprites)
        })
    for (const [id, name] of placement.labels.names)
      at(nameDrift(id, placement, stage), name, () => {
        if (placement.cards.has(id)) drawCard(context, name.box, sight)
        drawName(context, id, name, sight)
      })
  }
}

/** The ground of a label that stands over others. */
function drawCard(context: CanvasRenderingContext2D, box: Box, { palette }: Sight) {
  const { left, top, right, bottom } = grown(box, CARD_PAD)
  context.fillStyle = palette.canvas
  context.strokeStyle = palette.lineStrong
  context.lineWidth = 1
  context.beginPath()
  context.roundRect(left, top, right - left, bottom - top, 4)
  context.fill()
  context.stroke()
}

function drawName(
  context: CanvasRenderingContext2D,
  id: string,
  { lines }: PlacedName,
  { emphasis, hover, palette }: Sight
) {
  const dimmed = emphasis.dimming && !emphasis.litEntities.has(id) && hover.entity !== id
  context.strokeStyle = palette.canvas
  context.lineWidth = 2 * GROUND
  context.fillStyle = dimmed ? palette.dimLabel : palette.ink
  for (const draw of ['strokeText', 'fillText'] as const)
    for (const { text, size, weight, x, y, anchor, rightToLeft } of lines) {
      setType(context, text, size, weight, rightToLeft)
      context.textAlign = anchor === 'start' ? 'left' : anchor === 'end' ? 'right' : 'center'
      context[draw](text, x, y)
    }
}

function drawWord(
  context: CanvasRenderingContext2D,
  id: string,
  { word, mark }: PlacedWord,
  { stage, emphasis, hover, palette }: Sight,
  theme: DrawingTheme,
  sprites: Sprites
) {
  const drawn = stage.picture.relations.get(id)
  const selected = emphasis.selectedRelation === id
  if (mark && drawn) {
    context.save()
    if (emphasis.dimming && !emphasis.litRelations.has(id) && !hover.relations.has(id))
      context.globalAlpha = DIMMED_GLYPH
    const { status, weak } = drawn
    sprites.draw(context, `${status} ${weak ? 'weak ' : ''}${theme}`, mark.x, mark.y, () => ({
      element: drawGlyph(status, { theme, weak, background: palette.canvas }),
      reach: GLYPH_SIZE / 2 + 2
    }))
    context.restore()
  }
  if (!word) return
  const { size, weight } = selected ? WORDS.selected : WORDS.window
  setType(context, word.text, size, weight)
  context.textAlign = 'left'
  context.fillStyle = selected ? palette.accentInk : palette.edgeLabel
  context.fillText(word.text, word.x, word.y)
}
