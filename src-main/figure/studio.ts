import { setImmediate as breathe } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { drawnPart } from '@core/figure/drawn-part'
import type { FigureOptions } from '@core/figure/figure-options'
import { figureRecords } from '@core/figure/figure-records'
import type { Graph } from '@core/graph/graph'
import type { View } from '@core/records/records'
import { connect, type Line } from '../graph-worker/messages'
import type { Drawn, FigureThread, Wanted } from './figure-thread'

const FAILED =
  'The figure could not be drawn: the part of Entente that draws has stopped. Nothing else is affected; try again.'

/** Draws the figures of the window, in a thread of its own and one after the other: the thread that asks goes on saving meanwhile. */
export class Studio {
  readonly #entry: string
  #turn: Promise<unknown> = Promise.resolve()
  #running: { readonly line: Line<FigureThread>; readonly worker: Worker } | undefined

  /** `entry` is the built file of figure-thread.ts. */
  constructor(entry: string) {
    this.#entry = entry
  }

  /** The figure of a view of a graph as it is now. Rejects with a message for the user. */
  draw(graph: Graph, view: View, options: FigureOptions, wanted: Wanted): Promise<Drawn> {
    const done = this.#turn.then(() => this.#draw(graph, view, options, wanted))
    this.#turn = done.catch(() => {})
    return done
  }

  /** Ends the thread, whatever it is at. */
  async close(): Promise<void> {
    const worker = this.#running?.worker
    this.#running = undefined
    await worker?.terminate()
  }

  async #draw(graph: Graph, view: View, options: FigureOptions, wanted: Wanted): Promise<Drawn> {
    const line = this.#line()
    const part = drawnPart(graph, view)
    const neo4j = graph.extra.get('neo4j')
    await line.ask('begin', graph.title, new Map(neo4j === undefined ? [] : [['neo4j', neo4j]]))
    for (const records of figureRecords(graph, part.view)) {
      await line.ask('take', records)
      await breathe()
    }
    const drawn = await line.ask('draw', part.view, options, wanted)
    return { ...drawn, notes: [...part.notes, ...drawn.notes] }
  }

  #line(): Line<FigureThread> {
    if (this.#running) return this.#running.line
    const worker = new Worker(this.#entry, { name: 'figures' })
    // A thread that waits for its next figure does not keep the program running.
    worker.unref()
    const line = connect<Record<string, never>, FigureThread>(worker, {})
    const gone = () => {
      line.cut(new Error(FAILED))
      if (this.#running?.worker === worker) this.#running = undefined
    }
    worker.on('error', gone)
    worker.on('exit', gone)
    this.#running = { line, worker }
    return line
  }
}
