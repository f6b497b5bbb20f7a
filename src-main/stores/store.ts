import type { Change } from '@core/change/change'
import type { Graph } from '@core/graph/graph'
import type { Problem } from '@core/text/problem-messages'

/** Where a graph is saved. Changes go one at a time, in order; callers wait for each before the next. */
export interface Store {
  /** The name in the title bar: that of the file or database. */
  readonly name: string
  /** The graph as last saved. */
  readonly graph: Graph
  /** Why nothing can be saved here, as a message; undefined when it can. */
  readonly readOnly: string | undefined
  /** Saves a change. Resolves when it is durable; rejects with StoreError when none of it is saved. */
  commit(change: Change): Promise<void>
  /** Waits for pending work, then closes files and connections. */
  close(): Promise<void>
}

/** A store could not do what was asked. The message is for the user: what, where, and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  /** What is wrong with the file, record by record, where that is the reason. */
  readonly problems: readonly Problem[]
  /** Whether nothing can be saved any more. */
  readonly isFinal: boolean

  constructor(
    message: string,
    {
      problems = [],
      isFinal = false,
      cause
    }: { problems?: readonly Problem[]; isFinal?: boolean; cause?: unknown } = {}
  ) {
    super(message, { cause })
    this.problems = problems
    this.isFinal = isFinal
  }
}
