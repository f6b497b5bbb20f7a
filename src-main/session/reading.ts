import { randomUUID } from 'node:crypto'
import type { Output } from '@core/contract/contract'
import { partsOf } from '@core/contract/parts'
import type { Graph } from '@core/graph/graph'
import { StoreError } from '../stores/store'

/** A graph at one moment, handed to the window part by part. */
export class Reading {
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
