import { migrate } from '@core/formats/entente/migrate'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { expect, it } from 'vitest'
import { sampleGraph } from '../../sample'

// A version that never was: entities were called nodes.
const MIGRATIONS = new Map([
  [0, ({ nodes, ...file }: Readonly<Record<string, unknown>>) => ({ ...file, entities: nodes })]
])
const { entities, ...rest } = JSON.parse(serialiseGraph(sampleGraph()))
const OLD = JSON.stringify({ ...rest, version: 0, nodes: entities })

it('a file of an older version is brought up to date and then read', () => {
  const result = parseGraph(OLD, MIGRATIONS)
  expect('graph' in result && serialiseGraph(result.graph)).toBe(serialiseGraph(sampleGraph()))
})

it('what is wrong with it is still told', () => {
  const result = parseGraph(OLD.replace('"name":"Russia"', '"name":""'), MIGRATIONS)
  expect('problems' in result && result.problems).toEqual([
    { message: 'Entity e-russia: "name" must not be empty.', record: 'e-russia' }
  ])
})

it('migrations run one after the other, up to the version that is asked for', () => {
  const steps = new Map(
    [1, 2, 3].map((from) => [
      from,
      (file: Readonly<Record<string, unknown>>) => ({ ...file, trail: `${file.trail ?? ''}${from}` })
    ])
  )
  expect(migrate({}, 1, steps, 3)).toEqual({ trail: '12', version: 3 })
  expect(migrate({ a: 1 }, 3, steps, 3)).toEqual({ a: 1, version: 3 })
  expect(migrate({}, 0, steps, 3)).toBeUndefined()
})

it('a file of a newer version is left as it is', () => {
  expect(migrate({ version: 9 }, 9)).toEqual({ version: 9 })
})
