import type { AsOf } from '../evidence/rules'
import { isDate } from '../records/dates'
import type { View } from '../records/records'

/** The date and clock of a view. Without a date every claim counts, and so it is where the date cannot be read. */
export const viewDate = ({ asOf, clock }: Pick<View, 'asOf' | 'clock'>): AsOf => ({
  ...(isDate(asOf) && { asOf }),
  ...(clock && { clock })
})
