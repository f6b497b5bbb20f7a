import type { Change } from '@core/change/change'
import type { Output, Payload } from '@core/contract/contract'
import type { Edit } from '@core/graph/graph'
import { readJson } from '@core/text/json'
import type { App } from '../../state/app.svelte'
import { soon } from '../../state/slices'
import { elsewhere } from '../../usecases/elsewhere'

type Read = Extract<Output<'graph:import'>, { readonly outcome: 'read' }>

/** Where the adding of a file stands. */
export type Phase =
  | { readonly kind: 'asking' }
  | { readonly kind: 'reading'; readonly progress: Payload<'graph:progress'> }
  | { readonly kind: 'preview' }
  | { readonly kind: 'adding'; readonly done: number }

/** Another graph file on its way into the open one: asked for, read and compared by main, shown, added. */
export class Importing {
  phase = $state.raw<Phase>({ kind: 'asking' })
  read = $state.raw<Read>()
  whose = $state<'ours' | 'theirs'>('ours')
  problem = $state<string>()
  readonly #app: App
  #isOver = false

  constructor(app: App) {
    this.#app = app
  }

  async begin() {
    const { client, dialogs, doc } = this.#app
    const deaf = client.on('graph:progress', (progress) => {
      this.phase = { kind: 'reading', progress }
    })
    const answer = await client
      .request('graph:import', { handle: doc.handle })
      .catch((error: Error) => ({ outcome: 'failed' as const, name: '', message: error.message, problems: [] }))
    deaf()
    if (this.#isOver) return
    if (answer.outcome === 'cancelled') return dialogs.close()
    if (answer.outcome === 'failed') return dialogs.show({ kind: 'failed', ...answer })
    this.read = answer
    this.phase = { kind: 'preview' }
  }

  /** Ends what is under way; nothing is added. */
  stop() {
    const { client, dialogs, doc } = this.#app
    this.#isOver = true
    if (this.phase.kind === 'reading') void client.request('graph:stop', {})
    doc.working?.stop()
    dialogs.close()
  }

  async add() {
    const { duplicates, dialogs, doc, preferences } = this.#app
    if (!this.read || this.phase.kind !== 'preview') return
    const { name, preview } = this.read
    this.phase = { kind: 'adding', done: 0 }
    const change = await this.#fetch(this.read).catch((error: Error) => ({ refused: error.message }))
    if (this.#isOver) return
    const refusal = 'refused' in change ? change : doc.run(change)
    while (doc.working) await doc.working.result
    if (this.#isOver) return
    const { saveState } = doc
    this.problem = refusal?.refused ?? (saveState.kind === 'failed' ? saveState.message : undefined)
    if (this.problem !== undefined) {
      this.phase = { kind: 'preview' }
      return
    }
    // Each in a task of its own: what a large file brings is drawn, then the dialog goes, then the next one comes.
    await turn()
    preferences.notice = [`“${name}” was added.`, elsewhere(this.#app), 'Undo takes all of it back.']
      .filter(Boolean)
      .join(' ')
    if (preview.duplicates.pairs.length === 0) return dialogs.close()
    duplicates.keep(preview.duplicates.pairs.map(({ ours, theirs }) => [ours.id, theirs.id]))
    dialogs.close()
    await turn()
    dialogs.show({ kind: 'duplicates' })
  }

  async #fetch({ id, preview }: Read): Promise<Change> {
    const { client, doc } = this.#app
    const edits: Change['edits'][number][] = []
    for (let part = 0; ; part++) {
      const request = { handle: doc.handle, id, whose: this.whose, part }
      const { label, edits: text, more } = await client.request('graph:import-change', request)
      // Main has checked each record, and what it says is only applied where it fits.
      for (const edit of readJson(text) as readonly Edit[]) edits.push(edit)
      if (this.#isOver || !more) return { label, edits }
      this.phase = { kind: 'adding', done: edits.length / Math.max(1, preview.edits) / 2 }
    }
  }
}

const turn = () => new Promise<void>((go) => soon(go))
