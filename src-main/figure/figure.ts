import type { FigureOptions } from '@core/figure/figure-options'
import { previewSize, type Size } from '@core/figure/preview-size'
import { makeScene, type Scene } from '@core/figure/scene'
import { sceneToSvg } from '@core/figure/svg'
import type { FigureFormat } from '@core/formats/formats'
import type { Graph } from '@core/graph/graph'
import type { View } from '@core/records/records'
import { renderAsync } from '@resvg/resvg-js'
import { fontFiles } from './fonts'
import { isHeld, measureText } from './metrics'

/** A finished figure. Sizes in pixels at scale 1; `notes` says which labels found no free place, and which signs no font has. */
export interface Figure {
  readonly scene: Scene
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly notes: readonly string[]
}

/** The most pixels of a PNG; each takes four bytes while it is drawn. */
const MOST_PIXELS = 200_000_000

/** The most pixels of a preview, which is drawn again on each choice. */
const MOST_SHOWN = 8_000_000

/** Draws a figure, for the window and the command line: the same input gives the same bytes. */
export function drawFigure(graph: Graph, view: View, options: FigureOptions): Figure {
  const scene = makeScene(graph, view, options, measureText, isHeld)
  return { scene, svg: sceneToSvg(scene), width: scene.width, height: scene.height, notes: scene.notes }
}

/** The bytes of a figure's file. Rejects with a message for the user if it is too large to be made. */
export async function figureFile(
  figure: Figure,
  { pixels, write }: FigureFormat,
  options: Pick<FigureOptions, 'width'>
): Promise<Buffer> {
  return pixels ? figurePng(figure, options) : Buffer.from((await write())(figure.scene))
}

/** Height of a figure's PNG at a width, in pixels. */
export const pngHeight = ({ width, height }: Figure, { width: wanted }: Pick<FigureOptions, 'width'>): number =>
  Math.max(1, Math.round((height * wanted) / width))

/** The figure as a PNG of exactly that width, with the bundled fonts only. Rejects with a message for the user if it is too large. */
export async function figurePng(figure: Figure, options: Pick<FigureOptions, 'width'>): Promise<Buffer> {
  const height = pngHeight(figure, options)
  if (height * options.width > MOST_PIXELS)
    throw new Error(
      `The picture would be ${options.width} × ${height} pixels, more than can be made. Choose a smaller width, or SVG.`
    )
  const image = await renderAsync(figure.svg, {
    fitTo: { mode: 'width', value: options.width },
    font: { fontFiles: [...fontFiles()], loadSystemFonts: false, defaultFontFamily: 'Inter' },
    logLevel: 'off'
  })
  return image.asPng()
}

/** The same picture as a preview that fits the room; a very long one is made smaller. */
export function previewPng(figure: Figure, room: Size): Promise<Buffer> {
  const most = Math.floor(Math.sqrt((MOST_SHOWN * figure.width) / figure.height))
  const width = Math.round(previewSize(figure, room).width)
  return figurePng(figure, { width: Math.max(1, Math.min(width, most)) })
}
