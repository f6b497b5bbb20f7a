import type { FigureOptions, FigureRequest } from '@core/contract/contract'
import { dateProblem } from '@core/records/dates'
import type { View } from '@core/records/records'
import type { App } from '../../state/app.svelte'

export type Format = 'png' | 'svg'

/** Widths that people ask for, px. */
export const SIZES = [
  { id: 'half', label: 'Half a column', width: 800 },
  { id: 'column', label: 'Report column', width: 1600 },
  { id: 'slide', label: 'Slide', width: 1920 },
  { id: 'poster', label: 'Poster', width: 4800 }
] as const

const LEAST_WIDTH = 200
const MOST_WIDTH = 12_000

/** What the user has chosen about a figure of the view as it is in the window. */
export class FigureChoices {
  format = $state<Format>('png')
  theme = $state<FigureOptions['theme']>('light')
  width = $state('1600')
  title = $state('')
  legend = $state(true)
  sources = $state(true)
  asOf = $state('')
  readonly #app: App

  readonly size: string = $derived.by(() => SIZES.find(({ width }) => String(width) === this.width.trim())?.id ?? 'own')

  /** What is wrong with a choice, in one sentence. */
  readonly problem: string | undefined = $derived.by(() => {
    const width = Number(this.width)
    if (this.format === 'png' && !(Number.isInteger(width) && width >= LEAST_WIDTH && width <= MOST_WIDTH))
      return `The width is a whole number from ${LEAST_WIDTH} to ${MOST_WIDTH}.`
    return this.asOf.trim() && dateProblem(this.asOf.trim()) ? 'The date cannot be read yet.' : undefined
  })

  constructor(app: App) {
    this.#app = app
    const { record } = app.view
    this.title = record.title ?? ''
    this.asOf = record.asOf ?? ''
  }

  get options(): FigureOptions {
    const { record } = this.#app.view
    const asOf = this.asOf.trim()
    const title = this.title.trim()
    return {
      theme: this.theme,
      width: this.problem || this.format === 'svg' ? 1600 : Number(this.width),
      legend: this.legend,
      sources: this.sources,
      clock: record.clock ?? 'world',
      ...(title !== (record.title ?? '') && { title }),
      ...(asOf !== '' && { asOf })
    }
  }

  get request(): FigureRequest {
    const { doc, view } = this.#app
    const { asOf, ...current } = view.current
    // A date that was cleared is no date at all, not the view's own.
    const shown: View = this.asOf.trim() === '' ? current : { ...current, ...(asOf !== undefined && { asOf }) }
    return { handle: doc.handle, view: shown, options: this.options }
  }
}
