import { setApart } from '@core/text/typesetting'
import type { App } from '../../state/app.svelte'
import { count } from '../../ui/count'
import { DatabaseSearch } from './database-search.svelte'
import {
  ADD_NAMED,
  actionResults,
  type EntityResult,
  entityResults,
  isCalled,
  MOST_FOUND,
  type RecentFile,
  type Result
} from './results'

/** Lines of the palette under one head. */
export interface Group {
  readonly title: string
  readonly lines: readonly Result[]
}

/** What the palette offers for a text. */
export class Findings {
  readonly #app: App
  readonly #text: () => string
  /** What the database that is explored answers, if one is. */
  readonly database: DatabaseSearch
  recent = $state.raw<readonly RecentFile[]>([])
  /** What was found last stays while the next is looked for. */
  #before: readonly EntityResult[] = []
  /** The entities, undefined until they are known. */
  readonly answer = $derived.by(() => entityResults(this.#app, this.#text()))
  readonly typed = $derived.by(() => this.#text().trim())
  readonly entities: readonly EntityResult[] = $derived.by(() => {
    this.#before = this.typed === '' ? [] : (this.answer ?? this.#before)
    return this.answer ?? this.#before
  })
  readonly #actions = $derived.by(() => actionResults(this.#app, this.#text(), this.recent))
  readonly #called = $derived(this.entities.some(({ hit }) => hit && isCalled(hit)))
  readonly #doable = $derived(this.#actions.some(({ id }) => id !== ADD_NAMED))
  /** What the database has beside what stands among the names: by another property it may know what is in the graph already. */
  readonly #there = $derived.by(() => {
    const named = new Set(this.entities.flatMap(({ entity, hit }) => (hit && isCalled(hit) ? [entity.id] : [])))
    return this.database.lines.filter(({ entity }) => entity === undefined || !named.has(entity))
  })
  /** Whether nothing that is known is what was typed, neither a name nor an action; a database may know more while it is open. */
  readonly nothing = $derived.by(() => {
    const { typed, answer, database } = this
    const isThere = this.#called || this.#doable || database.lines.length > 0 || database.waiting
    return typed !== '' && answer !== undefined && !isThere
  })
  /** Whether what stands first now will stay first: while the database is asked, it may know what nothing here is called. */
  readonly settled = $derived.by(
    () => this.answer !== undefined && (this.#called || !this.database.waiting || this.database.sure)
  )
  readonly nearest = $derived.by(() => {
    const { entity, hit } = this.entities[0] ?? {}
    if (!entity || !hit) return ''
    const alias = hit.nameKind === 'name' ? '' : ` (${setApart(hit.text)})`
    return `Nearest: ${setApart(entity.name)}${alias}.`
  })
  /** How many were found of how many. */
  readonly counts = $derived.by(() => {
    const { length } = this.entities
    return `${count(length)}${length === MOST_FOUND ? ' or more' : ''} of ${count(this.#app.doc.graph.all('entity').size)}`
  })
  /** Names come first, unless none is what was typed and an action is. */
  readonly groups: readonly Group[] = $derived.by(() => {
    const title = this.typed ? (this.#called ? 'Entities' : 'Nearest names') : 'Most connected'
    const names: Group = { title, lines: this.entities }
    const doings: Group = { title: 'Actions', lines: this.#actions }
    const there: Group = { title: `In ${this.#app.external.name}`, lines: this.#there }
    const nearest = this.#called || this.typed === '' ? [names, there] : [there, names]
    const order = this.typed && !this.#called && this.#doable ? [doings, ...nearest] : [...nearest, doings]
    return order.filter(({ lines }) => lines.length > 0)
  })
  readonly results: readonly Result[] = $derived(this.groups.flatMap(({ lines }) => lines))

  constructor(app: App, text: () => string) {
    this.#app = app
    this.#text = text
    this.database = new DatabaseSearch(app)
  }
}
