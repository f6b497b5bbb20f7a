import type { Change } from '@core/change/change'
import {
  type Bridge,
  CHANNELS,
  DEFAULT_SETTINGS,
  type Event,
  type OpenResult,
  type Output,
  type Payload,
  type Settings
} from '@core/contract/contract'
import type { Edit } from '@core/graph/graph'
import { readJson, writeJson } from '@core/text/json'

type Ask = { readonly channel: string; readonly input: unknown }

/** The main process as far as the window can tell: it checks what it is asked by the contract, and keeps what it is given. */
export class MainInMemory implements Bridge {
  /** Every request so far, in order. */
  readonly asked: Ask[] = []
  /** The changes that were kept, in order. */
  readonly kept: Change[] = []
  current: OpenResult = { outcome: 'cancelled' }
  /** Of the graph that is open: what the window pulls, part by part, as JSON texts. */
  parts: readonly string[] = []
  /** What it answers on a channel, where that is more than it does of itself. */
  readonly answers = new Map<string, (input: unknown) => unknown>()
  settings: Settings
  readonly #answers = new Map<string, (input: unknown) => unknown>()
  /** What the user chooses to add, and the change that adds it. */
  import: { readonly result: Output<'graph:import'>; readonly edits: readonly Edit[] } = {
    result: { outcome: 'cancelled' },
    edits: []
  }
  /** Edits of the next change that came ahead of it. */
  #ahead: Edit[] = []
  /** The number of the last merge. */
  merges = 0
  /** Whether nothing more can be kept. */
  isStopped = false
  readonly #listeners = new Map<string, Set<(payload: string) => void>>()
  #refusal: string | undefined
  #isOnce = false
  #held: Promise<void> | undefined
  #heldReads: Promise<void> | undefined

  constructor(settings: Partial<Settings> = {}) {
    this.settings = { ...DEFAULT_SETTINGS, theme: 'light', ...settings }
  }

  /** From now on nothing is kept, and this is why; without a reason everything is kept again. */
  refuseCommits(message?: string) {
    this.#refusal = message
    this.#isOnce = false
  }

  /** The next change is not kept. */
  refuseOnce(message: string) {
    this.#refusal = message
    this.#isOnce = true
  }

  /** Answers a channel so from now on. */
  answer(channel: string, answer: (input: unknown) => unknown) {
    this.#answers.set(channel, answer)
  }

  /** Leaves commits unanswered until the returned function is called. */
  holdCommits(): () => void {
    let release = () => {}
    this.#held = new Promise((resolve) => {
      release = resolve
    })
    return () => {
      this.#held = undefined
      release()
    }
  }

  /** Leaves the parts of a graph after the first one unanswered until the returned function is called. */
  holdReads(): () => void {
    let release = () => {}
    this.#heldReads = new Promise((resolve) => {
      release = resolve
    })
    return () => {
      this.#heldReads = undefined
      release()
    }
  }

  /** Tells the window something unasked. */
  tell<E extends Event>(event: E, payload: Payload<E>) {
    for (const listener of this.#listeners.get(event) ?? []) listener(writeJson(payload))
  }

  asks(channel: string): readonly unknown[] {
    return this.asked.filter((ask) => ask.channel === channel).map(({ input }) => input)
  }

  async request(channel: string, text: string): Promise<string> {
    const known = Object.entries(CHANNELS).find(([name]) => name === channel)?.[1]
    if (!known) throw new Error(`There is no channel ${channel}.`)
    const input = known.input.parse(readJson(text))
    this.asked.push({ channel, input })
    return writeJson(await this.#answer(channel, input))
  }

  /** The names of the files that were dropped. */
  readonly droppedFiles: string[] = []

  async dropped(file: unknown): Promise<string> {
    const { name } = file as File
    this.droppedFiles.push(name)
    return writeJson({ handle: `dropped-${this.droppedFiles.length}`, name })
  }

  on(event: string, listener: (payload: string) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  async #answer(channel: string, input: unknown): Promise<unknown> {
    const own = this.#answers.get(channel)
    if (own) return own(input)
    const answer = this.answers.get(channel)
    if (answer) return answer(input)
    switch (channel) {
      case 'graph:drawn':
      case 'graph:seen':
        return {}
      case 'graph:current':
      case 'graph:open':
        return this.current
      case 'graph:read': {
        const { part } = input as { readonly part: number }
        if (part > 0) await this.#heldReads
        const records = this.parts[part]
        if (records === undefined) throw new Error('There is no such part.')
        return { records, more: part + 1 < this.parts.length }
      }
      case 'graph:commit':
        await this.#held
        if (this.#refusal !== undefined) {
          const message = this.#refusal
          if (this.#isOnce) this.refuseCommits()
          return { outcome: 'refused', message, merges: this.merges, final: this.isStopped }
        }
        this.kept.push(this.#whole((input as { readonly change: Change }).change))
        return { outcome: 'saved', merges: this.merges }
      case 'graph:commit-part':
        this.#ahead.push(...(readJson((input as { readonly edits: string }).edits) as readonly Edit[]))
        return {}
      case 'graph:import':
        return this.import.result
      case 'graph:import-change': {
        const { part } = input as { readonly part: number }
        const edits = this.import.edits.slice(part * 100, part * 100 + 100)
        return {
          label: 'Add all of port',
          edits: writeJson(edits),
          more: this.import.edits.length > part * 100 + 100
        }
      }
      case 'graph:recent':
        return []
      case 'settings:get':
        return this.settings
      case 'settings:set':
        this.settings = { ...this.settings, ...(input as Partial<Settings>) }
        return this.settings
      case 'shell:open-external':
        return { opened: true }
      case 'neo4j:connections':
        return { connections: [] }
      case 'neo4j:test':
        return { outcome: 'connected', server: { version: '5.26.12', databases: [] }, database: 'neo4j' }
      case 'hosted:look':
        return { outcome: 'looked', holds: 'nothing', hasOthers: false, schema: [] }
      case 'neo4j:stop':
      case 'neo4j:leave':
      case 'graph:stop':
      case 'menu:set':
      case 'window:control':
      case 'window:unsaved':
        return {}
      default:
        return { outcome: 'cancelled' }
    }
  }

  #whole({ label, edits }: Change): Change {
    const all = [...this.#ahead, ...edits]
    this.#ahead = []
    return { label, edits: all }
  }
}
