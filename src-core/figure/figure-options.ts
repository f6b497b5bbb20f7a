import { z } from 'zod'
import { EdtfDate } from '../records/dates'
import { Clock } from '../records/records'

/** What a figure shows and how; the same choices as the command line's `entente export`. */
export const FigureOptions = z.object({
  theme: z.enum(['light', 'dark', 'transparent']).default('light'),
  /** Pixels of the finished PNG, edge to edge. */
  width: z.int().min(200).max(12_000).default(1600),
  title: z.string().max(500).optional(),
  legend: z.boolean().default(true),
  sources: z.boolean().default(true),
  asOf: EdtfDate.optional(),
  clock: Clock.default('world')
})

export type FigureOptions = z.infer<typeof FigureOptions>
