import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Change } from '@core/change/change'
import { serialiseGraph } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import { makeSearch } from '@core/queries/search'
import { JsonStore } from '@main/stores/json-store'
import { generateGraph } from '@seed/generate'
import { random } from '@seed/random'
import { at, median } from './figures'

/** Milliseconds and mebibytes, by what they are of. */
export type Figures = Readonly<Record<string, number>>

/** Makes something ready once, and answers how to measure it. */
type Task = (path: string) => Promise<() => Promise<Figures>>

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const MEBIBYTE = 1024 * 1024

async function timed(act: () => Promise<unknown>): Promise<{ readonly time: number; readonly cpu: number }> {
  const start = performance.now()
  const before = process.cpuUsage()
  await act()
  const { user, system } = process.cpuUsage(before)
  return { time: performance.now() - start, cpu: (user + system) / 1000 }
}

/** What this process needs, and has needed at most. */
function memory() {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return { held: (heapUsed + external) / MEBIBYTE, peak: (process.resourceUsage().maxRSS * 1024) / MEBIBYTE }
}

/** Only written when it is told to. */
const QUIET = { idle: Infinity, poll: Infinity }

const CHANGES = 20
const QUERIES = 200

/** What can be measured, each in a process of its own. */
export const TASKS: Readonly<Record<string, Task>> = {
  generate: async (path) => async () => {
    const entities = Number(/\d+/.exec(path.split('/').at(-1) ?? '')?.[0])
    await writeFile(path, serialiseGraph(generateGraph({ entities, seed: 1 })))
    return {}
  },

  'open bare': async (path) => async () => {
    let value: unknown
    const taken = await timed(async () => {
      value = JSON.parse(await readFile(path, 'utf8'))
    })
    const needed = memory()
    return { ...taken, ...needed, isThere: Number(value !== undefined) }
  },

  open: async (path) => async () => {
    let store: JsonStore | undefined
    const taken = await timed(async () => {
      store = await JsonStore.open(path, QUIET)
    })
    // What it still does in the background counts as memory.
    await store?.look()
    const needed = memory()
    await store?.close()
    return { ...taken, ...needed }
  },

  commit: async (path) => {
    const store = await JsonStore.open(path, QUIET)
    const nextChange = changesOf(store.graph)
    return async () => {
      const times: number[] = []
      const { cpu } = await timed(async () => {
        for (let count = 0; count < CHANGES; count++)
          times.push((await timed(() => store.commit(nextChange(store.graph)))).time)
      })
      return { time: median(times), cpu: cpu / CHANGES }
    }
  },

  'write bare': async (path) => async () => {
    const value = JSON.parse(await readFile(path, 'utf8'))
    const copy = `${path}.bare`
    const taken = await timed(async () => {
      const file = await open(copy, 'w')
      await file.write(JSON.stringify(value))
      await file.sync()
      await file.close()
    })
    await rm(copy)
    return taken
  },

  write: async (path) => async () => {
    const store = await JsonStore.open(path, QUIET)
    await store.commit(changesOf(store.graph)(store.graph))
    const taken = await timed(() => store.compact())
    await store.close()
    return taken
  },

  search: async (path) => {
    const { graph } = await JsonStore.open(path, QUIET)
    let search = makeSearch(graph)
    const texts = queriesOf(graph)
    const names = [...graph.all('entity').values()].flatMap(({ name, aliases }) => [
      name.toLowerCase(),
      ...aliases.map(({ text }) => text.toLowerCase())
    ])
    return async () => {
      const index = await timed(async () => {
        search = makeSearch(graph)
      })
      const ours: number[] = []
      const scan: number[] = []
      for (const text of texts) {
        ours.push((await timed(async () => search.find(text))).time)
        scan.push((await timed(async () => names.filter((name) => name.includes(text.toLowerCase())))).time)
      }
      return {
        ...{ names: names.length, index: index.time, indexCpu: index.cpu },
        ...{ half: median(ours), most: at(ours, 0.95), scanHalf: median(scan), scanMost: at(scan, 0.95) }
      }
    }
  }
}

/** Changes as a user makes them: a summary is written, a claim is added. */
function changesOf(graph: Graph): (graph: Graph) => Change {
  const [entities, relations, sources] = (['entity', 'relation', 'source'] as const).map((kind) => [
    ...graph.all(kind).keys()
  ])
  const chance = random(7)
  // Not those of a run before.
  let count = graph.all('claim').size
  return (graph) => {
    const entity = graph.get('entity', chance.pick(entities ?? []))
    const about = chance.pick(relations ?? [])
    const source = chance.pick(sources ?? [])
    if (++count % 2 === 0 && entity)
      return { label: 'Write summary', edits: [{ before: entity, after: { ...entity, summary: `Note ${count}.` } }] }
    const claim = { kind: 'claim', id: `c-new-${count}`, about, source, stance: 'supports', credibility: 2 } as const
    const after = { ...claim, statement: `Statement ${count}.`, recorded: '2025-03-02T12:00:00Z' }
    return { label: 'Add claim', edits: [{ after }] }
  }
}

/** Names as people type them: whole, only begun, or with a letter wrong. */
function queriesOf(graph: Graph): readonly string[] {
  const chance = random(11)
  const entities = [...graph.all('entity').values()]
  return Array.from({ length: QUERIES }, (_, turn) => {
    const { name, aliases } = chance.pick(entities)
    const text = chance.pick([name.replace(/ \d+$/, ''), ...aliases.map((alias) => alias.text)])
    switch (turn % 3) {
      case 0:
        return text
      case 1:
        return text.slice(0, 4)
      default: {
        const wrong = chance.below(text.length)
        return `${text.slice(0, wrong)}${text.slice(wrong + 1)}`
      }
    }
  })
}
