import type { Kept } from '@core/entry/entry'
import type { Step } from './history'

/** An entry of this sitting: the step that it was, and what it said. */
export interface Logged {
  readonly step: Step
  readonly words: string
}

/** How many entries are listed. */
const MOST_LOGGED = 3

/** The bar in which relations are written as lines, with what stays from one line to the next. */
export class QuickEntry {
  isOpen = $state(false)
  line = $state('')
  kept = $state.raw<Kept>({})
  /** Lines that were pasted and are to be looked over; undefined while one line is written. */
  pasted = $state.raw<readonly string[]>()
  log = $state.raw<readonly Logged[]>([])
  /** Counts the calls for the bar, so that each brings the focus back. */
  calls = $state(0)

  show() {
    this.isOpen = true
    this.calls++
  }

  close() {
    this.isOpen = false
  }

  /** Notes an entry, and begins the next line. */
  added(logged: Logged, kept: Kept) {
    this.log = [logged, ...this.log].slice(0, MOST_LOGGED)
    this.kept = kept
  }

  /** Forgets all of one graph where another is opened. */
  forget() {
    this.line = ''
    this.kept = {}
    this.pasted = undefined
    this.log = []
    this.isOpen = false
  }
}
