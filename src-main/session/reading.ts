import { randomUUID } from 'node:crypto'
import type { Output } from '@core/contract/contract'
import { partsOf } from '@core/contract/parts'
import type { Graph } from '@core/graph/graph'
import { StoreError } from '../stores/store'

/** The most readings of one graph at once: a window that is reloaded never ends the one before. */
const MOST = 3

/** What the window is reading of one graph. */
export class Readings {
  /** The latest last. */
  #readings: readonly Reading[] = []

  /** Begins to read a graph as it is now; answers the id of the reading. */
  begin(graph: Graph): string {
    const reading = new Reading(graph)
    this.#readings = [...this.#readings.slice(1 - MOST), reading]
    return reading.id
  }

  /** The next part of a reading. Throws StoreError when the reading is over or it is not that part's turn. */
  read(id: string, part: number): Output<'graph:read'> {
    const found = this.#readings.find((one) => one.id === id)
    if (!found) throw new StoreError('The graph has been opened anew since, so that this reading of it is over.')
    const read = found.read(part)
    if (!read.more) this.#readings = this.#readings.filter((one) => one !== found)
    return read
  }
}

/** A graph at one moment, handed to the window part by part. */
class Reading {
  readonly id = randomUUID()
  readonly #parts: Iterator<string>
  #ahead: IteratorResult<string>
  #next = 0

  constructor(graph: Graph) {
    this.#parts = partsOf(graph)
    this.#ahead = this.#parts.next()
  }

  /** The next part. Throws StoreError when it is not that one's turn. */
  read(part: number): Output<'graph:read'> {
    if (part !== this.#next || this.#ahead.done)
      throw new StoreError('That part of the graph is not there to be read any more. Open the graph again.')
    const records = this.#ahead.value
    this.#next++
    this.#ahead = this.#parts.next()
    return { records, more: !this.#ahead.done }
  }
}
