import { describe, expect, test } from 'vitest'
import { BUGS } from './planted-bugs'
import { survivePowerCuts } from './power-loss'
import { runs } from './runs'

const reasonOf = (seed: number, bug?: keyof typeof BUGS) =>
  survivePowerCuts(seed, bug && BUGS[bug]).then(
    () => undefined,
    (error: Error) => `seed ${seed}: ${error.message}`
  )

describe('a power cut at any moment', () => {
  test(`costs nothing that was acknowledged (${runs.powerCuts} runs)`, async () => {
    const failures: string[] = []
    for (let seed = 1; seed <= runs.powerCuts && failures.length < 5; seed++) {
      const reason = await reasonOf(seed)
      if (reason) failures.push(reason)
    }
    expect(failures).toEqual([])
  }, 1_200_000)

  test.each(Object.keys(BUGS) as (keyof typeof BUGS)[])(
    'shows a store with the bug “%s”',
    async (bug) => {
      for (let seed = 1; seed <= 300; seed++) {
        const r = await reasonOf(seed, bug)
        if (r) {
          console.log(bug, r)
          return
        }
      }
      expect.unreachable('the simulator did not notice')
    },
    60_000
  )
})
