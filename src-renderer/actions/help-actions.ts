import { CircleHelp } from 'lucide'
import { type Action, shows } from './action'

/** The menu Help. */
export const HELP_ACTIONS: readonly Action[] = [
  {
    id: 'help',
    section: 'help',
    label: 'Keys and mouse',
    icon: CircleHelp,
    keys: ['?', 'F1'],
    run: shows({ kind: 'help' })
  }
]
