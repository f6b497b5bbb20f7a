import type { SourceFields } from '@core/commands/sources'
import { basisOf } from '@core/records/basis'
import { dateText } from '@core/records/date-labels'
import type { Reliability, Source } from '@core/records/records'
import { enteredDate, isNoDate } from '../../forms/date-entry'

/** A source as it is being edited. */
export class SourceDraft {
  title = $state('')
  publisher = $state('')
  published = $state('')
  url = $state('')
  language = $state('')
  reliability = $state<Reliability>('F')
  /** The source that it passes on; empty where it is its own origin. */
  basedOn = $state('')
  /** What is typed of it: part of its title, or all of it once it is chosen. */
  basis = $state('')
  note = $state('')
  readonly #publishedBefore: unknown
  /** What it passes on beside the first; the form leaves these as they are. */
  readonly further: readonly string[]

  readonly missing: string | undefined = $derived.by(() => {
    if (this.title.trim() === '') return 'Give the source a title.'
    if (this.basedOn === '' && this.basis.trim() !== '')
      return 'Choose the source that it passes on, or leave that blank.'
    return isNoDate(this.published, this.#publishedBefore) ? 'The date of the source cannot be read yet.' : undefined
  })

  constructor(source: Source, basis?: Source) {
    this.title = source.title
    this.publisher = source.publisher ?? ''
    this.published = dateText(source.published)
    this.#publishedBefore = source.published
    this.url = source.url ?? ''
    this.language = source.language ?? ''
    this.reliability = source.reliability
    this.further = basisOf(source).slice(1)
    if (basis) this.restOn(basis)
    this.note = source.note ?? ''
  }

  restOn({ id, title }: Source) {
    this.basedOn = id
    this.basis = title
  }

  get fields(): SourceFields {
    const { title, publisher, published, url, language, reliability, basedOn, note } = this
    return {
      title,
      publisher,
      published: enteredDate(published, this.#publishedBefore),
      url,
      language,
      reliability,
      basedOn: this.further.length > 0 ? [basedOn, ...this.further].filter(Boolean) : basedOn,
      note
    }
  }
}
