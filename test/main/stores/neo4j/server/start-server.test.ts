import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { guarded, isRunning } from './start-server'

test('a server ends with the tests however these end, and its folder with it', async () => {
  const home = await mkdtemp(join(tmpdir(), 'entente-neo4j-'))
  const { guard, pid } = await guarded(home, ['sleep', '3600'])
  expect(isRunning(pid)).toBe(true)
  // All that a process leaves behind that is killed: its ends of pipes are closed.
  guard.stdin.destroy()
  await vi.waitFor(() => expect([isRunning(pid), existsSync(home)]).toEqual([false, false]), { timeout: 20_000 })
})

test('a server that is ended in good order keeps what it holds', async () => {
  const home = await mkdtemp(join(tmpdir(), 'entente-neo4j-'))
  const { guard, pid } = await guarded(home, ['sleep', '3600'])
  const gone = new Promise((resolve) => void guard.once('exit', resolve))
  guard.stdin.end('keep\n')
  await gone
  expect([isRunning(pid), existsSync(home)]).toEqual([false, true])
  await rm(home, { recursive: true })
})
