import { PALETTES } from '@core/drawing/palette'
import { STATUS_STYLES } from '@core/drawing/statuses'
import { NOTHING, placeSteps } from '@renderer/canvas/labels/labels'
import { emphasisOf, hoverOf } from '@renderer/canvas/layers/emphasis'
import { drawLabels } from '@renderer/canvas/layers/labels-layer'
import { drawLines, type Sight } from '@renderer/canvas/layers/lines-layer'
import { Sprites } from '@renderer/canvas/layers/sprites'
import { drawSymbols } from '@renderer/canvas/layers/symbols-layer'
import { describe, expect, it } from 'vitest'
import { measure, stageOfBases } from '../picture-of-bases'
import { recordingContext, withPictures } from '../recording-context'

const ALL = { left: -1000, top: -1000, right: 1000, bottom: 1000 }
const NOWHERE = { left: 5000, top: 5000, right: 5100, bottom: 5100 }
const palette = PALETTES.light

/** What is in sight of the bases, with this selected. */
function sightOf(entities: readonly string[] = [], relation?: string, box = ALL): Sight {
  const stage = stageOfBases()
  const emphasis = emphasisOf(stage.picture, new Set(entities), relation)
  const steps = placeSteps(stage, emphasis, ALL, measure, NOTHING)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return { stage, emphasis, hover: hoverOf(stage.picture, undefined), placements: [step.value], palette, box }
}

describe('the lines', () => {
  const strokes = (sight: Sight) => {
    withPictures()
    const { context, drawn } = recordingContext()
    drawLines(context, sight)
    return drawn.filter(({ call, given }) => call === 'stroke' && given.length > 0)
  }

  it('are each drawn as the status of its relation says', () => {
    const sight = sightOf()
    const styles = [...sight.stage.picture.relations.values()].map(({ status }) => STATUS_STYLES[status].line)
    expect(strokes(sight).map(({ dash }) => dash.join())).toEqual(styles.map(({ dash = [] }) => dash.join()))
    expect(new Set(strokes(sight).map(({ stroke }) => stroke))).toEqual(new Set([palette.edge]))
  })

  it('step back where they are not lit; the selected one comes last, and is the thickest', () => {
    const drawn = strokes(sightOf(['hmeimim'], 'r-leaves'))
    expect(drawn.map(({ stroke }) => stroke)).toEqual([palette.dimEdge, palette.edgeHi, palette.edgeHi, palette.accent])
    expect(drawn.at(-1)?.width).toBe(Math.max(...drawn.map(({ width }) => Number(width))))
  })

  it('are left out where they are out of sight', () => {
    expect(strokes(sightOf([], undefined, NOWHERE))).toEqual([])
  })
})

describe('the symbols', () => {
  it('are drawn above those that step back, each painted once for all frames', () => {
    const count = withPictures()
    const [sprites, sight] = [new Sprites(), sightOf(['hmeimim'])]
    const first = recordingContext()
    drawSymbols(first.context, sight, 'light', sprites)
    expect(first.drawn).toHaveLength(4)
    // Tartus alone is not lit.
    const [, left, top, side] = (first.drawn[0]?.given ?? []).map(Number)
    const { x, y } = sight.stage.bodies.get('tartus') ?? { x: Number.NaN, y: Number.NaN }
    expect([(left ?? 0) + (side ?? 0) / 2, (top ?? 0) + (side ?? 0) / 2]).toEqual([x, y])
    const { painted } = count
    drawSymbols(recordingContext().context, sight, 'light', sprites)
    expect(count.painted).toBe(painted)
    drawSymbols(recordingContext().context, sight, 'dark', sprites)
    expect(count.painted).toBe(2 * painted)
  })

  it('are left out where they are out of sight', () => {
    withPictures()
    const { context, drawn } = recordingContext()
    drawSymbols(context, sightOf([], undefined, NOWHERE), 'light', new Sprites())
    expect(drawn).toEqual([])
  })
})

describe('the labels', () => {
  const texts = (sight: Sight) => {
    withPictures()
    const { context, drawn } = recordingContext()
    drawLabels(context, sight, 'light', new Sprites())
    return drawn
  }

  it('are every placed name and word, names on a ground of their own that is drawn first', () => {
    const sight = sightOf()
    const drawn = texts(sight)
    const [labels] = sight.placements.map(({ labels }) => labels)
    const names = [...(labels?.names.values() ?? [])].flatMap(({ lines }) => lines.map(({ text }) => text))
    const words = [...(labels?.words.values() ?? [])].flatMap(({ word }) => (word ? [word.text] : []))
    const written = (call: string) => drawn.filter((one) => one.call === call).map(({ given: [text] }) => text)
    expect(written('fillText').sort()).toEqual([...names, ...words].sort())
    expect(written('strokeText').sort()).toEqual(names.sort())
    for (const name of names) {
      const of = drawn.filter(({ given: [text] }) => text === name).map(({ call }) => call)
      expect(of.slice(0, 2)).toEqual(['strokeText', 'fillText'])
    }
  })

  it('of what steps back are calmer', () => {
    const drawn = texts(sightOf(['hmeimim'])).filter(({ call }) => call === 'fillText')
    const ink = (name: string) => drawn.find(({ given: [text] }) => String(text).startsWith(name))?.fill
    expect([ink('Tartus'), ink('Russia'), ink('Hmeimim')]).toEqual([palette.dimLabel, palette.ink, palette.ink])
  })

  it('are left out where they are out of sight', () => {
    expect(texts(sightOf([], undefined, NOWHERE))).toEqual([])
  })
})
