import { describe, expect, test } from 'vitest'
import { BUGS } from './planted-bugs'
import { liveWithoutCut, survivePowerCuts } from './power-loss'
import { report, runs, thousands } from './runs'

const BUG_NAMES = Object.keys(BUGS) as (keyof typeof BUGS)[]

/** What is said of a store that lost something, as against one that does not work. */
const LOSS = /changes were acknowledged|half-applied|read-only|cannot be opened|cannot be read|was not complete/

describe('a power cut at any moment', () => {
  test(`costs nothing that was acknowledged (${runs.powerCuts} runs)`, async () => {
    const failures: string[] = []
    let acknowledged = 0
    for (let seed = 1; seed <= runs.powerCuts; seed++)
      try {
        acknowledged += await survivePowerCuts(seed)
      } catch (error) {
        failures.push(`seed ${seed}: ${error}`)
      }
    expect(failures).toEqual([])
    report({
      fault: 'Power cut, simulated (unsynced writes dropped, reordered, torn)',
      times: runs.powerCuts,
      unit: 'runs of 3 cuts each',
      result: `of ${thousands(acknowledged)} changes acknowledged 0 lost, 0 half-applied`
    })
  }, 1_200_000)

  test.each(BUG_NAMES)(
    'shows a store with the bug “%s”',
    async (bug) => {
      // As long as there is power it works: nothing but the cut shows it.
      await liveWithoutCut(BUGS[bug])
      for (let seed = 1; seed <= 300; seed++)
        try {
          await survivePowerCuts(seed, BUGS[bug])
        } catch (error) {
          expect(String(error)).toMatch(LOSS)
          report({
            fault: `Bugs planted in the store: ${BUG_NAMES.join(', ')}`,
            times: 1,
            unit: 'bugs',
            result: 'all noticed by the power cuts'
          })
          return
        }
      expect.unreachable('the simulator did not notice')
    },
    60_000
  )
})
