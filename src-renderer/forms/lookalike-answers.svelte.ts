import { lookalikes } from '@core/queries/lookalikes'
import type { Hit } from '@core/queries/search'
import type { App } from '../state/app.svelte'

/** Which entities a name may mean already, and of which the user has said that it does not. */
export class LookalikeAnswers {
  #notThese = $state.raw<ReadonlySet<string>>(new Set())
  readonly #alike: readonly Hit[]
  /** The first one that the user has not answered yet. */
  readonly open: Hit | undefined = $derived.by(() => this.#alike.find(({ entity }) => !this.#notThese.has(entity.id)))
  /** Those that the name resembles and that it does not mean, by id. */
  readonly apart: readonly string[] = $derived.by(() =>
    this.#alike.flatMap(({ entity }) => (this.#notThese.has(entity.id) ? [entity.id] : []))
  )

  /** `name` is what is typed now, or blank while there is nothing to ask; `except` is the entity that has it. */
  constructor({ document, search }: App, name: () => string, except?: string) {
    this.#alike = $derived.by(() =>
      name().trim() === '' ? [] : lookalikes(document.graph, search.index, name(), { ...(except && { except }) })
    )
  }

  notThis(id: string) {
    this.#notThese = new Set([...this.#notThese, id])
  }

  get snapshot() {
    return [...this.#notThese]
  }
}
