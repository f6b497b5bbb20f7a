import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { JsonStore } from '@main/stores/json-store'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleFile } from '../sample'
import { bundle } from './bundle'
import { countChanges, countInFile } from './ledger'
import { LineProcess } from './line-process'
import { QUIET } from './open'
import { report, runs, thousands } from './runs'

/** How many graphs are edited at the same time, and how often each is killed before it starts afresh. */
const LANES = 3
const KILLS_EACH = 20

let program = ''
beforeAll(async () => {
  program = await bundle('kill-worker.ts')
}, 60_000)

const numberOf = (line: string) => Number(line.split(' ')[1])

/** Kills a process some time after it began to edit; answers the last number that it said, or throws what is wrong. */
async function killOnce(worker: LineProcess, path: string, acknowledged: number): Promise<number> {
  await worker.line(0)
  worker.tell(path)
  // After n lines of it and a little while: in the middle of its next step.
  await worker.line(Math.floor(Math.random() ** 2 * 20))
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 12))
  await worker.kill()
  let last = acknowledged
  for (const line of worker.lines.slice(1)) {
    const count = numberOf(line)
    if (line.includes('read-only')) throw new Error(line)
    if (line.startsWith('found') && (count < last || count > last + 1))
      throw new Error(`${last} changes were acknowledged, ${line}`)
    last = Math.max(last, count)
  }
  return last
}

/** Whether the process that was killed has left a file unfinished. */
async function hasUnfinished(path: string): Promise<boolean> {
  const names = await readdir(join(dirname(path), '.sample.entente')).catch(() => [])
  return names.some((name) => name.startsWith('next.') || name.endsWith('.tmp'))
}

/** One graph, edited by one process after the other, each of which is killed. */
async function killAgainAndAgain(kills: number) {
  const path = await sampleFile()
  let acknowledged = 0
  let midWriting = 0
  let next = new LineProcess(program)
  for (let kill = 0; kill < kills; kill++) {
    const worker = next
    // The next one is there when this one is gone.
    next = new LineProcess(program)
    acknowledged = await killOnce(worker, path, acknowledged)
    if (await hasUnfinished(path)) midWriting++
  }
  await next.kill()
  const store = await JsonStore.open(path, QUIET)
  expect([acknowledged, acknowledged + 1]).toContain(countChanges(store.graph))
  await store.close()
  expect(countInFile(await readFile(path, 'utf8'))).toBe(countChanges(store.graph))
  return { acknowledged, midWriting }
}

describe('kill -9', () => {
  test(`of a process at any moment, ${runs.kills} times, loses no change that was acknowledged and none by half`, async () => {
    let left = runs.kills
    let changes = 0
    let midWriting = 0
    const lane = async () => {
      while (left > 0) {
        const kills = Math.min(KILLS_EACH, left)
        left -= kills
        const done = await killAgainAndAgain(kills)
        changes += done.acknowledged
        midWriting += done.midWriting
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    expect(changes).toBeGreaterThan(runs.kills)
    // Otherwise the moments would not be any.
    expect(midWriting).toBeGreaterThan(runs.kills / 100)
    report({
      fault: 'kill -9 of a real process at random points',
      times: runs.kills,
      unit: `kills, ${thousands(midWriting)} of them while a file was being written`,
      result: `of ${thousands(changes)} changes acknowledged 0 lost, 0 half-applied`
    })
  }, 1_200_000)
})
