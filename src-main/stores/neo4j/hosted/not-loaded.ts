import { StoreError } from '../../store'
import type { NotLoaded } from './load'
import * as words from './messages'

/** Why a graph was not loaded, for the user. */
export function notLoaded(name: string, why: NotLoaded): StoreError {
  switch (why.kind) {
    case 'none':
      return new StoreError(words.noGraph(name))
    case 'not-whole':
      return new StoreError(words.notWhole(name))
    case 'newer':
      return new StoreError(words.newer(name, why.layout))
    case 'unreadable': {
      const problems = why.problems.slice(0, MOST_PROBLEMS).map((message) => ({ message }))
      return new StoreError(words.unreadable(name, why.problems.length), { problems })
    }
  }
}

const MOST_PROBLEMS = 100
