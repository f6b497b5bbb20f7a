import type { Change } from '@core/change/change'
import type { Output, Payload } from '@core/contract/contract'
import type { ShownRow, TableAnswer, TablePreview, TableReading } from '@core/contract/tables'
import type { Edit } from '@core/graph/graph'
import type { Order } from '@core/tables/dates'
import type { Mapping } from '@core/tables/mapping'
import { PROPERTY, type Role } from '@core/tables/roles'
import { readJson } from '@core/text/json'
import type { App } from '../../state/app.svelte'
import { soon } from '../../state/slices'
import { elsewhere } from '../../usecases/elsewhere'

type Read = Extract<Output<'table:choose'>, { readonly outcome: 'read' }>

/** Where the adding of a table stands. */
export type Phase =
  | { readonly kind: 'asking' }
  | { readonly kind: 'reading'; readonly done: number }
  | { readonly kind: 'planning'; readonly done: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'adding'; readonly done: number }

/** A pause in typing or choosing after which it is counted anew, ms. */
const PAUSE = 150

/** A table on its way into the open graph: asked for, read and counted by main, shown, added. */
export class TableImport {
  phase = $state.raw<Phase>({ kind: 'asking' })
  read = $state.raw<Read>()
  mapping = $state.raw<Mapping>()
  preview = $state.raw<TablePreview>()
  rows = $state.raw<readonly ShownRow[]>([])
  from = $state(0)
  answers = $state.raw<ReadonlyMap<string, TableAnswer['answer']>>(new Map())
  isKept = $state(false)
  problem = $state<string>()
  readonly #app: App
  #isOver = false
  #plans = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(app: App) {
    this.#app = app
  }

  /** What has to be said before anything can be added. */
  get missing(): string | undefined {
    const { preview } = this
    if (!preview) return undefined
    if (preview.asks) return `First say in which order dates such as ${preview.asks.example} stand.`
    return preview.edits === 0 ? 'There is nothing to add.' : undefined
  }

  begin(): Promise<void> {
    return this.#reading(() => this.#app.client.request('table:choose', { handle: this.#app.doc.handle }))
  }

  /** Reads the file in another way. */
  readAs(change: Partial<TableReading>): Promise<void> {
    const { read } = this
    if (!read) return Promise.resolve()
    const reading = { ...read.reading, ...change }
    return this.#reading(() => this.#app.client.request('table:read', { ...this.#table(read), reading }))
  }

  setRole(at: number, role: Role | 'property'): void {
    const { mapping } = this
    if (!mapping) return
    const columns = mapping.columns.map((column, place): Mapping['columns'][number] =>
      place === at ? { ...column, role: role === 'property' ? `${PROPERTY}${column.head}` : role } : column
    )
    this.set({ columns })
  }

  /** Changes the mapping; what it comes to is counted anew. */
  set(change: Partial<Mapping>): void {
    if (!this.mapping) return
    const next = Object.entries({ ...this.mapping, ...change }).filter(
      ([, value]) => value !== undefined && value !== ''
    )
    this.mapping = Object.fromEntries(next) as Mapping
    this.isKept = false
    this.#planSoon()
  }

  setOrder(order: Order | 'ask'): void {
    this.set({ order: order === 'ask' ? undefined : order })
  }

  answer(keys: Iterable<string>, answer: (key: string) => TableAnswer['answer']): void {
    this.answers = new Map([...this.answers, ...[...keys].map((key) => [key, answer(key)] as const)])
    this.#planSoon()
  }

  async show(from: number): Promise<void> {
    const { read } = this
    if (!read) return
    this.from = Math.max(0, Math.min(from, Math.max(0, read.rows - 1)))
    const { rows } = await this.#app.client.request('table:rows', { ...this.#table(read), from: this.from })
    if (this.read === read) this.rows = rows
  }

  async keep(): Promise<void> {
    const { read, mapping } = this
    if (!read || !mapping) return
    await this.#app.client.request('table:keep', { ...this.#table(read), mapping })
    this.isKept = true
  }

  async saveMapping(): Promise<void> {
    const { read, mapping } = this
    if (read && mapping)
      this.#saved(await this.#app.client.request('table:save-mapping', { ...this.#table(read), mapping }))
  }

  async saveErrors(): Promise<void> {
    const { read } = this
    if (read) this.#saved(await this.#app.client.request('table:errors', this.#table(read)))
  }

  /** Ends what is under way; nothing is added. */
  stop(): void {
    const { client, dialogs, doc } = this.#app
    this.#isOver = true
    clearTimeout(this.#timer)
    if (this.phase.kind === 'reading' || this.phase.kind === 'planning') void client.request('graph:stop', {})
    doc.working?.stop()
    dialogs.close()
  }

  /** Ends the counting; the mapping can still be changed. */
  stopCounting(): void {
    this.#plans++
    void this.#app.client.request('graph:stop', {})
    this.phase = { kind: 'ready' }
  }

  async add(): Promise<void> {
    const { dialogs, doc, preferences } = this.#app
    const { read, preview } = this
    if (!read || !preview || this.phase.kind !== 'ready' || this.missing !== undefined) return
    this.phase = { kind: 'adding', done: 0 }
    const change = await this.#fetch(read, preview.edits).catch((error: Error) => ({ refused: error.message }))
    if (this.#isOver) return
    const refusal = 'refused' in change ? change : doc.run(change)
    while (doc.working) await doc.working.result
    if (this.#isOver) return
    const { saveState } = doc
    this.problem = refusal?.refused ?? (saveState.kind === 'failed' ? saveState.message : undefined)
    this.phase = { kind: 'ready' }
    if (this.problem !== undefined) return
    await new Promise<void>((go) => soon(go))
    preferences.notice = [`“${read.name}” was added.`, elsewhere(this.#app), 'Undo takes all of it back.']
      .filter(Boolean)
      .join(' ')
    dialogs.close()
  }

  #table = ({ id }: Read) => ({ handle: this.#app.doc.handle, id })

  #saved(result: Output<'table:errors'>) {
    if (result.outcome === 'failed') this.problem = result.message
    if (result.outcome === 'saved') this.#app.preferences.notice = `“${result.name}” was saved.`
  }

  async #reading(ask: () => Promise<Output<'table:choose'>>): Promise<void> {
    const { dialogs } = this.#app
    this.#plans++
    clearTimeout(this.#timer)
    const deaf = this.#progress((done) => (this.phase = { kind: 'reading', done }))
    const answer = await ask().catch((error: Error) => ({
      outcome: 'failed' as const,
      name: '',
      message: error.message
    }))
    deaf()
    if (this.#isOver) return
    if (answer.outcome === 'read') {
      this.read = answer
      this.mapping = answer.mapping
      this.isKept = answer.isKept
      this.answers = new Map()
      this.preview = undefined
      this.problem = undefined
      await this.#plan()
    } else if (this.read) {
      // What was read before is still there.
      this.phase = { kind: 'ready' }
      if (answer.outcome === 'failed') this.problem = answer.message
    } else if (answer.outcome === 'cancelled') dialogs.close()
    else dialogs.show({ kind: 'failed', name: answer.name || 'The table', message: answer.message, problems: [] })
  }

  #planSoon() {
    clearTimeout(this.#timer)
    if (this.phase.kind === 'planning') void this.#app.client.request('graph:stop', {})
    this.#plans++
    this.phase = { kind: 'planning', done: 0 }
    this.#timer = setTimeout(() => void this.#plan(), PAUSE)
  }

  async #plan(): Promise<void> {
    const { read, mapping } = this
    if (!read || !mapping) return
    const plan = ++this.#plans
    const isLatest = () => plan === this.#plans && !this.#isOver
    this.phase = { kind: 'planning', done: 0 }
    const deaf = this.#progress((done) => {
      if (isLatest()) this.phase = { kind: 'planning', done }
    })
    const answers = [...this.answers].map(([key, answer]) => ({ key, answer }))
    const request = { ...this.#table(read), mapping, answers }
    const answer = await this.#app.client
      .request('table:plan', request)
      .catch((error: Error) => ({ outcome: 'refused' as const, message: error.message }))
    deaf()
    if (!isLatest()) return
    this.preview = answer.outcome === 'planned' ? answer.preview : undefined
    this.problem = answer.outcome === 'refused' ? answer.message : undefined
    this.phase = { kind: 'ready' }
    await this.show(this.from)
  }

  #progress(hear: (done: number) => void): () => void {
    return this.#app.client.on('graph:progress', ({ done }: Payload<'graph:progress'>) => hear(done))
  }

  async #fetch(read: Read, expected: number): Promise<Change> {
    const edits: Edit[] = []
    for (let part = 0; ; part++) {
      const {
        label,
        edits: text,
        more
      } = await this.#app.client.request('table:change', { ...this.#table(read), part })
      // Main has made each record, and what it says is only applied where it fits.
      for (const edit of readJson(text) as readonly Edit[]) edits.push(edit)
      if (this.#isOver || !more) return { label, edits }
      this.phase = { kind: 'adding', done: edits.length / Math.max(1, expected) / 2 }
    }
  }
}
