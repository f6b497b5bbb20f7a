import { lookalikes } from '@core/queries/lookalikes'
import type { Hit } from '@core/queries/search'
import type { App } from '../state/app.svelte'

/** Which entities a name may mean already, and of which the user has said that it does not. */
export class LookalikeAnswers {
  #notThese = $state.raw<ReadonlySet<string>>(new Set())
  readonly #found: { readonly hits: readonly Hit[]; readonly waiting: boolean }
  /** The first one that the user has not answered yet. */
  readonly open: Hit | undefined = $derived.by(() =>
    this.#found.hits.find(({ entity }) => !this.#notThese.has(entity.id))
  )
  /** Those that the name resembles and that it does not mean, by id. */
  readonly apart: readonly string[] = $derived.by(() =>
    this.#found.hits.flatMap(({ entity }) => (this.#notThese.has(entity.id) ? [entity.id] : []))
  )

  /** `name` is what is typed now, or blank while there is nothing to ask; `except` is the entity that has it. */
  constructor({ doc, search }: App, name: () => string, except?: string) {
    this.#found = $derived.by(() => {
      let waiting = false
      const find = (text: string, options?: { readonly most?: number }) => {
        const hits = search.find(text, options)
        waiting ||= hits === undefined
        return hits ?? []
      }
      const hits = name().trim() === '' ? [] : lookalikes(doc.graph, { find }, name(), { ...(except && { except }) })
      return { hits, waiting }
    })
  }

  /** Why the answer has to wait, in a sentence; in a large graph looking takes a moment. */
  get waiting(): string | undefined {
    return this.#found.waiting ? 'Looking whether something is called like that already.' : undefined
  }

  notThis(id: string) {
    this.#notThese = new Set([...this.#notThese, id])
  }

  get snapshot() {
    return [...this.#notThese]
  }
}
