import type { Change } from '@core/change/change'
import { type Refusal, refuse } from '@core/change/refusal'
import { claimsOf, setCredibility, setProperty, setSource, setTag, setType } from '@core/commands/many'
import { type ReplacedName, replacedNames, replaceInNames } from '@core/commands/replace-in-names'
import { SourceChoice } from '../../forms/source-choice.svelte'
import type { App } from '../../state/app.svelte'

/** What can be set for many at once. */
export const WHAT = [
  { value: 'type', label: 'Type' },
  { value: 'tag', label: 'Tag' },
  { value: 'property', label: 'Property' },
  { value: 'grade', label: 'Grade' },
  { value: 'source', label: 'Source' },
  { value: 'names', label: 'Names' }
] as const

export type What = (typeof WHAT)[number]['value']

/** One edit of many entities while it is being put together. */
export class ManyDraft {
  what = $state<What>('type')
  type = $state('')
  tag = $state('')
  tagDeed = $state<'add' | 'remove'>('add')
  property = $state('')
  value = $state('')
  credibility = $state('')
  find = $state('')
  replace = $state('')
  matchCase = $state(false)
  wholeWord = $state(false)
  readonly source: SourceChoice
  /** Ids; undefined for all entities of the graph, of which only names are changed. */
  readonly entities: readonly string[] | undefined
  readonly #app: App

  constructor(app: App, entities: readonly string[] | undefined) {
    this.#app = app
    this.entities = entities
    this.source = new SourceChoice(app)
    if (!entities) this.what = 'names'
  }

  /** The claims that a grade or a source is given to. */
  readonly claims: ReadonlySet<string> = $derived.by(() => claimsOf(this.#app.doc.graph, this.entities ?? []))

  /** The names that would change. */
  readonly names: readonly ReplacedName[] = $derived.by(() =>
    this.what === 'names' ? replacedNames(this.#app.doc.graph, this.#replacement, this.entities) : []
  )

  readonly change: Change | Refusal = $derived.by(() => {
    const { graph } = this.#app.doc
    const ids = this.entities ?? []
    switch (this.what) {
      case 'type':
        return this.type === '' ? refuse('Choose a type.', 'type') : setType(graph, ids, this.type)
      case 'tag':
        return setTag(graph, ids, this.tag, this.tagDeed === 'add')
      case 'property':
        return setProperty(graph, ids, this.property, this.value.trim())
      case 'grade':
        return this.credibility === ''
          ? refuse('Choose a grade.', 'credibility')
          : setCredibility(graph, this.claims, Number(this.credibility))
      case 'source':
        return this.source.id === undefined
          ? refuse('Choose one of the sources of this graph.', 'source')
          : setSource(graph, this.claims, this.source.id)
      case 'names':
        return replaceInNames(graph, this.#replacement, this.entities)
    }
  })

  get #replacement() {
    const { find, replace, matchCase, wholeWord } = this
    return { find, replace, matchCase, wholeWord }
  }
}
