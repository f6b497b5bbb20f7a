import { z } from 'zod'
import { EdtfDate } from '../records/dates'
import { Clock } from '../records/records'

/** Width of a figure's PNG, edge to edge, px. */
export const FIGURE_WIDTH = { least: 200, usual: 1600, most: 12_000 } as const

/** The longest title of a figure, characters. */
export const FIGURE_TITLE_MOST = 500

/** What a figure shows and how; the same choices as the command line's `entente export`. */
export const FigureOptions = z.object({
  theme: z.enum(['light', 'dark', 'transparent']).default('light'),
  /** Pixels of the finished PNG, edge to edge. */
  width: z.int().min(FIGURE_WIDTH.least).max(FIGURE_WIDTH.most).default(FIGURE_WIDTH.usual),
  title: z.string().max(FIGURE_TITLE_MOST).optional(),
  legend: z.boolean().default(true),
  sources: z.boolean().default(true),
  /** The dates of relations on their lines; as the view has it unless told. */
  dates: z.boolean().optional(),
  asOf: EdtfDate.optional(),
  clock: Clock.default('world'),
  /** Only what had been published, or recorded, by then; the view's own unless told. */
  publishedBy: EdtfDate.optional(),
  recordedBy: EdtfDate.optional()
})

export type FigureOptions = z.infer<typeof FigureOptions>
