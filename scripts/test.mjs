// @ts-check
// `npm test`: every stage in turn, up to the first that fails. `node scripts/test.mjs app` runs only the stages named;
// `npm run test:quick` is lint and quick.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { preflight, ROOT } from './preflight.mjs'
import { npmCommand, runInForeground } from './run.mjs'
import { LEFT_OUT, QUICK } from './slow-tests.mjs'
import { add, closingLine, countPlaywright, countVitest, NONE } from './test-counts.mjs'
import { launch, say, Trouble, tell } from './trouble.mjs'

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {boolean} [window] it opens windows: built application, Electron and display first
 * @property {boolean} [onDemand] it runs only when it is named
 * @property {Readonly<Record<string, string>>} [env] set for its command
 * @property {readonly string[]} [leavesOut] what it does not test that the whole does, in lines
 * @property {(results: string) => readonly string[]} command given the file for its results
 * @property {(report: any) => import('./test-counts.mjs').Counts} [count] from the content of that file
 */

const npmRun = (/** @type {string[]} */ ...args) => [...npmCommand(), 'run', '--silent', ...args]

/** @param {string} results @param {string[]} args */
const vitest = (results, ...args) =>
  npmRun('test:unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...args)

/** @type {readonly Stage[]} */
const STAGES = [
  // Biome writes colours even to a file.
  { name: 'lint', command: () => npmRun('lint', ...(process.stdout.isTTY ? [] : ['--', '--colors=off'])) },
  { name: 'types', command: () => npmRun('types') },
  {
    name: 'unit',
    command: (results) => vitest(results),
    count: countVitest
  },
  {
    name: 'quick',
    onDemand: true,
    leavesOut: LEFT_OUT,
    env: { [QUICK]: '1' },
    command: (results) => vitest(results, '--project=!neo4j', '--maxWorkers=100%'),
    count: countVitest
  },
  {
    name: 'app',
    window: true,
    command: () => [
      process.execPath,
      join(ROOT, 'node_modules/@playwright/test/cli.js'),
      ...['test', '-c', 'test/app/playwright.config.ts', '--reporter=list,json']
    ],
    count: countPlaywright
  }
]

/**
 * Runs a stage. A failure counts at least once, so that the closing line never looks better than the exit code.
 * @param {Stage} stage
 * @param {readonly string[]} prefix
 * @param {string} results
 */
async function runStage({ window = false, env: own = {}, command, count }, prefix, results) {
  if (window) await ensureBuilt()
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const code = await runInForeground([...(window ? prefix : []), ...command(results)], {
    cwd: ROOT,
    env: { ...env, ...own, PLAYWRIGHT_JSON_OUTPUT_FILE: results },
    group: window && prefix.length > 0
  })
  const report = count && (await readFile(results, 'utf8').then(JSON.parse, () => undefined))
  const counts = count && report ? count(report) : NONE
  const failed = code !== 0 || counts.failed > 0 || (count !== undefined && !report)
  return failed && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * The stages named, or all. What follows the name of a single one is passed on to it: `app -g "a title"`.
 * @param {readonly string[]} args
 * @returns {readonly Stage[]}
 */
function stagesFor(args) {
  const isStage = (/** @type {string} */ arg) => STAGES.some(({ name }) => name === arg)
  const named = args.filter(isStage)
  const rest = args.filter((arg) => !isStage(arg))
  const stages = STAGES.filter(({ name, onDemand }) => (named.length === 0 ? !onDemand : named.includes(name)))
  if (rest.length === 0) return stages
  const [only] = stages
  if (only && stages.length === 1) return [{ ...only, command: (results) => [...only.command(results), ...rest] }]
  throw new Trouble({
    what: `Nothing was tested: ${rest.join(' ')} is not a stage.`,
    why: `the stages are ${STAGES.map(({ name }) => name).join(', ')}; options can be passed on to a single one.`,
    todo: 'name stages, or nothing for all of them.'
  })
}

/**
 * Runs the stages up to the first that fails.
 * @param {readonly Stage[]} stages
 * @param {string} folder for their results
 */
async function runStages(stages, folder) {
  let total = NONE
  let name = 'preflight'
  try {
    // First, so that anything missing is reported before minutes of other tests.
    const { prefix } = stages.some(({ window }) => window) ? await preflight() : { prefix: [] }
    for (const stage of stages) {
      name = stage.name
      say(`\n── ${name}`)
      total = add(total, await runStage(stage, prefix, join(folder, `${name}.json`)))
      if (total.failed > 0) return { total, failedAt: name }
    }
    return { total }
  } catch (error) {
    tell(error)
    return { total: add(total, { ...NONE, failed: 1 }), failedAt: name }
  }
}

await launch(import.meta.url, async () => {
  const stages = stagesFor(process.argv.slice(2))
  const folder = await mkdtemp(join(tmpdir(), 'entente-test-'))
  const { total, failedAt } = await runStages(stages, folder)
  await rm(folder, { recursive: true, force: true })
  say('')
  for (const name of total.skippedNames) say(`skipped: ${name}`)
  for (const line of stages.flatMap(({ leavesOut = [] }) => leavesOut)) say(`left out: ${line}`)
  if (failedAt) say(`Failed at "${failedAt}"; what comes after it was not run.`)
  process.stdout.write(`${closingLine(total)}\n`)
  return failedAt ? 1 : 0
})
