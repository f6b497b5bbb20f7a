import { JsonStore } from '@main/stores/json-store'
import { StoreError } from '@main/stores/store'
import { FaultyFileSystem } from './faulty-file-system'
import { numbered } from './ledger'
import { QUIET } from './open'
import { diskWithSample, PATH, processOf } from './power-loss'
import type { SimulatedDisk } from './simulated-disk'

/** Which step fails, with which code, and whether all that follow it fail too. */
export interface Fault {
  readonly failAt: number
  readonly code: string
  readonly forGood: boolean
}

/** A disk to work on. */
export interface Beginning {
  readonly disk: SimulatedDisk
  /** How many numbered changes are on it. */
  readonly changes: number
  /** What another program writes to the file, what in place of what: before the opening, and in the middle of the work. */
  readonly theirs: readonly (readonly [from: string, to: string])[]
}

/** The result. */
export interface Worked {
  readonly disk: SimulatedDisk
  readonly fs: FaultyFileSystem
  /** What the user was told. */
  readonly told: readonly string[]
  readonly acknowledged: number
  /** What the other program has written. */
  readonly theirs: readonly string[]
}

/** A graph that was never opened before. */
export const firstOpening = async (): Promise<Beginning> => ({ disk: await diskWithSample(), changes: 0, theirs: [] })

/** A graph with changes in the journal, the end of which is torn off, while another program edits the file. */
export async function afterCrash(): Promise<Beginning> {
  const disk = await diskWithSample()
  const store = await JsonStore.open(PATH, { ...QUIET, fs: disk, processes: processOf(0) })
  for (const count of [1, 2]) await store.commit(numbered(count))
  await store.compact()
  for (const count of [3, 4]) await store.commit(numbered(count))
  const crashed = disk.copy()
  const journal = await crashed.read(JOURNAL)
  crashed.put(JOURNAL, Buffer.concat([journal, journal.subarray(0, 100)]))
  return {
    disk: crashed,
    changes: 4,
    theirs: [
      ['"Syria"', '"Syria, in their words"'],
      ['aircraft', 'ships']
    ]
  }
}

const JOURNAL = '/graphs/.sample.entente/journal'

/** Opens, changes, writes anew and closes while a step fails. */
export async function workWithFault(begin: () => Promise<Beginning>, fault: Fault): Promise<Worked> {
  const { disk, changes, theirs } = await begin()
  const fs = new FaultyFileSystem(disk)
  Object.assign(fs, fault)
  const told: string[] = []
  const written: string[] = []
  const waiting = [...theirs]
  const interfere = () => {
    const [from, to] = waiting.shift() ?? []
    const bytes = disk.files().get(PATH)
    if (!from || !to || !bytes) return
    disk.put(PATH, Buffer.from(bytes.toString().replace(from, to)))
    written.push(to)
  }
  let acknowledged = changes
  const attempt = async (task: () => Promise<unknown>) => {
    try {
      await task()
      return true
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      told.push(error.message)
      return false
    }
  }
  interfere()
  await attempt(async () => {
    const onEvent = (event: object) => void told.push(JSON.stringify(event))
    const store = await JsonStore.open(PATH, { ...QUIET, fs, processes: processOf(1), onEvent })
    told.push(...store.notices, ...(store.readOnly ? [store.readOnly] : []))
    const commit = async () => {
      if (await attempt(() => store.commit(numbered(acknowledged + 1)))) acknowledged++
    }
    await commit()
    await commit()
    interfere()
    await attempt(() => store.compact())
    await commit()
    await attempt(() => store.compact())
    await commit()
    await attempt(() => store.close())
  })
  return { disk, fs, told, acknowledged, theirs: written }
}
