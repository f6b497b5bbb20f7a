import { cpus } from 'node:os'
import { evidence } from '@core/evidence/evidence'
import { StatusTimeline } from '@core/evidence/timeline'
import { generateGraph } from '@seed/generate'
import { table } from '../table.mjs'
import { at, median, milliseconds, timed } from './figures'

// The status of every relation as of a date, looked up, beside the plainest way: weighing each relation's claims again. By the
// time that the processor takes.

const SIZE = { entities: 100_000, seed: 5 }
const SHOWN = 2000
const DAYS = Array.from({ length: 25 }, (_, step) => Date.UTC(2013, 0, 1 + 180 * step) / 86_400_000)

const graph = generateGraph(SIZE)
const ids = [...graph.all('relation').keys()]
const shown = ids.slice(0, SHOWN)

const started = process.cpuUsage()
const timeline = finished(StatusTimeline.of(graph, 'world', ids))
const first = milliseconds(started)
const part = finished(StatusTimeline.of(graph, 'world', shown))

const [ours, plain, step]: [number[], number[], number[]] = [[], [], []]
for (const [round, day] of DAYS.entries()) {
  timed(ours, () => timeline.at(day))
  timed(step, () => part.at(day))
  const asOf = new Date(day * 86_400_000).toISOString().slice(0, 10)
  if (round % 8 === 0) timed(plain, () => ids.map((id) => evidence(graph, id, { asOf }).status))
}

const both = (times: readonly number[]) => `${median(times).toFixed(1)}, ${at(times, 0.95).toFixed(1)} ms`
console.log(
  `\n${cpus().length} cores, Node ${process.versions.node}. ${SIZE.entities} entities, ${ids.length} relations, ${graph.all('claim').size} claims.\n`
)
console.log(
  table([
    ['What', 'Looked up: half, 95 %', 'Weighed again', 'Goal'],
    ['Status of all relations as of a day', both(ours), both(plain), '≤ 150 ms'],
    [`One step of a scrub over ${SHOWN}`, both(step), '', '≤ 8 ms'],
    ['The first pass', `${(first / 1000).toFixed(1)} s`, '', '']
  ])
)

function finished<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
  }
}
