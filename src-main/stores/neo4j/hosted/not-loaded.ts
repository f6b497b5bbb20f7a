import { StoreError } from '../../store'
import type { NotLoaded } from './load'
import * as messages from './messages'

/** Why a graph was not loaded, for the user. */
export function notLoaded(name: string, why: NotLoaded): StoreError {
  switch (why.kind) {
    case 'none':
      return new StoreError(messages.noGraph(name))
    case 'not-whole':
      return new StoreError(messages.notWhole(name))
    case 'newer':
      return new StoreError(messages.newer(name, why.layout))
    case 'unreadable': {
      const problems = why.problems.slice(0, MOST_PROBLEMS).map((message) => ({ message }))
      return new StoreError(messages.unreadable(name, why.problems.length), { problems })
    }
  }
}

const MOST_PROBLEMS = 100
