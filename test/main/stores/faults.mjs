// @ts-check
// `npm run test:faults`: everything that is done to the store to make it lose something, many times over, and a table of
// the results. Takes some minutes. What could not be tried here is named below it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countVitest } from '../../../scripts/test-counts.mjs'
import { table } from '../../table.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'entente-faults-'))
const report = join(folder, 'report')
const results = join(folder, 'results.json')
/** What is run, as Vitest takes it: all of the embedded store, and what is done to a Neo4j server and the line to it. */
const RUNS = [
  ['--project', 'node', 'test/main/stores'],
  ['--project', 'neo4j', ...['faults', 'killed-', 'silent-server', 'lost-server', 'write-back.neo4j']]
]
let status = 0
/** @type {string[]} */
const skipped = []
for (const what of RUNS) {
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...what]
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ENTENTE_FAULTS: 'many', ENTENTE_FAULTS_REPORT: report } }
  )
  status ||= run.status ?? 1
  skipped.push(...countVitest(JSON.parse(textOf(results) || '{"testResults":[]}')).skippedNames)
  rmSync(results, { force: true })
}

const text = textOf(report)
rmSync(folder, { recursive: true })

/** @type {Map<string, { fault: string, times: number, unit: string, result: string }>} */
const rows = new Map()
for (const line of text.split('\n').filter(Boolean)) {
  const figures = JSON.parse(line)
  const key = `${figures.fault}, ${figures.unit}, ${figures.result}`
  rows.set(key, { ...figures, times: figures.times + (rows.get(key)?.times ?? 0) })
}

const thousands = (/** @type {number} */ number) => number.toLocaleString('en-GB').replaceAll(',', ' ')
const cells = [...rows.values()]
  .map(({ fault, times, unit, result }) => [fault, `${thousands(times)} ${unit}`, result])
  .sort(([a = ''], [b = '']) => a.localeCompare(b))
console.log(`\n${table([['Fault', 'Tried', 'Result'], ...cells])}`)
for (const name of skipped) console.log(`skipped: ${name}`)
process.exitCode = status

/** @param {string} path */
function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
}
