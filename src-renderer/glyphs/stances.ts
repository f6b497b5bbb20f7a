import type { Stance } from '@core/records/records'
import { Ban, CircleCheck, CircleHelp, type IconNode } from 'lucide'

/** The icon and the ink of each stance; its word goes with them. */
export const STANCES: Readonly<Record<Stance, { readonly icon: IconNode; readonly ink: string }>> = {
  supports: { icon: CircleCheck, ink: 'var(--supports)' },
  denies: { icon: Ban, ink: 'var(--denies)' },
  uncertain: { icon: CircleHelp, ink: 'var(--uncertain)' }
}
