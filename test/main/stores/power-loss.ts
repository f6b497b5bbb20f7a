import type { FileSystem } from '@main/stores/file-system'
import { JsonStore, type JsonStoreOptions } from '@main/stores/json-store'
import type { Processes } from '@main/stores/lock/holder'
import { type Random, random } from '@seed/random'
import { sampleText } from '../sample'
import { countChanges, countInFile, numbered } from './ledger'
import { QUIET } from './open'
import { SimulatedDisk } from './simulated-disk'

export const PATH = '/graphs/sample.entente.json'

/** A disk with the sample graph on it. */
export async function diskWithSample(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk()
  await disk.makeFolder('/graphs')
  disk.put(PATH, Buffer.from(sampleText()))
  for (const path of ['/', '/graphs']) await (await disk.openFolder(path)).sync()
  return disk
}

/** The one process of the machine, after n starts. */
export const processOf = (start: number): Processes => ({
  self: { pid: 1, started: '1', system: String(start), host: 'simulated', user: 'nobody' },
  isAlive: ({ system }) => system === String(start)
})

/** How many steps a life lasts at most. */
const LIFE = 220
const STEPS_THAT_COUNT = ['write', 'sync', 'rename', 'link', 'syncFolder'] as const

/**
 * Lets a store work until the power is cut at some moment, starts it again, and so on a few times. Throws when a change
 * that was acknowledged is not there after a restart, or one is there in part, or nothing can be changed any more; answers
 * how many were acknowledged.
 */
export async function survivePowerCuts(
  seed: number,
  build: (disk: FileSystem) => FileSystem = (disk) => disk
): Promise<number> {
  const chance = random(seed)
  let disk = await diskWithSample()
  let acknowledged = 0
  for (let life = 0; life < 3; life++) {
    if (chance.below(3) === 0) disk.cutAt = disk.steps + 1 + chance.below(LIFE)
    // Mistakes show between a step that counts and the one after it.
    else disk.cutAfter(chance.pick(STEPS_THAT_COUNT), 1 + chance.below(12))
    const tools = { fs: build(disk), processes: processOf(life), ...QUIET }
    acknowledged = await work(disk, tools, acknowledged, chance)
    disk = disk.afterPowerCut(seed * 10 + life)
  }
  const store = await JsonStore.open(PATH, { fs: disk, processes: processOf(9), ...QUIET })
  check(countChanges(store.graph), acknowledged)
  if (store.readOnly) throw new Error(`read-only: ${store.readOnly}`)
  await store.commit(numbered(countChanges(store.graph) + 1))
  await store.close()
  const count = countChanges(store.graph)
  if (countInFile((await disk.read(PATH)).toString()) !== count)
    throw new Error('the file was not complete when closed')
  return acknowledged
}

/** Lets a store work as long as in one of those lives, with no power cut. Throws when a change is not there in the end. */
export async function liveWithoutCut(build: (disk: FileSystem) => FileSystem): Promise<void> {
  const fs = build(await diskWithSample())
  const open = (start: number) => JsonStore.open(PATH, { fs, processes: processOf(start), ...QUIET })
  const store = await open(1)
  for (let count = 1; count <= 6; count++) {
    await store.commit(numbered(count))
    if (count % 2 === 0) await store.compact()
  }
  await store.close()
  check(countChanges((await open(2)).graph), 6)
}

/** Opens, commits, compacts and closes until the power is cut; answers how many changes were acknowledged. */
async function work(disk: SimulatedDisk, tools: JsonStoreOptions, before: number, chance: Random): Promise<number> {
  let acknowledged = before
  try {
    for (;;) {
      const store = await JsonStore.open(PATH, tools)
      acknowledged = check(countChanges(store.graph), acknowledged)
      if (store.readOnly) throw new Error(`read-only: ${store.readOnly}`)
      for (let more = chance.below(8); more > 0; more--) {
        await store.commit(numbered(acknowledged + 1))
        acknowledged++
        if (chance.below(3) === 0) await store.compact()
      }
      if (chance.below(2) === 0) await store.compact()
      await store.close()
    }
  } catch (error) {
    if (!disk.isCut) throw error
    return acknowledged
  }
}

/** One more than was acknowledged may be there: its answer was on the way. */
function check(count: number, acknowledged: number): number {
  if (count < acknowledged || count > acknowledged + 1)
    throw new Error(`${acknowledged} changes were acknowledged, ${count} are there`)
  return count
}
