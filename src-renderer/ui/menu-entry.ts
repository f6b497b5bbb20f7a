import type { IconNode } from 'lucide'

/** A line of a menu. */
export interface MenuEntry {
  readonly label: string
  readonly icon?: IconNode
  /** One hover away: what it means. */
  readonly hint?: string | undefined
  readonly keys?: string
  /** At the right, in a calmer ink: a count. */
  readonly note?: string
  /** A tick stands before what holds; undefined where it is no choice. */
  readonly checked?: boolean
  /** Takes something away. */
  readonly danger?: boolean
  readonly onselect: () => void
}
