import type { NewGraph, NewPlace } from '@core/contract/beginning'
import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { Name } from '@core/records/text'
import { readJson } from '@core/text/json'
import { graphWith, VOCABULARIES, vocabularyOf } from '@core/vocabularies/vocabularies'
import type { Client } from '../../client'

/** The id of the choice to begin like another graph. */
export const LIKE = 'like'

/** A graph that is to be begun: its title, where it is kept, and the types that it begins with. */
export class NewGraphForm {
  title = $state('')
  place = $state.raw<NewPlace>()
  /** The id of a vocabulary, or LIKE. */
  choice = $state<string>(VOCABULARIES[0].id)
  /** Why the last attempt came to nothing. */
  problem = $state<string>()
  #like = $state.raw<{ readonly handle: string; readonly name: string; readonly graph: Graph }>()
  /** Whether the user has chosen the place, so that it no longer follows the title. */
  #isChosen = false
  #asked = 0
  readonly #client: Client

  /** A graph of the types that it begins with. */
  readonly types: Graph = $derived.by(() => {
    if (this.choice === LIKE) return this.#like?.graph ?? Graph.of('', [])
    const vocabulary = vocabularyOf(this.choice)
    return vocabulary ? graphWith(vocabulary, '') : Graph.of('', [])
  })
  /** The name of the file whose types are taken over. */
  readonly likeName: string | undefined = $derived.by(() => this.#like?.name)
  readonly missing: string | undefined = $derived.by(() => {
    const title = this.title.trim()
    if (title === '') return 'A title is needed: it heads figures.'
    const checked = Name.safeParse(title)
    if (!checked.success) return `The title ${checked.error.issues[0]?.message}.`
    if (this.place?.taken) return 'There is already a file of that name. Choose another place, or open it.'
    if (this.choice === LIKE && !this.#like) return 'Choose the graph whose types are to be taken over.'
    return this.place ? undefined : 'Looking for a place …'
  })

  constructor(client: Client) {
    this.#client = client
  }

  /** Keeps the place named after the title, until one is chosen. */
  async follow() {
    if (this.#isChosen) return
    const turn = ++this.#asked
    const place = await this.#client.request('new:place', { title: this.title.slice(0, MOST) })
    if (turn === this.#asked && !this.#isChosen) this.place = place
  }

  async choosePlace() {
    const { place } = await this.#client.request('new:choose', { title: this.title.slice(0, MOST) })
    if (!place) return
    this.#isChosen = true
    this.place = place
    this.problem = undefined
  }

  async chooseLike() {
    const result = await this.#client.request('new:like', {})
    if (result.outcome === 'failed') this.problem = result.message
    if (result.outcome !== 'read') return
    const records: readonly AnyRecord[] = readJson(result.types) as never
    this.#like = { handle: result.handle, name: result.title || result.name, graph: Graph.of('', records) }
    this.choice = LIKE
    this.problem = undefined
  }

  /** What main is asked to make. */
  get request(): NewGraph | undefined {
    if (this.missing !== undefined || !this.place) return undefined
    const vocabulary = VOCABULARIES.find(({ id }) => id === this.choice)
    const beginning = vocabulary ? { vocabulary: vocabulary.id } : { like: this.#like?.handle ?? '' }
    return { title: this.title.trim().normalize('NFC'), place: this.place.handle, beginning }
  }
}

/** As much of a title as a file name could need. */
const MOST = 2_000
