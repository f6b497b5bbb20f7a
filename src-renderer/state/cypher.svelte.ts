import type { ExternalResult } from '@core/external/external-result'
import type { ExternalNode, ExternalRelationship, ExternalValue } from '@core/external/value'
import type { External } from './external.svelte'

/** Rows at which a statement is stopped. */
export const MOST_ROWS = 1000

/** What became of the last statement. */
export type Ran =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly limited: boolean; readonly milliseconds: number }
  | { readonly state: 'failed'; readonly message: string; readonly line?: number; readonly column?: number }
  | { readonly state: 'stopped' }

type Row = readonly ExternalValue[]

/** The statement that is being written, and what the last one answered; stays while its dialog is closed. */
export class CypherBox {
  text = $state('')
  columns = $state.raw<readonly string[]>([])
  rows = $state.raw<readonly Row[]>([])
  ran = $state.raw<Ran>()
  #stop: () => void = () => {}
  readonly #external: External

  constructor(external: External) {
    this.#external = external
  }

  /** Nodes and relationships in the answer, wherever they stand in it. */
  readonly found: ExternalResult = $derived.by(() => foundIn(this.rows))

  async run(): Promise<void> {
    if (this.text.trim() === '' || this.ran?.state === 'running') return
    this.columns = []
    this.rows = []
    this.ran = { state: 'running' }
    const { answer, stop } = this.#external.run(this.text, MOST_ROWS, (columns, rows) => {
      this.columns = columns
      this.rows = [...this.rows, ...rows]
    })
    this.#stop = stop
    const ran = await answer
    this.#stop = () => {}
    switch (ran.outcome) {
      case 'done':
        this.ran = { state: 'done', limited: ran.limited, milliseconds: ran.milliseconds }
        return
      case 'failed':
        this.ran = { ...ran, state: 'failed' }
        return
      case 'stopped':
        this.ran = { state: 'stopped' }
    }
  }

  stop(): void {
    this.#stop()
  }
}

function foundIn(rows: readonly Row[]): ExternalResult {
  const nodes = new Map<string, ExternalNode>()
  const relationships = new Map<string, ExternalRelationship>()
  const look = (value: ExternalValue) => {
    switch (value.type) {
      case 'node':
        nodes.set(value.node.id, value.node)
        return
      case 'relationship':
        relationships.set(value.relationship.id, value.relationship)
        return
      case 'path':
        for (const node of value.nodes) nodes.set(node.id, node)
        for (const relationship of value.relationships) relationships.set(relationship.id, relationship)
        return
      case 'list':
        for (const item of value.items) look(item)
        return
      case 'map':
        for (const [, item] of value.entries) look(item)
    }
  }
  for (const row of rows) for (const value of row) look(value)
  return { nodes: [...nodes.values()], relationships: [...relationships.values()] }
}
