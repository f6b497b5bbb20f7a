import { captionOf } from '@core/external/caption'
import { labelSettings } from '@core/external/label-settings'
import { type FoundNode, type NodeMatch, surest } from '@core/external/node-match'
import type { ExternalNode } from '@core/external/value'
import type { App } from '../../state/app.svelte'
import { count } from '../../ui/count'

/** A line of the palette that stands for a node of the database. */
export interface NodeResult {
  readonly kind: 'node'
  readonly id: string
  readonly node: ExternalNode
  readonly name: string
  /** Our id of the entity that stands for it, where it is in the graph already. */
  readonly entity?: string
  /** What was typed. */
  readonly text: string
  /** How it answers what was typed; absent where that is not to be seen. */
  readonly match?: NodeMatch
}

/** So many nodes are shown. */
export const MOST = 20
/** Who types on has not asked yet; milliseconds. */
const PAUSE = 250
/** After this many milliseconds a search shows what it has and waits to be told to go on. */
const PATIENCE = 5_000
/** Captions of more labels than that are not sent along. */
const MOST_LABELS = 200

/** The search in the database that is explored, beside that in the graph. */
export class DatabaseSearch {
  lines = $state.raw<readonly NodeResult[]>([])
  /** Why it could not be searched, or not to the end, as a message. */
  failure = $state('')
  /** What the user should know of the search, as messages. */
  notes = $state.raw<readonly string[]>([])
  waiting = $state(false)
  /** How many nodes were looked through, of how many; undefined before the first part is done. */
  looked = $state.raw<{ readonly nodes: number; readonly of: number }>()
  /** Whether the search came to its end, so that what is not among its lines was not found. */
  done = $state(false)
  /** Only nodes with this label are looked for; empty: all. */
  label = $state('')
  readonly #app: App
  #asked = ''
  #found: readonly FoundNode[] = []
  #full = $state(false)
  #stop: () => void = () => {}

  constructor(app: App) {
    this.#app = app
  }

  /** Whether the database was not searched to its end, so that what was not found may yet be there. */
  readonly open = $derived.by(() => this.#app.external.place !== undefined && !this.done)
  /** Whether the search waits to be told to go on. */
  readonly canGoOn = $derived.by(() => this.looked !== undefined && !this.done && !this.waiting)
  /** How far it came, in words. */
  readonly extent = $derived.by(() => {
    if (!this.looked) return ''
    const { nodes, of } = this.looked
    const what = this.label === '' ? 'nodes' : `nodes of ${this.label}`
    if (this.done)
      return of === 1 ? 'Its one node was looked through.' : `All ${count(of)} ${what} were looked through.`
    return `${count(nodes)} of ${count(of)} ${what} were looked through, not all.`
  })
  /** Whether as many were found as are shown, so that there may be more. */
  readonly isFull = $derived.by(() => this.lines.length > 0 && this.#full)
  /** Whether what stands first is called what was typed, so that nothing that is found later comes before it. */
  readonly sure = $derived.by(() => this.lines[0]?.match?.way === 'caption')

  /** Asks for what a text names; what was asked before is over. Returns what ends it. */
  ask(text: string): () => void {
    this.#stop()
    const typed = text.trim()
    const { session, link } = this.#app.external
    const asked = JSON.stringify([typed, this.label, session])
    const isAway = typed !== '' && session !== undefined && link.state !== 'connected'
    // What was found before the server went stays to be seen.
    if (!isAway || asked !== this.#asked) this.#clear()
    this.#asked = asked
    if (typed === '' || session === undefined) return () => {}
    if (isAway) {
      this.failure = `${link.words} It is searched once the server is back.`
      return () => {}
    }
    return this.#begin(typed, PAUSE, PATIENCE)
  }

  /** Goes on where the search has stopped, to its end. */
  goOn(): void {
    const [typed] = JSON.parse(this.#asked) as [string]
    this.failure = ''
    this.#begin(typed, 0, Number.POSITIVE_INFINITY)
  }

  /** Ends the search, as the user asks. */
  stop(): void {
    this.#stop()
    this.failure = 'Stopped.'
  }

  #clear(): void {
    this.lines = []
    this.#found = []
    this.failure = ''
    this.notes = []
    this.looked = undefined
    this.done = false
  }

  #begin(typed: string, pause: number, patience: number): () => void {
    this.waiting = true
    let over = false
    let stopAsking = () => {}
    const timer = setTimeout(async () => {
      const until = performance.now() + patience
      do {
        const { answer, stop } = this.#app.external.ask('neo4j:search', {
          text: typed,
          most: MOST,
          captions: this.#captions(),
          ...(this.label !== '' && { label: this.label }),
          ...(this.looked && { looked: this.looked.nodes })
        })
        stopAsking = stop
        const part = await answer
        if (over) return
        if (part.outcome === 'failed') this.failure = part.message
        if (part.outcome !== 'done') break
        this.looked = { nodes: part.looked, of: part.of }
        this.notes = [...new Set([...this.notes, ...part.notes])]
        this.done = part.isThrough
        this.#take(part.hits, typed)
      } while (!this.done && performance.now() < until)
      stopAsking = () => {}
      this.waiting = false
    }, pause)
    this.#stop = () => {
      over = true
      this.waiting = false
      clearTimeout(timer)
      stopAsking()
    }
    return () => this.#stop()
  }

  /** What captions the nodes of a label in this graph, for ranking. */
  #captions(): Readonly<Record<string, readonly string[]>> {
    const { captions } = labelSettings(this.#app.doc.graph)
    return Object.fromEntries([...captions].slice(0, MOST_LABELS))
  }

  #take(hits: readonly FoundNode[], text: string): void {
    const { external, doc } = this.#app
    const { captions } = labelSettings(doc.graph)
    const entities = new Map([...external.nodes].map(([id, node]) => [node, id]))
    this.#found = surest([...this.#found, ...hits], MOST)
    this.#full = this.#found.length === MOST
    this.lines = this.#found.map(({ node, match }) => {
      const entity = entities.get(node.id) ?? ''
      return {
        kind: 'node',
        id: `node ${node.id}`,
        node,
        name: captionOf(node, captions),
        text,
        ...(doc.graph.get('entity', entity) && { entity }),
        ...(match && { match })
      }
    })
  }
}
