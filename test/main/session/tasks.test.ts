import { Tasks } from '@main/session/tasks'
import { expect, test } from 'vitest'

const never = () => new Promise<never>(() => {})

test('a task that is stopped answers at once', async () => {
  const tasks = new Tasks()
  const running = tasks.run('a', never)
  tasks.stop('b')
  tasks.stop('a')
  expect(await running).toEqual({ outcome: 'stopped' })
})

test('a task that can no longer be stopped answers its result', async () => {
  const tasks = new Tasks()
  let finish = (_: string) => {}
  const running = tasks.runToItsEnd('a', () => new Promise<string>((resolve) => (finish = resolve)))
  tasks.stop('a')
  finish('written')
  expect(await running).toBe('written')
})

test('one that could be is stopped, and any other failure stays one', async () => {
  const tasks = new Tasks()
  const running = tasks.runToItsEnd('a', async (signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    throw signal.reason
  })
  tasks.stop('a')
  expect(await running).toEqual({ outcome: 'stopped' })
  await expect(tasks.runToItsEnd('b', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})
