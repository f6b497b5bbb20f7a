import { parentPort } from 'node:worker_threads'
import type { FigureOptions } from '@core/figure/figure-options'
import type { Size } from '@core/figure/preview-size'
import { figureFormat } from '@core/formats/formats'
import { Graph } from '@core/graph/graph'
import type { AnyRecord, View } from '@core/records/records'
import { connect } from '../graph-worker/messages'
import { drawFigure, type Figure, figureFile, pngHeight, previewPng } from './figure'

// The thread in which the window's figures are drawn, so that nothing which draws holds up what saves. The built file of this
// module is what studio.ts runs.

/** What is to be made of a figure: a look at it, or a file in a format of the table. */
export type Wanted = { readonly as: 'preview'; readonly room: Size } | { readonly as: 'file'; readonly format: string }

/** A finished figure as bytes, with its sizes. */
export interface Drawn {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  readonly pngHeight: number
  readonly svgBytes: number
  readonly notes: readonly string[]
}

/** What this thread is asked: the records of one figure part by part, then the figure. */
export type FigureThread = {
  begin(title: string, extra: ReadonlyMap<string, unknown>): void
  take(records: readonly AnyRecord[]): void
  draw(view: View, options: FigureOptions, wanted: Wanted): Promise<Drawn>
}

if (!parentPort) throw new Error('Figures are drawn in a thread of their own.')

let building = Graph.building('', new Map(), 0)

connect<FigureThread, Record<string, never>>(parentPort, {
  begin(title, extra) {
    building = Graph.building(title, extra, 1000)
  },
  take(records) {
    building.add(records)
  },
  async draw(view, options, wanted) {
    const figure = drawFigure(building.finish(), view, options)
    building = Graph.building('', new Map(), 0)
    const bytes = await bytesOf(figure, options, wanted)
    const { width, height, notes } = figure
    return {
      bytes,
      width,
      height,
      notes,
      pngHeight: pngHeight(figure, options),
      svgBytes: Buffer.byteLength(figure.svg)
    }
  }
})

function bytesOf(figure: Figure, options: FigureOptions, wanted: Wanted): Promise<Buffer> {
  if (wanted.as === 'preview') return previewPng(figure, wanted.room)
  const format = figureFormat(wanted.format)
  if (!format) throw new RangeError(`There is no format ${wanted.format}.`)
  return figureFile(figure, format, options)
}
