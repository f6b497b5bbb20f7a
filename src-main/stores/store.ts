import type { Change } from '@core/change/change'
import type { Graph } from '@core/graph/graph'
import type { Problem } from '@core/text/problem-messages'

/** Where a graph is kept. Changes go one at a time, in order; the caller waits for each before the next. */
export interface Store {
  /** What the title bar shows: a file's name, a database's. */
  readonly name: string
  /** The graph as last kept. */
  readonly graph: Graph
  /** Why nothing can be kept here, in a sentence; undefined when it can. */
  readonly readOnly: string | undefined
  /** Keeps a change. Resolves when it is durable; rejects with StoreError when none of it is kept. */
  commit(change: Change): Promise<void>
  /** Waits for what is under way and lets go of files and connections. */
  close(): Promise<void>
}

/** A store could not do what it was asked; the message says what, where and what to do, in words for the user. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  /** What is wrong with the file, record by record, where that is the reason. */
  readonly problems: readonly Problem[]
  /** Whether nothing more can be kept from now on. */
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
