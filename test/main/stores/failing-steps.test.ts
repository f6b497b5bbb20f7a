import { JsonStore } from '@main/stores/json-store'
import { StoreError } from '@main/stores/store'
import { describe, expect, test } from 'vitest'
import { FaultyFileSystem } from './faulty-file-system'
import { countChanges, countInFile, numbered } from './ledger'
import { QUIET } from './open'
import { diskWithSample, PATH, processOf } from './power-loss'
import { report } from './runs'

interface Fault {
  readonly failAt: number
  readonly code: string
  readonly forGood: boolean
}

/** Opens, changes, writes anew and closes while one step fails, or each from one on; then looks what is there. */
async function work({ failAt, code, forGood }: Fault) {
  const disk = await diskWithSample()
  const fs = new FaultyFileSystem(disk)
  Object.assign(fs, { failAt, code, forGood })
  const told: string[] = []
  const onEvent = (event: object) => void told.push(JSON.stringify(event))
  let acknowledged = 0
  const attempt = async (task: () => Promise<void>) => {
    try {
      await task()
      return true
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      told.push(error.message)
      return false
    }
  }
  const commit = async (store: JsonStore) => {
    if (await attempt(() => store.commit(numbered(acknowledged + 1)))) acknowledged++
  }
  await attempt(async () => {
    const store = await JsonStore.open(PATH, { ...QUIET, fs, processes: processOf(1), onEvent })
    told.push(...store.notices, ...(store.readOnly ? [store.readOnly] : []))
    await commit(store)
    await commit(store)
    await attempt(() => store.compact())
    await commit(store)
    await attempt(() => store.compact())
    await commit(store)
    await attempt(() => store.close())
  })
  return { disk, fs, told, acknowledged }
}

/** What a new start finds; throws where a change is there in part. */
async function found(disk: Awaited<ReturnType<typeof diskWithSample>>) {
  const store = await JsonStore.open(PATH, { ...QUIET, fs: disk, processes: processOf(2) })
  const count = countChanges(store.graph)
  expect(store.readOnly).toBeUndefined()
  await store.commit(numbered(count + 1))
  await store.close()
  expect(countInFile((await disk.read(PATH)).toString())).toBe(count + 1)
  return count
}

const faults = async (forGood: boolean) => {
  const { fs } = await work({ failAt: 0, code: '', forGood })
  return fs.steps.map((_, at) => at + 1)
}

describe.each(['ENOSPC', 'EIO', 'EACCES'])('%s', (code) => {
  test.each([
    ['at any one step', false],
    ['from any step on', true]
  ])(
    '%s costs nothing that was acknowledged, and the user is told',
    async (_when, forGood) => {
      const steps = await faults(forGood)
      expect(steps.length).toBeGreaterThan(150)
      for (const failAt of steps) {
        const { disk, fs, told, acknowledged } = await work({ failAt, code, forGood })
        const step = `${fs.steps[failAt - 1]} (step ${failAt})`
        if (told.length === 0) {
          // Then it was of no account: all is kept, in the file as well.
          expect(acknowledged, `nobody was told of ${step}`).toBe(4)
          expect(countInFile((await disk.read(PATH)).toString()), `nobody was told of ${step}`).toBe(4)
        }
        for (const message of told) expect(message, step).not.toMatch(/E[A-Z]{3,}|undefined/)
        // What was refused may still be there where the disk could not say whether it is.
        const most = told.some((message) => message.includes('could not confirm')) ? acknowledged + 1 : acknowledged
        const afterCut = await found(disk.afterPowerCut(failAt))
        expect([acknowledged, most], `after ${step} and a power cut`).toContain(afterCut)
        expect([acknowledged, most], `after ${step}`).toContain(await found(disk))
      }
      report({
        fault: `${code} at any file operation, once or from then on`,
        times: steps.length,
        unit: 'operations',
        result: '0 lost, the user told'
      })
    },
    120_000
  )

  test('at a sync stops all writing: no file is synced again after it', async () => {
    const { fs } = await work({ failAt: 0, code, forGood: false })
    const syncs = fs.steps.flatMap((step, at) => (step === 'sync' || step === 'syncFolder' ? [at + 1] : []))
    for (const failAt of syncs) {
      const { fs, told } = await work({ failAt, code, forGood: false })
      expect(fs.steps.slice(failAt)).not.toContain('sync')
      expect(fs.steps.slice(failAt)).not.toContain('syncFolder')
      expect(told.join(), `step ${failAt}`).toMatch(/could not confirm/)
    }
  })
})
