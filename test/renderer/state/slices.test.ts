import { inSlices } from '@renderer/state/slices'
import { expect, it } from 'vitest'

function* counting(to: number, each: () => void): Generator<void, string> {
  for (let at = 0; at < to; at++) {
    each()
    yield
  }
  return 'done'
}

it('does what is short at once', () => {
  let result = ''
  inSlices(
    counting(3, () => {}),
    (done) => {
      result = done
    }
  )
  expect(result).toBe('done')
})

/** Takes longer than any slice. */
const spin = () => {
  const end = performance.now() + 10
  while (performance.now() < end);
}

it('lets others on between the slices of what is long', async () => {
  const order: string[] = []
  await new Promise<void>((resolve) => {
    inSlices(
      counting(3, () => {
        order.push('work')
        spin()
      }),
      () => resolve()
    )
    order.push('others')
  })
  expect(order).toEqual(['work', 'others', 'work', 'work'])
})

it('ends when it is called off', async () => {
  let steps = 0
  const stop = inSlices(
    counting(5, () => {
      steps++
      spin()
    }),
    () => {
      throw new Error('It went on.')
    }
  )
  stop()
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(steps).toBe(1)
})
