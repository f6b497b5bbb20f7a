import { JsonStore } from '@main/stores/json-store'
import { describe, expect, test } from 'vitest'
import { countChanges, countInFile, numbered } from './ledger'
import { QUIET } from './open'
import { PATH, processOf } from './power-loss'
import { report, runs } from './runs'
import type { SimulatedDisk } from './simulated-disk'
import { afterCrash, type Beginning, type Fault, firstOpening, type Worked, workWithFault } from './work-with-fault'

const CODES = ['ENOSPC', 'EIO', 'EACCES'] as const

/** What a new start finds; throws where a change is there in part. */
async function found(disk: SimulatedDisk) {
  const store = await JsonStore.open(PATH, { ...QUIET, fs: disk, processes: processOf(2) })
  const count = countChanges(store.graph)
  expect(store.readOnly).toBeUndefined()
  await store.commit(numbered(count + 1))
  await store.close()
  expect(countInFile((await disk.read(PATH)).toString())).toBe(count + 1)
  return count
}

/** Throws where something was lost, or the user was not told; `usual` is what is told without a fault. */
async function checkAfter({ disk, fs, theirs, acknowledged, ...worked }: Worked, { failAt }: Fault, usual: Worked) {
  const step = `${fs.steps[failAt - 1]} (step ${failAt})`
  const told = worked.told.filter((message) => !usual.told.includes(message))
  const all = usual.acknowledged
  if (told.length === 0) {
    // Then it was of no account: all is kept, in the file as well.
    expect(acknowledged, `no error was reported at ${step}`).toBe(all)
    expect(countInFile((await disk.read(PATH)).toString()), `no error was reported at ${step}`).toBe(all)
  }
  for (const message of told) expect(message, step).not.toMatch(/E[A-Z]{3,}|undefined/)
  // What was refused may still be there where the disk could not say whether it is.
  const most = told.some((message) => message.includes('could not confirm')) ? acknowledged + 1 : acknowledged
  const afterCut = disk.afterPowerCut(failAt)
  expect([acknowledged, most], `after ${step} and a power cut`).toContain(await found(afterCut))
  expect([acknowledged, most], `after ${step}`).toContain(await found(disk))
  for (const after of [disk, afterCut])
    for (const mark of theirs) {
      const isThere = [...after.files().values()].some((bytes) => bytes.includes(mark))
      expect(isThere, `${mark} after ${step}`).toBe(true)
    }
}

const withoutFault = (begin: () => Promise<Beginning>) => workWithFault(begin, { failAt: 0, code: '', forGood: false })

const tell = (times: number) =>
  report({
    fault: `Any file operation fails with ${CODES.join(', ')}, once or from then on`,
    times,
    unit: 'operations failed',
    result: '0 lost, the user told'
  })

describe.each(CODES)('%s', (code) => {
  test.each([
    ['at any one step', false],
    ['from any step on', true]
  ])(
    '%s costs nothing that was acknowledged, and the user is told',
    async (_when, forGood) => {
      const usual = await withoutFault(firstOpening)
      const { length } = usual.fs.steps
      expect(length).toBeGreaterThan(150)
      for (let failAt = 1; failAt <= length; failAt++) {
        const fault = { failAt, code, forGood }
        await checkAfter(await workWithFault(firstOpening, fault), fault, usual)
      }
      tell(length)
    },
    120_000
  )

  test('at a sync stops all writing: no file is synced again after it', async () => {
    const usual = await withoutFault(firstOpening)
    const syncs = usual.fs.steps.flatMap((step, at) => (step === 'sync' || step === 'syncFolder' ? [at + 1] : []))
    for (const failAt of syncs) {
      const { fs, told } = await workWithFault(firstOpening, { failAt, code, forGood: false })
      expect(fs.steps.slice(failAt)).not.toContain('sync')
      expect(fs.steps.slice(failAt)).not.toContain('syncFolder')
      expect(told.join(), `step ${failAt}`).toMatch(/could not confirm/)
    }
  })
})

describe('after a crash and with another program at the file', () => {
  test.each([
    ['one step', false],
    ['every step from one on', true]
  ])(
    '%s that fails costs neither what was acknowledged nor what the other program wrote',
    async (_which, forGood) => {
      const usual = await withoutFault(afterCrash)
      const { length } = usual.fs.steps
      expect(length).toBeGreaterThan(250)
      expect(usual).toMatchObject({ acknowledged: 8, theirs: ['"Syria, in their words"', 'ships'] })
      for (const [which, code] of CODES.entries()) {
        let times = 0
        for (let failAt = 1; failAt <= length; failAt++) {
          // In `npm test` every step fails in one way, and all three ways are tried.
          if (!runs.everyCode && failAt % CODES.length !== which) continue
          const fault = { failAt, code, forGood }
          await checkAfter(await workWithFault(afterCrash, fault), fault, usual)
          times++
        }
        tell(times)
      }
    },
    240_000
  )
})
