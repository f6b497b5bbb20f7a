import type { FigureRequest } from '@core/contract/contract'
import { FIGURE_WIDTH, type FigureOptions } from '@core/figure/figure-options'
import { DEFAULT_FIGURE_FORMAT, figureFormat } from '@core/formats/formats'
import { isDate } from '@core/records/dates'
import { typedDate } from '@core/records/dates-typed'
import type { View } from '@core/records/records'
import type { App } from '../../state/app.svelte'

/** Widths that people ask for, px. */
export const SIZES = [
  { id: 'half', label: 'Half a column', width: 800 },
  { id: 'column', label: 'Report column', width: 1600 },
  { id: 'slide', label: 'Slide', width: 1920 },
  { id: 'poster', label: 'Poster', width: 4800 }
] as const

/** What the user has chosen about a figure of the view as it is in the window. */
export class FigureChoices {
  format = $state(DEFAULT_FIGURE_FORMAT)
  theme = $state<FigureOptions['theme']>('light')
  width = $state(String(FIGURE_WIDTH.usual))
  title = $state('')
  legend = $state(true)
  sources = $state(true)
  asOf = $state('')
  readonly #app: App
  /** The only ones that are in it, by id; absent: all that the view shows. */
  readonly entities: readonly string[] | undefined
  /** The date as EDTF, where it can be read. */
  readonly #date: string = $derived.by(() => typedDate(this.asOf))

  readonly size: string = $derived.by(() => SIZES.find(({ width }) => String(width) === this.width.trim())?.id ?? 'own')

  /** Whether it is made of pixels, so that a width has to be chosen. */
  readonly pixels: boolean = $derived.by(() => figureFormat(this.format)?.pixels === true)

  /** What is wrong with a choice, in one sentence. */
  readonly problem: string | undefined = $derived.by(() => {
    const width = Number(this.width)
    if (this.pixels && !(Number.isInteger(width) && width >= FIGURE_WIDTH.least && width <= FIGURE_WIDTH.most))
      return `The width is a whole number from ${FIGURE_WIDTH.least} to ${FIGURE_WIDTH.most}.`
    return this.#date !== '' && !isDate(this.#date) ? 'The date cannot be read yet.' : undefined
  })

  constructor(app: App, entities?: readonly string[]) {
    this.#app = app
    this.entities = entities
    const { record } = app.view
    this.title = record.title ?? ''
    this.asOf = isDate(record.asOf) ? record.asOf : ''
  }

  get options(): FigureOptions {
    const { record } = this.#app.view
    const asOf = this.#date
    const title = this.title.trim()
    return {
      theme: this.theme,
      width: this.problem || !this.pixels ? FIGURE_WIDTH.usual : Number(this.width),
      legend: this.legend,
      sources: this.sources,
      clock: record.clock ?? 'world',
      ...(title !== (record.title ?? '') && { title }),
      ...(asOf !== '' && { asOf })
    }
  }

  get request(): FigureRequest {
    const { doc, view } = this.#app
    const { asOf, ...current } = { ...view.current, ...(this.entities && { entities: [...this.entities].sort() }) }
    // A date that was cleared is no date at all, not the view's own.
    const shown: View = this.asOf.trim() === '' ? current : { ...current, ...(asOf !== undefined && { asOf }) }
    return { handle: doc.handle, view: shown, options: this.options }
  }
}
