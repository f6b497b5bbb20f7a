import { randomUUID } from 'node:crypto'
import type { Output } from '@core/contract/contract'
import { partsOf } from '@core/contract/parts'
import type { Graph } from '@core/graph/graph'
import { StoreError } from './stores/store'

/** A graph at one moment, handed to the window part by part and let go of after the last one. */
export class Reading {
  readonly id = randomUUID()
  #parts: Iterator<string> | undefined
  #ahead: IteratorResult<string>
  #next = 0

  constructor(graph: Graph) {
    this.#parts = partsOf(graph)
    this.#ahead = this.#parts.next()
  }

  /** The next part. Throws StoreError when it is not that one's turn. */
  read(part: number): Output<'graph:read'> {
    if (part !== this.#next || this.#ahead.done || !this.#parts)
      throw new StoreError('That part of the graph is not there to be read any more. Open the graph again.')
    const records = this.#ahead.value
    this.#next++
    this.#ahead = this.#parts.next()
    if (this.#ahead.done) this.#parts = undefined
    return { records, more: !this.#ahead.done }
  }
}
