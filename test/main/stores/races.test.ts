import { userInfo } from 'node:os'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { sampleFile } from '../sample'
import { bundle } from './bundle'
import { countChanges } from './ledger'
import { LineProcess } from './line-process'
import { openStore } from './open'
import { report } from './runs'

const RACERS = 20
const ROUNDS = 50

let program = ''
beforeAll(async () => {
  program = await bundle('race-worker.ts')
}, 60_000)

describe(`${RACERS} processes that open one graph at the same moment`, () => {
  test(`have exactly one writer among them, ${ROUNDS} times, also after one was killed`, async () => {
    const path = await sampleFile()
    const start = () => new LineProcess(program, path)
    const racers = Array.from({ length: RACERS }, start)
    onTestFinished(async () => {
      await Promise.all(racers.map((racer) => racer.kill()))
    })
    await Promise.all(racers.map((racer) => racer.line(0)))

    for (let round = 1; round <= ROUNDS; round++) {
      const answers = await Promise.all(racers.map((racer) => racer.ask('open')))
      const writers = answers.flatMap((answer, at) => (answer.startsWith('writes') ? [at] : []))
      expect(writers, `round ${round}: ${answers.join('\n')}`).toHaveLength(1)
      expect(answers[writers[0] ?? 0]).toBe(`writes ${round}`)
      const user = userInfo().username
      for (const [at, answer] of answers.entries())
        if (at !== writers[0]) expect(answer).toMatch(new RegExp(`^reads ${user} has been editing it since \\d{4}-`))

      // In every other round the writer crashes instead of closing.
      const crashed = round % 2 === 0 ? writers[0] : undefined
      if (crashed !== undefined) {
        await racers[crashed]?.kill()
        racers[crashed] = start()
        await racers[crashed]?.line(0)
      }
      await Promise.all(racers.map((racer, at) => (at === crashed ? undefined : racer.ask('close'))))
    }
    expect(countChanges((await openStore(path)).graph)).toBe(ROUNDS)
    report({
      fault: `${RACERS} processes open one graph at once, some are killed`,
      times: ROUNDS,
      unit: 'rounds',
      result: 'exactly one writer each'
    })
  }, 600_000)
})
