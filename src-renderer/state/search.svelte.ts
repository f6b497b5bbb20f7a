import type { Change } from '@core/change/change'
import type { SearchHit } from '@core/queries/name-index'
import { type Hit, makeSearch, type Search } from '@core/queries/search'
import type { OpenDocument } from './document.svelte'
import { isLarge } from './large-change.svelte'
import type { NameAnswer, NameRequest } from './name-worker'
import { inSlices } from './slices'

/** Up to this many entities the names are searched at once; of more, in a thread of their own. */
const AT_ONCE = 3000

/** How many entities are handed over at a time, and how many answers are kept. */
const BATCH_SIZE = 500
const MOST_ANSWERS = 60

/** Search over the open graph's names, kept up to date with every change. */
export class NameSearch {
  /** How many of the names can be found already, 0–1. */
  listed = $state(1)
  #search: Search | undefined
  #worker: Worker | undefined
  #answers = $state.raw<ReadonlyMap<string, readonly SearchHit[]>>(new Map())
  readonly #asked = new Set<string>()
  #stop: () => void = () => {}
  readonly #doc: OpenDocument

  constructor(doc: OpenDocument) {
    this.#doc = doc
    doc.onChange((change) => this.#update(change))
  }

  /** The entities whose names answer the text, best first; undefined until that is known. Asked inside a derived value, it is asked again when it is. */
  find(text: string, { most = 20 }: { readonly most?: number } = {}): readonly Hit[] | undefined {
    const { graph } = this.#doc
    if (!this.#worker) {
      this.#search ??= makeSearch(graph)
      return this.#search.find(text, { most })
    }
    if (text.trim() === '') return []
    const key = `${most} ${text}`
    const found = this.#answers.get(key)
    if (!found) {
      if (!this.#asked.has(key)) this.#ask({ find: text, most })
      this.#asked.add(key)
      return undefined
    }
    return found.flatMap(({ entity, ...hit }) => {
      const whole = graph.get('entity', entity)
      return whole ? [{ entity: whole, ...hit }] : []
    })
  }

  /** Lists the names of the graph that is open now. */
  reset() {
    this.#stop()
    this.#worker?.terminate()
    this.#worker = undefined
    this.#search = undefined
    this.#forget()
    this.listed = 1
    const { size } = this.#doc.graph.all('entity')
    if (size > AT_ONCE) this.#startWorker(size)
  }

  #startWorker(size: number) {
    const worker = new Worker(new URL('./name-worker.ts', import.meta.url), { type: 'module' })
    this.#worker = worker
    this.listed = 0
    const ids = this.#doc.graph.all('entity').keys()[Symbol.iterator]()
    const handOver = () => {
      this.#stop = inSlices(this.#next(ids), (entities) => this.#ask({ add: JSON.stringify(entities) }))
    }
    worker.onmessage = ({ data }: MessageEvent<NameAnswer>) => {
      if ('listed' in data) {
        this.listed = Math.min(1, data.listed / size)
        if (data.last) this.listed = 1
        else handOver()
      } else this.#answered(data.found, data.to)
    }
    handOver()
  }

  /** What is to be known of the next entities, as they are now: those that were changed meanwhile have been told of already. */
  *#next(ids: Iterator<string>): Generator<void, unknown[]> {
    const { graph } = this.#doc
    const entities: unknown[] = []
    while (entities.length < BATCH_SIZE) {
      const { value, done } = ids.next()
      if (done) break
      const entity = graph.get('entity', value)
      if (!entity) continue
      const { id, name, aliases } = entity
      entities.push({ id, name, aliases, ties: graph.relationsOf(id).length })
      yield
    }
    return entities
  }

  #answered(found: readonly SearchHit[], to: { readonly find: string; readonly most: number }) {
    const key = `${to.most} ${to.find}`
    // It was asked before a change, and is asked again.
    if (!this.#asked.delete(key)) return
    this.#answers = new Map([...this.#answers, [key, found] as const].slice(-MOST_ANSWERS))
  }

  #update(change: Change) {
    if (isLarge(change)) return this.reset()
    this.#search?.update(change, this.#doc.graph)
    if (!this.#worker) return
    const { graph } = this.#doc
    const touched = new Set<string>()
    for (const { before, after } of change.edits)
      for (const record of [before, after]) {
        if (record?.kind === 'entity') touched.add(record.id)
        else if (record?.kind === 'relation') touched.add(record.from).add(record.to)
      }
    if (touched.size === 0) return
    const entities = [...touched].map((id) => ({ entity: graph.get('entity', id), id }))
    this.#ask({
      put: entities.map(({ id, entity }) => ({
        id,
        ...(entity && { name: entity.name, aliases: entity.aliases, ties: graph.relationsOf(id).length })
      }))
    })
    this.#forget()
  }

  #forget() {
    this.#answers = new Map()
    this.#asked.clear()
  }

  #ask(request: NameRequest) {
    this.#worker?.postMessage(request)
  }
}
