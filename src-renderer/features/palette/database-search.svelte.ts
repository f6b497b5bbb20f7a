import { captionOf } from '@core/external/caption'
import { labelSettings } from '@core/external/label-settings'
import type { ExternalNode } from '@core/external/value'
import type { App } from '../../state/app.svelte'

/** A line of the palette that stands for a node which is not in the graph yet. */
export interface NodeResult {
  readonly kind: 'node'
  readonly id: string
  readonly node: ExternalNode
  readonly name: string
}

/** So many nodes are asked for. */
const MOST = 20
/** Who types on has not asked yet; milliseconds. */
const PAUSE = 250

/** The search in the database that is explored, beside that in the graph. */
export class DatabaseSearch {
  lines = $state.raw<readonly NodeResult[]>([])
  /** How it was looked for, or why it could not be. */
  words = $state('')
  waiting = $state(false)
  /** Whether the search came to its end, so that what is not among its lines was not found. */
  done = $state(false)
  readonly #app: App
  #stop: () => void = () => {}

  constructor(app: App) {
    this.#app = app
  }

  /** Asks for what a text names; what was asked before is over. Returns what ends it. */
  ask(text: string): () => void {
    this.#stop()
    this.lines = []
    this.words = ''
    this.done = false
    const typed = text.trim()
    if (typed === '' || !this.#app.external.session) return () => {}
    this.waiting = true
    let over = false
    let stopAsking = () => {}
    const timer = setTimeout(async () => {
      const { answer, stop } = this.#app.external.ask('neo4j:search', { text: typed, most: MOST })
      stopAsking = stop
      const found = await answer
      if (over) return
      stopAsking = () => {}
      this.waiting = false
      if (found.outcome === 'failed') this.words = found.message
      if (found.outcome !== 'done') return
      this.words = found.how
      this.done = true
      this.lines = this.#unseen(found.nodes)
    }, PAUSE)
    this.#stop = () => {
      over = true
      this.waiting = false
      clearTimeout(timer)
      stopAsking()
    }
    return () => this.#stop()
  }

  /** Ends the search for good, as the user asks. */
  stop(): void {
    this.#stop()
    this.words = 'Stopped. It is searched again when you type on.'
  }

  /** What is in the graph already stands among its names. */
  #unseen(nodes: readonly ExternalNode[]): readonly NodeResult[] {
    const { external, doc } = this.#app
    const { captions } = labelSettings(doc.graph)
    const shown = new Set([...external.nodes].flatMap(([id, node]) => (doc.graph.get('entity', id) ? [node] : [])))
    return nodes
      .filter(({ id }) => !shown.has(id))
      .map((node) => ({ kind: 'node', id: `node ${node.id}`, node, name: captionOf(node, captions) }))
  }
}
