import type { AsOf } from '../evidence/asked'
import { isDate } from '../records/dates'
import type { View } from '../records/records'

/** The dates and clock of a view. Without a date every claim counts, and so it is where the date cannot be read. */
export const viewDate = ({
  asOf,
  clock,
  publishedBy,
  recordedBy
}: Pick<View, 'asOf' | 'clock' | 'publishedBy' | 'recordedBy'>): AsOf => ({
  ...(isDate(asOf) && { asOf }),
  ...(isDate(publishedBy) && { publishedBy }),
  ...(isDate(recordedBy) && { recordedBy }),
  ...(clock && { clock })
})
