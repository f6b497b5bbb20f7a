import { spawnSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { FigureOptions } from '@core/figure/figure-options'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { defaultView } from '@core/view/shown'
import { Studio } from '@main/figure/studio'
import { JsonStore } from '@main/stores/json-store'
import { table } from '../table.mjs'
import { WORST } from './worst-graphs'

// `npm run bench -- worst`: what the graphs cost that cost most to draw, and how long a change takes to be saved meanwhile.

const folder = process.argv[2] ?? ''
const FORMATS = ['svg', 'png'] as const

/** What the command line needs for a figure, as a user calls it. */
function exported(path: string, format: (typeof FORMATS)[number]) {
  const start = performance.now()
  const args = ['export', path, '--out', `${path}.${format}`, '--sources', '--legend']
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'worst-export.mjs'), ...args], {
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(stderr)
  const [, cpu = '', peak = ''] = /^CPU (\d+) ms, (\d+) MiB$/m.exec(stderr) ?? []
  return { time: performance.now() - start, cpu: Number(cpu), peak: Number(peak) }
}

/** The longest that a change took to be saved while the window's figure of the graph was being drawn. */
async function saved(path: string, studio: Studio): Promise<number> {
  const store = await JsonStore.open(path, { idle: Infinity, poll: Infinity })
  let isDrawn = false
  const options = FigureOptions.parse({ sources: true, legend: true })
  const drawn = studio
    .draw(store.graph, defaultView(store.graph), options, { as: 'file', format: 'svg' })
    .finally(() => {
      isDrawn = true
    })
  let longest = 0
  for (let count = 0; !isDrawn; count++) {
    const before = store.graph.get('entity', 'e0')
    if (!before) break
    const start = performance.now()
    await store.commit({ label: 'Note', edits: [{ before, after: { ...before, summary: `Note ${count}.` } }] })
    longest = Math.max(longest, performance.now() - start)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await drawn
  await store.close()
  return longest
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

const studio = new Studio(join(folder, 'figures.mjs'))
const rows: string[][] = []
for (const [name, make] of Object.entries(WORST)) {
  process.stderr.write(`${name} …\n`)
  const path = join(folder, 'worst.entente.json')
  await writeFile(path, serialiseGraph(make()))
  const [svg, png] = FORMATS.map((format) => exported(path, format)) as [
    ReturnType<typeof exported>,
    ReturnType<typeof exported>
  ]
  const longest = await saved(path, studio)
  rows.push([
    name,
    ...[svg, png].flatMap(({ time, cpu, peak }) => [seconds(time), seconds(cpu), `${peak} MiB`]),
    `${longest.toFixed(0)} ms`
  ])
  await rm(join(folder, '.worst.entente'), { recursive: true, force: true })
}
await studio.close()
console.log(`
${cpus().length} cores, Node ${process.versions.node}. Each figure with its lists and legend, from start to end of \`entente export\`. Goal: 5 s and
500 MiB, and "Saved" within 100 ms while the window draws the same.
`)
console.log(table([['What', 'SVG', '… CPU', '… memory', 'PNG', '… CPU', '… memory', 'Saved'], ...rows]))
