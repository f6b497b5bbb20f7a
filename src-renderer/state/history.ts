import { type Change, invert, mergeAll } from '@core/change/change'
import { overlap } from '@core/change/rebase'
import { isLarge } from './large-change.svelte'

/** One change that the graph has gone through since it was opened. */
export interface Step {
  readonly change: Change
  /** When it was made, as an ISO instant. */
  readonly at: string
  /** Whether another program made it. */
  readonly external?: boolean
  /** Whether it belongs to the step before it, as the place of a new entity does: one undo takes both back. */
  readonly joins?: boolean
}

/** What can be undone, the last one at the end, and what can be done again, the next one at the end. */
export interface History {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

export const NO_HISTORY: History = { done: [], undone: [] }

/** All steps in the order in which they were made; those before `done.length` are in the graph. */
export const stepsOf = ({ done, undone }: History): readonly Step[] => [...done, ...undone.toReversed()]

/**
 * With a new step, which ends what could be done again. One that joins the last step becomes part of it; where that is no step
 * of the user's, it is none of its own either.
 */
export function withStep(history: History, step: Step): History {
  const { done } = history
  if (!step.joins) return { done: [...done, step], undone: [] }
  const last = done.at(-1)
  if (!last || last.external || isLarge(last.change)) return history
  const joined = { ...last, change: mergeAll(last.change.label, [last.change, step.change]) }
  return { done: [...done.slice(0, -1), joined], undone: [] }
}

/** With what another program did: what it did not touch can still be done again. */
export const withExternal = ({ done, undone }: History, step: Step): History => ({
  done: [...done, step],
  undone: undone.some(({ change }) => overlap(change, step.change)) ? [] : undone
})

/** The history with the first n steps done and the others not. */
export function movedTo(history: History, position: number): History {
  const steps = stepsOf(history)
  return { done: steps.slice(0, position), undone: steps.slice(position).toReversed() }
}

/** The change that leads there from where the graph is now, as one. */
export function changeTo(history: History, position: number): Change {
  const steps = stepsOf(history)
  const from = history.done.length
  const way =
    position < from
      ? steps
          .slice(position, from)
          .reverse()
          .map(({ change }) => invert(change))
      : steps.slice(from, position).map(({ change }) => change)
  const [only] = way
  if (only && way.length === 1) return only
  const last = steps[position - 1]?.change.label
  const words = position < from ? 'Back to' : 'Forward to'
  return mergeAll(last === undefined ? 'Back to the graph as opened' : `${words} “${last}”`.slice(0, 500), way)
}
