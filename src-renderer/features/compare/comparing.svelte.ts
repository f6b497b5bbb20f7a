import { same } from '@core/change/change'
import { type Deed, deedOf } from '@core/change/differences'
import { isRefusal } from '@core/change/refusal'
import { takeOver } from '@core/commands/take-over'
import { readChange } from '@core/formats/entente/read-change'
import type { Edit } from '@core/graph/graph'
import type { Kind, RecordOf } from '@core/records/records'
import { readJson } from '@core/text/json'
import { type Find, subjectOf } from '@core/view/field-labels'
import type { App } from '../../state/app.svelte'

/** What another file says otherwise, and what is taken over from it. */
export class Comparing {
  name = $state('')
  problem = $state<string>()
  /** Of which deed differences are shown. */
  shown = $state<Deed | 'all'>('all')
  /** How many more there are than were sent. */
  leftOut = $state(0)
  title = $state<string>()
  #edits = $state.raw<readonly Edit[]>()
  readonly #app: App

  /** What still differs; undefined until the file is read. */
  readonly differing: readonly Edit[] | undefined = $derived.by(() => {
    const { graph } = this.#app.doc
    return this.#edits?.filter(({ before, after }) => {
      const record = after ?? before
      return record && !same(graph.get(record.kind, record.id), after)
    })
  })

  /** The same, of the deed that is shown. */
  readonly rows: readonly Edit[] = $derived.by(() =>
    (this.differing ?? []).filter((edit) => this.shown === 'all' || deedOf(edit) === this.shown)
  )

  constructor(app: App) {
    this.#app = app
  }

  readonly find: Find = <K extends Kind>(kind: K, id: string): RecordOf<K> | undefined =>
    this.#app.doc.graph.get(kind, id) ??
    (this.#edits?.map(({ after, before }) => after ?? before).find((one) => one?.kind === kind && one.id === id) as
      | RecordOf<K>
      | undefined)

  async begin() {
    const { client, dialogs, doc } = this.#app
    const answer = await client
      .request('graph:compare', { handle: doc.handle })
      .catch((error: Error) => ({ outcome: 'failed' as const, name: '', message: error.message, problems: [] }))
    if (answer.outcome === 'cancelled') return dialogs.close()
    if (answer.outcome === 'failed') return dialogs.show({ kind: 'failed', ...answer })
    const change = readChange({ label: '', edits: readJson(answer.edits) })
    if (!change)
      return dialogs.show({ kind: 'failed', name: answer.name, message: 'It cannot be compared.', problems: [] })
    this.name = answer.name
    this.title = answer.title
    this.leftOut = answer.count - change.edits.length
    this.#edits = change.edits
  }

  /** Takes a record over, or one field of it, in one step. */
  take(edit: Edit, field?: string) {
    const { doc } = this.#app
    const record = edit.after ?? edit.before
    if (!record) return
    const label = `Take over ${subjectOf(record, this.find).slice(0, 60)} from ${this.name}`
    const change = takeOver(doc.graph, this.#edits ?? [], edit, label, field)
    this.problem = isRefusal(change) ? change.refused : doc.run(change)?.refused
  }
}
