import { Graph } from '@core/graph/graph'
import type { AnyRecord, View } from '@core/records/records'

/** A tie by the numbers of its ends. */
type Pair = readonly [from: number, to: number]

const WORDS = ['operates', 'supplies', 'negotiates with'] as const
const SOURCES = 40

/** A graph of n entities with these ties, each with a claim; every seventh is denied as well. */
function tied(title: string, entities: number, pairs: Iterable<Pair>, positions?: View['positions']): Graph {
  const records: AnyRecord[] = [
    { kind: 'entityType', id: 'organization', label: 'Organization' },
    ...WORDS.map((word, at): AnyRecord => ({ kind: 'relationType', id: `t${at}`, label: word, inverse: `is ${word}` })),
    ...Array.from({ length: SOURCES }, (_, at): AnyRecord => {
      return { kind: 'source', id: `s${at}`, title: `Report ${at}`, publisher: `Paper ${at % 7}`, reliability: 'B' }
    })
  ]
  for (let at = 0; at < entities; at++)
    records.push({ kind: 'entity', id: `e${at}`, type: 'organization', name: `Northern Station ${at}`, aliases: [] })
  let count = 0
  for (const [from, to] of pairs) {
    const id = `r${count}`
    records.push({ kind: 'relation', id, type: `t${count % WORDS.length}`, from: `e${from}`, to: `e${to}` })
    records.push(claim(`c${count}`, id, count % SOURCES, 'supports'))
    if (count % 7 === 0) records.push(claim(`d${count}`, id, (count + 1) % SOURCES, 'denies'))
    count++
  }
  if (positions) records.push({ kind: 'view', id: 'v', name: 'Places', positions })
  return Graph.of(title, records)
}

const claim = (id: string, about: string, source: number, stance: 'supports' | 'denies'): AnyRecord => ({
  ...{ kind: 'claim', id, about, source: `s${source}`, stance, credibility: 2 },
  ...{ statement: `Statement ${id}.`, recorded: '2025-03-02T12:00:00Z', locator: { paragraph: 1 + (source % 9) } }
})

function* times(count: number, pair: (at: number) => Pair): Generator<Pair> {
  for (let at = 0; at < count; at++) yield pair(at)
}

function* everyPair(count: number): Generator<Pair> {
  for (let from = 0; from < count; from++) for (let to = from + 1; to < count; to++) yield [from, to]
}

/** Graphs that cost most to draw for their size, by what they are. */
export const WORST: Readonly<Record<string, () => Graph>> = {
  '10 000 parallel relations': () =>
    tied(
      'Parallel',
      2,
      times(10_000, (at) => (at % 3 === 0 ? [1, 0] : [0, 1]))
    ),
  'complete graph of 100': () => tied('Complete', 100, everyPair(100)),
  'star of 10 000': () =>
    tied(
      'Star',
      10_001,
      times(10_000, (at) => [0, at + 1])
    ),
  '1 000 loops': () =>
    tied(
      'Loops',
      1,
      times(1_000, () => [0, 0])
    ),
  'two places far apart': () =>
    tied(
      'Far',
      2,
      [[0, 1]],
      [
        ['e0', 1e7, -1e7],
        ['e1', 0, 0]
      ]
    ),
  '2 000 in one place': () =>
    tied(
      'Heap',
      2_000,
      times(4_000, (at) => [at % 2_000, (at * 7 + 1) % 2_000]),
      Array.from({ length: 2_000 }, (_, at) => [`e${at}`, 0, 0])
    ),
  '3 000 lines as long as can be': () =>
    tied(
      'Long',
      200,
      times(3_000, (at) => [at % 100, 100 + ((at * 37) % 100)]),
      Array.from({ length: 200 }, (_, at) => [`e${at}`, at < 100 ? -1e9 : 1e9, (at % 100) * 1e7])
    ),
  '30 000 without relations': () => tied('Singles', 30_000, []),
  'a chain of 10 000': () =>
    tied(
      'Chain',
      10_001,
      times(10_000, (at) => [at, at + 1])
    ),
  'complete graph of 300': () => tied('Complete', 300, everyPair(300)),
  '20 parallel on each of 500': () =>
    tied(
      'Ropes',
      501,
      times(10_000, (at) => [at % 500, (at % 500) + 1])
    )
}
