import type { SourceFields } from '@core/commands/sources'
import { basisOf } from '@core/records/basis'
import { plainFields } from '@core/records/fields'
import type { Reliability, Source } from '@core/records/records'
import { PlainDraft } from '../../forms/plain-draft.svelte'

/** A source as it is being edited. */
export class SourceDraft {
  title = $state('')
  reliability = $state<Reliability>('F')
  /** The source that it passes on; empty where it is its own origin. */
  basedOn = $state('')
  /** What is typed of it: part of its title, or all of it once it is chosen. */
  basis = $state('')
  readonly plain: PlainDraft
  /** What it passes on beside the first; the form leaves these as they are. */
  readonly further: readonly string[]

  readonly missing: string | undefined = $derived.by(() => {
    if (this.title.trim() === '') return 'Give the source a title.'
    if (this.basedOn === '' && this.basis.trim() !== '')
      return 'Choose the source that it passes on, or leave that blank.'
    return this.plain.missing
  })

  constructor(source: Source, basis?: Source) {
    this.title = source.title
    this.reliability = source.reliability
    this.plain = new PlainDraft(plainFields('source'), source)
    this.further = basisOf(source).slice(1)
    if (basis) this.restOn(basis)
  }

  restOn({ id, title }: Source) {
    this.basedOn = id
    this.basis = title
  }

  get fields(): SourceFields {
    const { title, reliability, basedOn, plain } = this
    return {
      title,
      reliability,
      basedOn: this.further.length > 0 ? [basedOn, ...this.further].filter(Boolean) : basedOn,
      ...plain.fields
    }
  }
}
