import type { SourceFields } from '@core/commands/sources'
import type { Reliability, Source } from '@core/records/records'
import type { App } from '../state/app.svelte'
import { enteredDate } from './date-entry'

/** Where a claim comes from: a source that the graph has, or a new one. */
export class SourceChoice {
  id = $state<string>()
  /** What is typed: part of a source's title, or the title of a new one. */
  text = $state('')
  /** Whether the user has said that the text is the title of a new source. */
  isNew = $state(false)
  publisher = $state('')
  published = $state('')
  url = $state('')
  /** Of the source, old or new; as it is kept with it. */
  reliability = $state<Reliability>('F')
  readonly #app: App

  readonly source: Source | undefined = $derived.by(() =>
    this.id === undefined ? undefined : this.#app.doc.graph.get('source', this.id)
  )
  readonly isEmpty = $derived.by(() => this.id === undefined && this.text.trim() === '')
  /** The grade that a source which is already there would get; undefined where it stays. */
  readonly regraded: Reliability | undefined = $derived.by(() =>
    this.source && this.source.reliability !== this.reliability ? this.reliability : undefined
  )

  constructor(app: App, id?: string) {
    this.#app = app
    if (id !== undefined) this.use(id)
  }

  use(id: string) {
    const source = this.#app.doc.graph.get('source', id)
    this.id = id
    this.isNew = false
    this.text = source?.title ?? id
    this.reliability = source?.reliability ?? 'F'
  }

  typed() {
    if (this.id !== undefined) this.reliability = 'F'
    this.id = undefined
  }

  clear() {
    this.typed()
    this.text = ''
  }

  makeNew() {
    this.isNew = true
  }

  /** The fields of a new source. */
  get fields(): SourceFields {
    const { text, publisher, published, url, reliability } = this
    return { title: text, publisher, published: enteredDate(published), url, reliability }
  }

  get snapshot() {
    return [this.id, this.text, this.isNew, this.publisher, this.published, this.url, this.reliability]
  }
}
