import { rm } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { LineProcess } from '../main/stores/line-process'
import { thousands } from '../main/stores/runs'
import { table } from '../table.mjs'
import { median } from './figures'
import type { Figures } from './tasks'

// Measures side by side, turn about, and prints the medians with what they are meant to be.

const ROUNDS = 5
const COMMIT_ROUNDS = 60

const folder = process.argv[2] ?? ''
const start = (task: string, path: string) => new LineProcess(join(folder, 'measured.mjs'), task, path)
const ask = async (side: LineProcess) => JSON.parse(await side.ask('run')) as Figures

/** Runs a task once in a new process. */
async function once(task: string, path: string): Promise<Figures> {
  const side = start(task, path)
  await side.line(0)
  const figures = await ask(side)
  await side.kill()
  await rm(path.replace(/([^/]+)\.entente\.json$/, '.$1.entente'), { recursive: true, force: true })
  return figures
}

async function generated(entities: number): Promise<string> {
  const path = join(folder, `${entities}.entente.json`)
  await once('generate', path)
  return path
}

/** Medians, by name. */
function medians(runs: readonly Figures[]): Figures {
  const names = Object.keys(runs[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name] ?? Number.NaN))]))
}

/** Both sides in turn, each run in a new process. */
async function sideBySide(ours: string, bare: string, path: string): Promise<readonly [Figures, Figures]> {
  const runs: [Figures, Figures][] = []
  for (let round = 0; round < ROUNDS; round++) runs.push([await once(ours, path), await once(bare, path)])
  return [medians(runs.map(([ours]) => ours)), medians(runs.map(([, bare]) => bare))]
}

/** Two processes that stay, a few commits each in turn: what disturbs the disk disturbs both. */
async function commits(large: string, small: string): Promise<readonly [Figures, Figures]> {
  const sides = [start('commit', large), start('commit', small)] as const
  await Promise.all(sides.map((side) => side.line(0)))
  const runs: [Figures, Figures][] = []
  for (let round = 0; round < COMMIT_ROUNDS; round++) runs.push([await ask(sides[0]), await ask(sides[1])])
  await Promise.all(sides.map((side) => side.kill()))
  return [medians(runs.map(([large]) => large)), medians(runs.map(([, small]) => small))]
}

const UNITS = {
  ms: (value: number) => (value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toPrecision(3)} ms`),
  MiB: (value: number) => `${value.toFixed(0)} MiB`
}

/** A line of the table; the figures of one name of two sides. */
function row(what: string, name: string, [ours, beside]: readonly [Figures, Figures], more: Partial<More> = {}) {
  const { unit = 'ms', goal = '' } = more
  const [left = Number.NaN, right = Number.NaN] = [ours[name], beside[name]]
  return [what, UNITS[unit](left), UNITS[unit](right), `${(left / right).toFixed(2)}×`, goal && `≤ ${goal}×`]
}

interface More {
  readonly unit: keyof typeof UNITS
  readonly goal: string
}

const say = (line: string) => void process.stderr.write(`${line}\n`)

say('Making the graphs …')
const large = await generated(100_000)
const small = await generated(100)
say('Opening …')
const opening = await sideBySide('open', 'open bare', large)
say('Writing …')
const writing = await sideBySide('write', 'write bare', large)
say('Committing …')
const committing = await commits(large, small)
say('Searching …')
const search = await once('search', large)
const scan = { half: search.scanHalf ?? Number.NaN, most: search.scanMost ?? Number.NaN }

const inMiB = (goal?: string): Partial<More> => ({ unit: 'MiB', ...(goal && { goal }) })
console.log(`
${cpus().length} cores, Node ${process.versions.node}. Medians. The large graph: 100 000 entities, 300 000 relations, 300 000 claims,
${thousands(search.names ?? 0)} names and aliases. The small one: 100 entities.
`)
console.log(
  table([
    ['What', 'Ours', 'Beside', 'Ratio', 'Goal'],
    row('Opening the large graph, beside JSON.parse of its file: time', 'time', opening, { goal: '3' }),
    row('… CPU time', 'cpu', opening),
    row('… memory at most', 'peak', opening, inMiB('4')),
    row('… memory held afterwards', 'held', opening, inMiB('4')),
    row('Writing its file anew, beside JSON.stringify and one synced file: time', 'time', writing),
    row('… CPU time', 'cpu', writing),
    row('Commit of one change in it, beside the same in the small one: time', 'time', committing, { goal: '1.5' }),
    row('… CPU time', 'cpu', committing, { goal: '1.5' }),
    row('Search in it, beside looking through all names: half within', 'half', [search, scan]),
    row('… 95 % within', 'most', [search, scan]),
    ['… making its index: time', UNITS.ms(search.index ?? Number.NaN), '', '', ''],
    ['… CPU time', UNITS.ms(search.indexCpu ?? Number.NaN), '', '', '']
  ])
)
